import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Format, OnrecordError } from '../document/index.ts';
import { type DocumentFilter, documentsThat } from './documents.ts';
import { cursorOf, type Page, placeOf } from './page.ts';
import type { OpenRecord } from './store/record.ts';
import { among } from './store/sql.ts';

/** One line of a list of documents. */
export interface DocumentListing {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly statements: number;
  /** The files and addresses it was read from. */
  readonly names: readonly string[];
}

/** The documents of the record, newest publication first. */
export async function listDocuments(record: OpenRecord, { removed = false } = {}): Promise<DocumentListing[]> {
  const documents: DocumentListing[] = [];
  for await (const document of eachDocument(record, { removed })) documents.push(document);
  return documents;
}

/** How many rows are read at a time when all are wanted. */
const STEP = 500;

/** All documents that match a filter, newest publication first. */
export async function* eachDocument(record: OpenRecord, filter: DocumentFilter = {}): AsyncGenerator<DocumentListing> {
  let after: string | undefined;
  do {
    const page = await pageDocuments(record, filter, { limit: STEP, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/**
 * One page of the documents that match a filter, newest publication first.
 *
 * @param after the `next` of the previous page; undefined for the first page, which alone has the `total`
 * @throws OnrecordError `wrong-usage` if `after` is not a cursor, `not-found` if an id in the filter matches no document
 */
export async function pageDocuments(
  record: OpenRecord,
  filter: DocumentFilter,
  { limit = 50, after }: { limit?: number; after?: string | undefined } = {},
): Promise<Page<DocumentListing>> {
  const base = await documentsThat(record, filter);
  const published = sql<string>`coalesce(published, '')`;
  let query = base
    .select((select) => [
      'id',
      'title',
      'outlet',
      'published',
      'language',
      select
        .selectFrom('statement')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('statement.document', '=', 'document.id')
        .where('statement.origin', '!=', 'rejected')
        .where('statement.class', '=', 'speech')
        .as('statements'),
    ])
    .orderBy(published, 'desc')
    .orderBy('id', 'desc');
  if (after !== undefined) {
    const [day, id] = placeOf(after, ['string', 'string']);
    query = query.where(sql<boolean>`(coalesce(published, ''), id) < (${day}, ${id})`);
  }
  const rows = await query.limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const names = await namesOf(
    record,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  const all = after === undefined ? await base.select((count) => count.fn.countAll<number>().as('n')).execute() : [];
  return {
    items: page.map((row) => ({ ...row, statements: Number(row.statements ?? 0), names: names.get(row.id) ?? [] })),
    ...(rows.length > limit && last ? { next: cursorOf([last.published ?? '', last.id]) } : {}),
    ...(all[0] ? { total: Number(all[0].n) } : {}),
  };
}

/** The files and addresses that documents were read from. */
async function namesOf(record: OpenRecord, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await record.db
    .selectFrom('appearance')
    .select(['document', 'name'])
    .where('document', 'in', among(ids))
    .orderBy('added')
    .execute();
  const names = new Map<string, string[]>();
  for (const { document, name } of rows) names.set(document, [...(names.get(document) ?? []), name]);
  return names;
}

/** An outlet, and how many of its documents the record has. */
export interface OutletListing {
  readonly name: string;
  readonly documents: number;
}

/** The outlets of the record, most documents first. */
export async function listOutlets(record: OpenRecord): Promise<OutletListing[]> {
  const rows = await record.db
    .selectFrom('document')
    .select(['outlet as name', (count) => count.fn.countAll<number>().as('documents')])
    .where('removed', 'is', null)
    .where('outlet', 'is not', null)
    .groupBy('outlet')
    .orderBy('documents', 'desc')
    .orderBy('outlet')
    .execute();
  return rows.map(({ name, documents }) => ({ name: name!, documents: Number(documents) }));
}

/**
 * Stores the bytes of a document that is going to be read.
 *
 * @returns their SHA-256, in hexadecimal
 */
export async function keepOriginal(record: OpenRecord, bytes: Uint8Array, format: Format): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await record.db
    .insertInto('original')
    .values({ sha256, format, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

/** The id of the document that was read from the same bytes under the same name; undefined if there is none, or if it was removed. */
export async function isHeld(record: OpenRecord, bytes: Uint8Array, name: string): Promise<string | undefined> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const row = await record.db
    .selectFrom('appearance')
    .innerJoin('document', 'document.id', 'appearance.document')
    .select('document.id')
    .where('appearance.original', '=', sha256)
    .where('appearance.name', '=', name)
    .where('document.removed', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/**
 * Stored bytes by their SHA-256 (hexadecimal).
 *
 * @throws OnrecordError `not-found`
 */
export async function getOriginalBytes(record: OpenRecord, sha256: string): Promise<Uint8Array> {
  const row = await record.db.selectFrom('original').select('bytes').where('sha256', '=', sha256).executeTakeFirst();
  if (!row) throw new OnrecordError('not-found', `no original is stored under ${sha256}`);
  return row.bytes;
}

/** The unchanged bytes that a document was first read from; undefined if there is no such document. */
export async function getOriginal(
  record: OpenRecord,
  document: string,
): Promise<{ readonly bytes: Uint8Array; readonly format: string; readonly name: string } | undefined> {
  return await record.db
    .selectFrom('document')
    .innerJoin('original', 'original.sha256', 'document.original')
    .innerJoin('appearance', (join) =>
      join.onRef('appearance.document', '=', 'document.id').onRef('appearance.original', '=', 'document.original'),
    )
    .select(['original.bytes', 'original.format', 'appearance.name'])
    .where('document.id', '=', document)
    .executeTakeFirst();
}
