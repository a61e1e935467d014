import { compact, OnrecordError } from '../../document/index.ts';
import { after, backoff } from '../../net/backoff.ts';
import type { Answer } from '../../net/fetch.ts';
import { Postponed } from '../../net/hosts.ts';
import { HttpFailure } from '../../net/request.ts';
import { readFeed } from '../../read/feed/feed.ts';
import { type FollowedFeed, moveFeed, NEVER, noteFeed, noteItems } from '../../record/index.ts';
import { endsWatching, reasonOf } from './items.ts';
import type { Watching } from './watching.ts';

const FEEDS =
  'application/atom+xml,application/rss+xml,application/rdf+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.1';
/** The most bytes of a feed. */
const LIMIT = 20_000_000;
/** Of the time since a feed was read last so much is waited at most: a short failure is not to cost what it lists meanwhile. */
const SHARE = 1 / 4;

/** Asks a feed that is due, and notes what it has and how that went. */
export async function readDueFeed(watching: Watching, feed: FollowedFeed): Promise<void> {
  const { record, hosts, every, tell } = watching;
  const asked = new Date().toISOString();
  try {
    const { etag, modified } = feed;
    const answer = await hosts.ask(feed.url, {
      accept: FEEDS,
      limit: LIMIT,
      ...(etag === null ? {} : { etag }),
      ...(modified === null ? {} : { modified }),
    });
    const due = after(every * (0.95 + 0.1 * Math.random()));
    const url = await whereItIs(watching, feed, answer);
    if (answer.isUnchanged)
      return await noteFeed(record, url, { asked, succeeded: asked, due, failures: 0, problem: null });
    const read = readFeed(answer.bytes, answer.url, { header: answer.charset });
    const seen = read.items.map((item) => ({
      key: item.key,
      url: item.url ?? null,
      title: item.title ?? null,
      digest: item.digest,
      entry: JSON.stringify(item),
    }));
    const { fresh, changed } = await noteItems(record, url, seen, asked);
    await noteFeed(record, url, {
      asked,
      succeeded: asked,
      due,
      failures: 0,
      problem: null,
      flaw: read.flaw ?? null,
      // A feed that is broken off may be whole next time under the same name.
      etag: read.flaw ? null : (answer.etag ?? null),
      modified: read.flaw ? null : (answer.modified ?? null),
      ...compact({ title: read.title, home: read.home }),
    });
    if (fresh + changed > 0 || read.flaw)
      tell({ kind: 'feed', feed: url, fresh, changed, ...compact({ flaw: read.flaw }) });
  } catch (cause) {
    await noteFailure(watching, feed, cause, asked);
  }
}

async function whereItIs({ record, tell }: Watching, { url }: FollowedFeed, { moved }: Answer): Promise<string> {
  if (moved === undefined || moved === url) return url;
  await moveFeed(record, url, moved);
  tell({ kind: 'feed-moved', feed: url, to: moved });
  return moved;
}

async function noteFailure(
  { record, every, tell }: Watching,
  { url, failures, succeeded, added }: FollowedFeed,
  cause: unknown,
  asked: string,
): Promise<void> {
  if (cause instanceof Postponed)
    return await noteFeed(record, url, { asked, due: new Date(cause.until).toISOString(), problem: cause.message });
  if (endsWatching(cause)) throw cause;
  const reason = reasonOf(cause);
  if (cause instanceof OnrecordError && cause.cause instanceof HttpFailure && cause.cause.status === 410) {
    await noteFeed(record, url, { asked, state: 'gone', due: NEVER, failures: failures + 1, problem: reason });
    return tell({ kind: 'feed-gone', feed: url, reason });
  }
  const longest = Math.max(every, SHARE * (Date.now() - Date.parse(succeeded ?? added)));
  const due = after(backoff(every, failures + 1, longest));
  await noteFeed(record, url, { asked, due, failures: failures + 1, problem: reason });
  tell({ kind: 'feed-failed', feed: url, reason, again: due });
}
