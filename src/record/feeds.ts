import { OnrecordError } from '../document/index.ts';
import { chunks } from './store/chunks.ts';
import type { OpenRecord } from './store/record.ts';
import type { Schema } from './store/schema.ts';

/** A feed that is followed, and how reading it went. Times are ISO. */
export interface FollowedFeed {
  readonly url: string;
  readonly title: string | null;
  /** What its articles' outlet is called, where a person said. */
  readonly outlet: string | null;
  readonly home: string | null;
  /** `paused` by a person; `gone` where its server says that it is not there any more. */
  readonly state: 'active' | 'paused' | 'gone';
  readonly added: string;
  /** When it was asked last, when that went well last, and when it will be asked again. */
  readonly asked: string | null;
  readonly succeeded: string | null;
  readonly due: string;
  /** Failures in a row, and the last in words. */
  readonly failures: number;
  readonly problem: string | null;
  /** What is wrong with it, where it was read none the less. */
  readonly flaw: string | null;
  /** What an earlier answer said of itself. */
  readonly etag: string | null;
  readonly modified: string | null;
}

/** A followed feed with what became of its items. */
export interface FeedListing extends FollowedFeed {
  readonly items: number;
  readonly waiting: number;
  readonly failed: number;
}

/** What a feed had of one article, and what became of it. */
export interface FollowedItem {
  readonly feed: string;
  readonly key: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly digest: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly document: string | null;
  /** When it was seen first, and when it will be read (again). */
  readonly seen: string;
  readonly due: string;
  /** When it was read first. */
  readonly read: string | null;
  readonly attempts: number;
  readonly problem: string | null;
  /** JSON of what the feed itself has of it. */
  readonly entry: string;
}

/** An item as a feed has it now. */
export type SeenItem = Pick<FollowedItem, 'key' | 'url' | 'title' | 'digest' | 'entry'>;

/** Columns of an item but for what may be long. */
const WITHOUT_ENTRY = [
  'item.feed',
  'item.key',
  'item.url',
  'item.title',
  'item.digest',
  'item.state',
  'item.document',
  'item.seen',
  'item.due',
  'item.read',
  'item.attempts',
  'item.problem',
] as const;

/** Later than any time: what is due then is never due. */
export const NEVER = '9999';

/**
 * Follows a feed from now on. Of a feed that is followed already, only the outlet is changed.
 *
 * @returns whether it is new
 */
export async function followFeed(
  record: OpenRecord,
  { url, title, outlet, home }: { url: string; title?: string; outlet?: string; home?: string },
): Promise<boolean> {
  return await record.transaction(async (tx) => {
    const known = await tx.selectFrom('feed').select('url').where('url', '=', url).executeTakeFirst();
    if (known) {
      if (outlet !== undefined) await tx.updateTable('feed').set({ outlet }).where('url', '=', url).execute();
      return false;
    }
    const now = new Date().toISOString();
    await tx
      .insertInto('feed')
      .values({
        url,
        title: title ?? null,
        outlet: outlet ?? null,
        home: home ?? null,
        state: 'active',
        added: now,
        due: now,
        failures: 0,
        ...NOTHING,
      })
      .execute();
    return true;
  });
}

const NOTHING = { etag: null, modified: null, asked: null, succeeded: null, problem: null, flaw: null };

/** All followed feeds, those that fail first, then by name. */
export async function listFeeds(record: OpenRecord): Promise<FeedListing[]> {
  const feeds = await record.db.selectFrom('feed').selectAll().orderBy('failures', 'desc').orderBy('url').execute();
  const counts = await record.db
    .selectFrom('item')
    .select(['feed', 'state', (count) => count.fn.countAll<number>().as('n')])
    .groupBy(['feed', 'state'])
    .execute();
  const of = (feed: string, state?: string) =>
    counts
      .filter((row) => row.feed === feed && (state === undefined || row.state === state))
      .reduce((sum, { n }) => sum + Number(n), 0);
  return feeds.map((feed) => ({
    ...(feed as FollowedFeed),
    items: of(feed.url),
    waiting: of(feed.url, 'waiting'),
    failed: of(feed.url, 'failed'),
  }));
}

/** The outlet's name as a person gave it, and the feed's own title. */
export async function feedNames(
  record: OpenRecord,
  url: string,
): Promise<{ readonly outlet: string | null; readonly title: string | null }> {
  const row = await record.db.selectFrom('feed').select(['outlet', 'title']).where('url', '=', url).executeTakeFirst();
  return row ?? { outlet: null, title: null };
}

/** One followed feed, by its address or a part of it that only one has. Throws `not-found`. */
export async function getFeed(record: OpenRecord, words: string): Promise<FeedListing> {
  const feeds = await listFeeds(record);
  const whole = feeds.filter(({ url }) => url === words);
  const fitting = whole.length > 0 ? whole : feeds.filter(({ url }) => url.includes(words));
  if (fitting.length === 1) return fitting[0]!;
  throw new OnrecordError(
    'not-found',
    fitting.length === 0
      ? `no feed with ${words} is followed`
      : `${words} is in the addresses of ${fitting.length} feeds; give more of it`,
  );
}

/** Stops asking a feed, or asks it again at once. */
export async function setFeedState(record: OpenRecord, url: string, state: 'active' | 'paused'): Promise<void> {
  const due = new Date().toISOString();
  await record.db
    .updateTable('feed')
    .set(state === 'active' ? { state, due, failures: 0, problem: null } : { state })
    .where('url', '=', url)
    .execute();
}

/** Stops following a feed and deletes its items; the documents that were read from it stay. */
export async function unfollowFeed(record: OpenRecord, url: string): Promise<void> {
  await record.transaction(async (tx) => {
    await tx.deleteFrom('item').where('feed', '=', url).execute();
    await tx.deleteFrom('feed').where('url', '=', url).execute();
  });
}

/** The feeds that are to be asked by now, the longest waiting first. */
export async function dueFeeds(record: OpenRecord, now: string): Promise<FollowedFeed[]> {
  const rows = await record.db
    .selectFrom('feed')
    .selectAll()
    .where('state', '=', 'active')
    .where('due', '<=', now)
    .orderBy('due')
    .orderBy('url')
    .execute();
  return rows as FollowedFeed[];
}

/** Notes how asking a feed went. */
export async function noteFeed(
  record: OpenRecord,
  url: string,
  change: Partial<Omit<Schema['feed'], 'url' | 'added'>>,
): Promise<void> {
  await record.db.updateTable('feed').set(change).where('url', '=', url).execute();
}

/** Changes the address of a feed that has moved for good; where the new address is followed already, the two are merged. */
export async function moveFeed(record: OpenRecord, from: string, to: string): Promise<void> {
  await record.transaction(async (tx) => {
    const known = await tx.selectFrom('feed').select('url').where('url', '=', to).executeTakeFirst();
    const feed = await tx.selectFrom('feed').selectAll().where('url', '=', from).executeTakeFirst();
    if (!feed) return;
    if (!known)
      await tx
        .insertInto('feed')
        .values({ ...feed, url: to })
        .execute();
    const items = await tx.selectFrom('item').selectAll().where('feed', '=', from).execute();
    for (const part of chunks(items))
      await tx
        .insertInto('item')
        .values(part.map((item) => ({ ...item, feed: to })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await tx.deleteFrom('item').where('feed', '=', from).execute();
    await tx.deleteFrom('feed').where('url', '=', from).execute();
  });
}

/**
 * Records the items that a feed has now: new items and changed ones will be read.
 *
 * @returns how many are new, and how many changed
 */
export async function noteItems(
  record: OpenRecord,
  feed: string,
  items: readonly SeenItem[],
  now: string,
): Promise<{ fresh: number; changed: number }> {
  return await record.transaction(async (tx) => {
    const known = new Map<string, string>();
    for (const part of chunks(items.map(({ key }) => key)))
      for (const { key, digest } of await tx
        .selectFrom('item')
        .select(['key', 'digest'])
        .where('feed', '=', feed)
        .where('key', 'in', part)
        .execute())
        known.set(key, digest);
    const fresh = items.filter(({ key }) => !known.has(key));
    const changed = items.filter(({ key, digest }) => known.has(key) && known.get(key) !== digest);
    const waiting = { state: 'waiting', due: now, attempts: 0, problem: null };
    for (const part of chunks(fresh))
      await tx
        .insertInto('item')
        .values(part.map((item) => ({ ...item, feed, document: null, seen: now, read: null, ...waiting })))
        .execute();
    for (const { key, ...item } of changed)
      await tx
        .updateTable('item')
        .set({ ...item, ...waiting })
        .where('feed', '=', feed)
        .where('key', '=', key)
        .execute();
    return { fresh: fresh.length, changed: changed.length };
  });
}

/** Items of feeds that are not paused, to be read by now: new ones first, oldest first. */
export async function dueItems(record: OpenRecord, now: string, limit: number): Promise<Omit<FollowedItem, 'entry'>[]> {
  const rows = await record.db
    .selectFrom('item')
    .innerJoin('feed', 'feed.url', 'item.feed')
    .select([...WITHOUT_ENTRY])
    .where('feed.state', '!=', 'paused')
    .where('item.state', 'in', ['waiting', 'done'])
    .where('item.due', '<=', now)
    .orderBy('item.state', 'desc')
    .orderBy('item.due')
    .orderBy('item.key')
    .limit(limit)
    .execute();
  return rows as Omit<FollowedItem, 'entry'>[];
}

/** What a feed itself has of an item: JSON. */
export async function entryOf(record: OpenRecord, { feed, key }: Pick<FollowedItem, 'feed' | 'key'>): Promise<string> {
  const row = await record.db
    .selectFrom('item')
    .select('entry')
    .where('feed', '=', feed)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.entry ?? '{}';
}

/** Items of a feed in a state, newest first. */
export async function listItems(
  record: OpenRecord,
  { feed, state, limit = 100 }: { feed?: string; state?: FollowedItem['state']; limit?: number },
): Promise<FollowedItem[]> {
  let query = record.db.selectFrom('item').selectAll();
  if (feed !== undefined) query = query.where('feed', '=', feed);
  if (state !== undefined) query = query.where('state', '=', state);
  const rows = await query.orderBy('seen', 'desc').orderBy('key').limit(limit).execute();
  return rows as FollowedItem[];
}

/** Notes what became of an item. */
export async function noteItem(
  record: OpenRecord,
  { feed, key }: Pick<FollowedItem, 'feed' | 'key'>,
  change: Partial<Pick<Schema['item'], 'state' | 'document' | 'due' | 'read' | 'attempts' | 'problem'>>,
): Promise<void> {
  await record.db.updateTable('item').set(change).where('feed', '=', feed).where('key', '=', key).execute();
}

/** When something is due next; undefined where nothing ever is. */
export async function nextDue(record: OpenRecord): Promise<string | undefined> {
  const feed = await record.db
    .selectFrom('feed')
    .select((select) => select.fn.min('due').as('due'))
    .where('state', '=', 'active')
    .executeTakeFirst();
  const item = await record.db
    .selectFrom('item')
    .innerJoin('feed', 'feed.url', 'item.feed')
    .select((select) => select.fn.min('item.due').as('due'))
    .where('feed.state', '!=', 'paused')
    .where('item.state', 'in', ['waiting', 'done'])
    .executeTakeFirst();
  const dues = [feed?.due, item?.due].filter((due) => due !== null && due !== undefined && due !== NEVER);
  return dues.sort()[0];
}

/** Whether a person has taken a document out of the record. */
export async function isRemovedByHand(record: OpenRecord, document: string): Promise<boolean> {
  const row = await record.db
    .selectFrom('document')
    .select('id')
    .where('id', '=', document)
    .where('removed', 'is not', null)
    .where('superseded', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
