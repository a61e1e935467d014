import { compact, type DocumentDetails, OnrecordError } from '../../document/index.ts';
import { after, backoff } from '../../net/backoff.ts';
import { Postponed } from '../../net/hosts.ts';
import { HttpFailure } from '../../net/request.ts';
import type { FeedItem } from '../../read/feed/feed.ts';
import {
  entryOf,
  type FollowedItem,
  feedNames,
  isRemovedByHand,
  NEVER,
  noteItem,
  recordError,
} from '../../record/index.ts';
import { type Added, type AddOptions, add } from '../add.ts';
import type { Watching } from './watching.ts';

/** Words from which on what a feed has of an article is all of it. */
const WHOLE = 200;
/** Tries of an article, the last 17 hours after the first; and milliseconds between the first two. */
const TRIES = 11;
const RETRY = 60_000;
/** Answers that are no different the next time. */
const FINAL = new Set([400, 401, 402, 403, 404, 405, 406, 410, 414, 451]);

type Item = Omit<FollowedItem, 'entry'>;

/** Reads an item that is due: one that waits, or one that was read and is looked at again. */
export async function readDueItem(watching: Watching, item: Item): Promise<void> {
  const { record, rereadAfter, tell } = watching;
  const name = item.url ?? `${item.feed}#${item.key}`;
  try {
    // What a person took out does not come back by itself.
    if (item.document !== null && (await isRemovedByHand(record, item.document)))
      return await noteItem(record, item, { state: 'done', due: NEVER });
    const source = await sourceOf(watching, item, name);
    if (source === undefined)
      return await noteItem(record, item, { state: 'done', due: nextReading(item, rereadAfter) });
    const added = await watching.inTurn(() =>
      add(record, source.bytes, source.name, { ...source.options, keepsRemoved: true }),
    );
    const { document, outcome, statements } = added;
    await noteItem(record, item, {
      state: 'done',
      document,
      problem: null,
      attempts: 0,
      read: item.read ?? new Date().toISOString(),
      due: source.isPage ? nextReading(item, rereadAfter) : NEVER,
    });
    if (isNews(added)) tell({ kind: 'item', name, outcome, document, statements });
  } catch (cause) {
    await noteFailure(watching, item, name, recordError(cause, record.place));
  }
}

function isNews({ outcome }: Added): boolean {
  return outcome !== 'known';
}

interface Source {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly options: AddOptions;
  readonly isPage: boolean;
}

/** The article itself where the feed has it whole, or has no address; else its page. Undefined where a page has not changed. */
async function sourceOf({ record, hosts }: Watching, item: Item, name: string): Promise<Source | undefined> {
  const entry = JSON.parse(await entryOf(record, item)) as Partial<FeedItem>;
  const { outlet, title: feedTitle } = await feedNames(record, item.feed);
  const { title, byline, published, content } = entry;
  const details: DocumentDetails = { ...(outlet === null ? {} : { outlet }) };
  const defaults: DocumentDetails = {
    ...compact({ title, byline, published }),
    ...(feedTitle === null ? {} : { outlet: feedTitle }),
  };
  const isWhole = content !== undefined && (item.url === null || wordsIn(content) >= WHOLE);
  if (isWhole) {
    const url = item.url === null ? {} : { url: item.url };
    return {
      bytes: Buffer.from(content),
      name,
      options: { details: { ...url, ...defaults, ...details }, header: 'utf-8' },
      isPage: false,
    };
  }
  if (item.url === null) throw new OnrecordError('no-text', 'the feed has neither its words nor its address');
  const { bytes, url, charset, isUnchanged } = await hosts.ask(item.url);
  if (isUnchanged) return undefined;
  return {
    bytes,
    name: url,
    options: { details: { url, ...details }, defaults, ...compact({ header: charset }) },
    isPage: true,
  };
}

function wordsIn(content: string): number {
  return content.replace(/<[^<>]*>/gu, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** When an article is read again: after so many milliseconds from when it was read first, of those the next to come. */
function nextReading({ read }: Item, rereadAfter: readonly number[]): string {
  const first = read === null ? Date.now() : Date.parse(read);
  const next = rereadAfter.map((wait) => first + wait).find((time) => time > Date.now() + 1);
  return next === undefined ? NEVER : new Date(next).toISOString();
}

/** Whether a failure is of the record or the models, so that nothing else would do better. One odd page ends nothing. */
export function endsWatching(cause: unknown): boolean {
  return cause instanceof OnrecordError && /^(?:record-|disk-full|model-)/u.test(cause.code);
}

/** What failed, in a sentence. */
export function reasonOf(cause: unknown): string {
  const { message } = cause as Error;
  return cause instanceof OnrecordError ? message : `an error of Onrecord’s own: ${message}`;
}

async function noteFailure(
  { record, every, rereadAfter, tell }: Watching,
  item: Item,
  name: string,
  cause: unknown,
): Promise<void> {
  if (cause instanceof Postponed)
    return await noteItem(record, item, { due: new Date(cause.until).toISOString(), problem: cause.message });
  if (endsWatching(cause)) throw cause;
  const reason = reasonOf(cause);
  const attempts = item.attempts + 1;
  const isFinal =
    !(cause instanceof OnrecordError && cause.code === 'not-fetched') ||
    attempts >= TRIES ||
    (cause.cause instanceof HttpFailure && FINAL.has(cause.cause.status));
  // An article that was read stays, whatever becomes of its page.
  if (item.state === 'done')
    return await noteItem(record, item, { due: nextReading(item, rereadAfter), problem: reason });
  const due = isFinal ? NEVER : after(backoff(Math.min(RETRY, every), attempts));
  await noteItem(record, item, { state: isFinal ? 'failed' : 'waiting', attempts, problem: reason, due });
  tell({ kind: 'item-failed', name, reason, ...(isFinal ? {} : { again: due }) });
}
