import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Document, locate, OnrecordError, type QuoteSelector, type Statement } from '../document/index.ts';
import { getDocument } from './documents.ts';
import { applyReviews } from './reviews/apply.ts';
import type { OpenRecord } from './store/open.ts';
import type { Schema } from './store/schema.ts';

/** What an address showed, from one time to another. */
export interface DocumentVersion {
  readonly address: string;
  /** From 1. */
  readonly number: number;
  readonly document: string;
  readonly title: string | null;
  /** ISO times at which it was seen first and last. */
  readonly seen: string;
  readonly last: string;
}

/** Parameters by which sites count where a reader comes from; they do not change what is shown. */
const COUNTING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|smid|at_\w+|ito|ns_\w+)$/iu;

/** An address as versions are kept under; undefined for none, and for a site's front page, which is no article. */
export function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  const address = new URL(url);
  address.hash = '';
  for (const name of [...address.searchParams.keys()]) if (COUNTING.test(name)) address.searchParams.delete(name);
  return address.pathname === '/' && address.search === '' ? undefined : address.href;
}

/**
 * Notes that an address shows a document now. Where it showed another text of the same article before, that is a version
 * of it that is out of date: it goes out of every answer, and what persons said of it counts for the new one where its
 * words are still there. Inside the transaction that added the document.
 *
 * @returns the document that it takes the place of, if one
 */
export async function noteVersion(
  tx: Kysely<Schema>,
  document: Pick<Document, 'id' | 'text' | 'title' | 'url'>,
  now: string,
): Promise<string | undefined> {
  const address = addressOf(document.url);
  if (address === undefined) return undefined;
  const shown = (await lastAt(tx, address)) ?? (await adopted(tx, address, document));
  if (shown?.document === document.id) {
    await tx
      .updateTable('version')
      .set({ last: now })
      .where('address', '=', address)
      .where('number', '=', shown.number)
      .execute();
    return undefined;
  }
  const before = shown && (await textOf(tx, shown.document));
  // Several articles may name one address, wrongly: a list that they stand in, say.
  if (before && !isSameArticle(before, { text: document.text, title: document.title ?? null })) return undefined;
  await tx
    .insertInto('version')
    .values({ address, number: (shown?.number ?? 0) + 1, document: document.id, seen: now, last: now })
    .execute();
  await tx
    .updateTable('document')
    .set({ removed: null, superseded: null })
    .where('id', '=', document.id)
    .where('superseded', 'is not', null)
    .execute();
  if (!shown) return undefined;
  if (!(await isShownElsewhere(tx, shown.document, address)))
    await tx
      .updateTable('document')
      .set({ removed: now, superseded: document.id })
      .where('id', '=', shown.document)
      .where('removed', 'is', null)
      .execute();
  await carryReviews(tx, shown.document, document);
  return shown.document;
}

async function lastAt(tx: Kysely<Schema>, address: string): Promise<Schema['version'] | undefined> {
  return await tx
    .selectFrom('version')
    .selectAll()
    .where('address', '=', address)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A document that was added before versions were kept is the first of its address. */
async function adopted(
  tx: Kysely<Schema>,
  address: string,
  { id, url }: Pick<Document, 'id' | 'url'>,
): Promise<Schema['version'] | undefined> {
  const before = await tx
    .selectFrom('document')
    .select(['id', 'added'])
    .where('url', 'in', [address, url!])
    .where('id', '!=', id)
    .where('removed', 'is', null)
    .orderBy('added', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!before) return undefined;
  const first = { address, number: 1, document: before.id, seen: before.added, last: before.added };
  await tx.insertInto('version').values(first).execute();
  return first;
}

async function textOf(tx: Kysely<Schema>, id: string) {
  return await tx.selectFrom('document').select(['text', 'title']).where('id', '=', id).executeTakeFirst();
}

/** Words in a row by which two texts are compared, and the share of them that two versions of one article have at least. */
const SHINGLE = 5;
const SHARED = 0.2;

interface Printed {
  readonly text: string;
  readonly title: string | null;
}

function isSameArticle(one: Printed, other: Printed): boolean {
  if (one.title !== null && one.title === other.title) return true;
  const [ours, theirs] = [shinglesOf(one.text), shinglesOf(other.text)];
  const shared = [...ours].filter((shingle) => theirs.has(shingle)).length;
  return shared >= SHARED * Math.max(1, Math.min(ours.size, theirs.size));
}

function shinglesOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) shingles.add(words.slice(at, at + SHINGLE).join(' '));
  return shingles;
}

/** Whether another address shows a document still. */
async function isShownElsewhere(tx: Kysely<Schema>, document: string, address: string): Promise<boolean> {
  const row = await tx
    .selectFrom('version as own')
    .select('own.address')
    .where('own.document', '=', document)
    .where('own.address', '!=', address)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('version as later')
            .select('later.number')
            .whereRef('later.address', '=', 'own.address')
            .whereRef('later.number', '>', 'own.number'),
        ),
      ),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** What persons said of words that the new version still has counts for it too. */
async function carryReviews(tx: Kysely<Schema>, from: string, to: Pick<Document, 'id' | 'text'>): Promise<void> {
  const reviews = await tx
    .selectFrom('review')
    .selectAll()
    .where('document', '=', from)
    .where('undone', 'is', null)
    .execute();
  const kept = reviews.filter(({ selector }) => locate(to.text, JSON.parse(selector) as QuoteSelector));
  if (kept.length === 0) return;
  await tx
    .insertInto('review')
    .values(
      kept.map((review) => ({
        ...review,
        id: `r${createHash('sha256').update(`${review.id} ${to.id}`).digest('hex').slice(0, 12)}`,
        document: to.id,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await applyReviews(tx, to.id);
}

/**
 * All that the addresses of a document showed, oldest first; one line where nothing else is known.
 *
 * @param id of any version, or the beginning of it
 * @throws OnrecordError `not-found`
 */
export async function versionsOf(record: OpenRecord, id: string): Promise<DocumentVersion[]> {
  const document = await anyDocument(record, id);
  const addresses = await record.db.selectFrom('version').select('address').where('document', '=', document).execute();
  if (addresses.length === 0) return [];
  return await record.db
    .selectFrom('version')
    .innerJoin('document', 'document.id', 'version.document')
    .select(['version.address', 'version.number', 'version.document', 'document.title', 'version.seen', 'version.last'])
    .where(
      'version.address',
      'in',
      addresses.map(({ address }) => address),
    )
    .orderBy('version.address')
    .orderBy('version.number')
    .execute();
}

/** The id of a document, whether it is shown, out of date, or removed. */
async function anyDocument(record: OpenRecord, id: string): Promise<string> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('id', 'like', `${id.replace(/[%_]/gu, '')}%`)
    .orderBy('id')
    .limit(2)
    .execute();
  if (rows.length === 1 || rows[0]?.id === id) return rows[0]!.id;
  if (rows.length === 0)
    throw new OnrecordError('not-found', `no document in the record has the id ${id}; see: onrecord list`);
  throw new OnrecordError('not-found', `several documents have ids that begin with ${id}; give more of it`);
}

/** An article that was changed after it was read, newest change first. */
export interface ChangedDocument {
  readonly address: string;
  /** The version that is shown now. */
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly versions: number;
  /** ISO time at which the last change was seen. */
  readonly changed: string;
}

/** Addresses that showed another document from a time on, with what they showed before. */
export async function versionsSince(
  record: OpenRecord,
  time: string,
): Promise<{ readonly before: string; readonly document: string; readonly seen: string }[]> {
  return await record.db
    .selectFrom('version')
    .innerJoin('version as earlier', (join) =>
      join
        .onRef('earlier.address', '=', 'version.address')
        .on((on) => on('earlier.number', '=', on('version.number', '-', 1))),
    )
    .select(['earlier.document as before', 'version.document', 'version.seen'])
    .where('version.seen', '>=', time)
    .orderBy('version.seen')
    .execute();
}

/** The articles of which several versions are known. */
export async function changedDocuments(record: OpenRecord, limit = 100): Promise<ChangedDocument[]> {
  const rows = await record.db
    .selectFrom('version')
    .innerJoin('document', 'document.id', 'version.document')
    .select([
      'version.address',
      'version.document',
      'document.title',
      'document.outlet',
      'version.number as versions',
      'version.seen as changed',
    ])
    .where('version.number', '>', 1)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('version as later')
            .select('later.number')
            .whereRef('later.address', '=', 'version.address')
            .whereRef('later.number', '>', 'version.number'),
        ),
      ),
    )
    .orderBy('version.seen', 'desc')
    .orderBy('version.address')
    .limit(limit)
    .execute();
  return rows;
}

/** The statements of a version as they count for it, whether it is shown or out of date, in the order of its text. */
export async function statementsOfVersion(record: OpenRecord, document: string): Promise<Statement[]> {
  const rows = await record.db
    .selectFrom('statement')
    .select('value')
    .where('document', '=', document)
    .where('origin', '!=', 'rejected')
    .orderBy('start')
    .orderBy('position')
    .execute();
  return rows.map(({ value }) => JSON.parse(value) as Statement);
}

/** A document as it was read, whether it is shown or out of date. Throws `not-found`. */
export async function getVersion(record: OpenRecord, id: string) {
  const { removed } = await record.db
    .selectFrom('document')
    .select('removed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return await getDocument(record, id, { removed: removed !== null });
}
