import type { Alert, SavedSearch } from '../record/index.ts';

/**
 * Alerts of a saved search as an Atom feed (RFC 4287).
 *
 * @param alerts newest first
 * @param self the feed's own address, if it has one
 */
export async function alertsAsAtom(
  { id, name, created }: Pick<SavedSearch, 'id' | 'name' | 'created'>,
  alerts: readonly Alert[],
  self?: string,
): Promise<string> {
  const { generateAtomFeed } = await import('feedsmith');
  return generateAtomFeed({
    id: `urn:onrecord:search:${id}`,
    title: { value: `Onrecord: ${name}` },
    updated: alerts[0]?.fired ?? created,
    authors: [{ name: 'Onrecord' }],
    ...(self === undefined ? {} : { links: [{ href: self, rel: 'self' }] }),
    entries: alerts.map((alert) => ({
      id: `urn:onrecord:alert:${alert.id}`,
      title: { value: titleOf(alert) },
      updated: alert.fired,
      published: alert.fired,
      ...(alert.why.url === null ? {} : { links: [{ href: alert.why.url, rel: 'alternate' }] }),
      content: { value: htmlOf(alert), type: 'html' },
    })),
  });
}

/**
 * Alerts of a saved search as a JSON Feed 1.1.
 *
 * @param alerts newest first
 * @param self the feed's own address, if it has one
 */
export async function alertsAsJsonFeed(
  { name }: Pick<SavedSearch, 'name'>,
  alerts: readonly Alert[],
  self?: string,
): Promise<string> {
  const { generateJsonFeed } = await import('feedsmith');
  const feed = generateJsonFeed({
    title: `Onrecord: ${name}`,
    ...(self === undefined ? {} : { feed_url: self }),
    items: alerts.map((alert) => ({
      id: `urn:onrecord:alert:${alert.id}`,
      title: titleOf(alert),
      ...(alert.why.url === null ? {} : { url: alert.why.url }),
      content_html: htmlOf(alert),
      date_published: alert.fired,
      ...(alert.why.speaker ? { authors: [{ name: alert.why.speaker }] } : {}),
    })),
  });
  return JSON.stringify(feed, null, 2);
}

function titleOf({ why }: Alert): string {
  return `${why.speaker || 'No source named'}: ${why.content.length > 120 ? `${why.content.slice(0, 119)}…` : why.content}`;
}

/** Why the alert fired, and the passage with the statement marked. */
function htmlOf({ why }: Alert): string {
  const { text, start, end } = why.passage;
  const passage = `${escaped(text.slice(0, start))}<mark>${escaped(text.slice(start, end))}</mark>${escaped(text.slice(end))}`;
  const before = why.before === undefined ? '' : `<p>Before: ${escaped(why.before)}</p>`;
  const where = [why.outlet, why.title, why.published?.slice(0, 10)].filter(Boolean).join(', ');
  return `<p>${escaped(why.reason)}</p><blockquote>${passage}</blockquote>${before}<p>${escaped(where)}</p>`;
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
