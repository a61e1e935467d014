import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { BodySource, Document, DocumentDetails, Extraction, Original } from '../document/index.ts';
import { OnrecordError } from '../document/index.ts';
import { linkDocument } from './entities/link.ts';
import { noteVersion } from './note-version.ts';
import { applyReviews } from './reviews/apply.ts';
import { insertExtraction } from './statements/insert.ts';
import { rowsMatching } from './store/fulltext.ts';
import { readJson } from './store/json.ts';
import type { OpenRecord } from './store/record.ts';
import type { DocumentRow, NewDocumentRow, Schema } from './store/schema.ts';
import { among } from './store/sql.ts';
import { wordsQuery } from './store/text-query.ts';
import { insertVectors, type StatementVector } from './vectors.ts';

/** A document in the record, with when it was added. */
export interface StoredDocument extends Document {
  readonly added: string;
}

/** What became of a document that was to be added. */
export type AddOutcome =
  /** It is new. */
  | 'added'
  /** These very bytes were there already. */
  | 'known'
  /** Its text was there already from another file, which is noted as another appearance. */
  | 'copy'
  /** It had been removed, or was out of date, and is back. */
  | 'restored'
  /** It is new, and takes the place of another text that its address showed before. */
  | 'version';

export interface AddResult {
  readonly outcome: AddOutcome;
  /** Id of the document that now stands for these bytes. */
  readonly document: string;
  /** Id of the document that it takes the place of. */
  readonly replaced?: string;
}

/**
 * What the record already knows of these bytes or this text, before anything is extracted; undefined when nothing.
 * `original` alone finds the same bytes; with the document, the same text too.
 */
export async function findKnown(
  record: OpenRecord,
  original: Original,
  document?: Document,
): Promise<AddResult | undefined> {
  const same = await record.db
    .selectFrom('appearance')
    .innerJoin('document', 'document.id', 'appearance.document')
    .select(['document.id', 'document.removed'])
    .where('appearance.original', '=', original.sha256)
    .executeTakeFirst();
  if (same) return { outcome: same.removed === null ? 'known' : 'restored', document: same.id };
  if (!document) return undefined;
  const copy = await record.db
    .selectFrom('document')
    .select(['id', 'removed'])
    .where('fingerprint', '=', fingerprint(document))
    .executeTakeFirst();
  return copy && { outcome: copy.removed === null ? 'copy' : 'restored', document: copy.id };
}

/**
 * Adds a document and all that was extracted from it, in one transaction; or notes where a known one appeared again.
 *
 * @param vectors what its statements are about, where they are encoded already
 */
export async function addDocument(
  record: OpenRecord,
  document: Document,
  original: Original,
  extraction: Extraction,
  vectors: readonly StatementVector[] = [],
): Promise<AddResult> {
  return record.transaction(async (tx) => {
    await tx
      .insertInto('original')
      .values({ sha256: original.sha256, format: original.format, bytes: original.bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const print = fingerprint(document);
    const known = await tx
      .selectFrom('document')
      .select(['id', 'removed', 'superseded'])
      .where((where) => where.or([where('id', '=', document.id), where('fingerprint', '=', print)]))
      .executeTakeFirst();
    const added = new Date().toISOString();
    const id = known?.id ?? document.id;
    if (!known) {
      await tx
        .insertInto('document')
        .values(rowOf(document, original, print, added))
        .execute();
      await insertExtraction(tx, id, extraction);
      await insertVectors(tx, vectors);
      // A colleague's reviews may have come before the document.
      await applyReviews(tx, id);
      await linkDocument(tx, id);
    } else if (known.removed !== null && known.superseded === null)
      await tx.updateTable('document').set({ removed: null }).where('id', '=', id).execute();
    const { title = null, outlet = null, url = null, published = null } = document;
    const { numInsertedOrUpdatedRows: fresh } = await tx
      .insertInto('appearance')
      .values({ document: id, original: original.sha256, name: original.name, title, outlet, url, published, added })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    const replaced = await noteVersion(tx, { ...document, id }, added);
    if (replaced !== undefined) return { outcome: known ? 'restored' : 'version', document: id, replaced };
    if (!known) return { outcome: 'added', document: id };
    if (known.removed !== null) return { outcome: 'restored', document: id };
    return { outcome: known.id === document.id || !fresh ? 'known' : 'copy', document: id };
  });
}

/** The letters and digits of the article's own paragraphs: alike for one text in whatever format it comes. */
export function fingerprint(document: Document): string {
  const own = document.blocks.filter(
    (block) => block.kind === 'paragraph' || block.kind === 'blockquote' || block.kind === 'list-item',
  );
  const blocks = own.length > 0 ? own : document.blocks;
  const letters = blocks
    .map((block) => document.text.slice(block.start, block.end))
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return createHash('sha256').update(letters).digest('hex');
}

function rowOf(document: Document, original: Original, print: string, added: string): NewDocumentRow {
  const { title = null, byline = null, outlet = null, url = null, published = null } = document;
  return {
    id: document.id,
    original: original.sha256,
    fingerprint: print,
    title,
    byline,
    outlet,
    url,
    published,
    modified: document.modified ?? null,
    body_from: document.bodyFrom ?? null,
    thin: document.isThin ? 'true' : null,
    language: document.language,
    text: document.text,
    blocks: JSON.stringify(document.blocks),
    details: '{}',
    added,
    removed: null,
    superseded: null,
  };
}

function documentOf(row: Omit<DocumentRow, 'rowid'>): StoredDocument {
  const { id, title, byline, outlet, url, published, modified, language, text, blocks, added } = row;
  return {
    id,
    ...(title === null ? {} : { title }),
    ...(byline === null ? {} : { byline }),
    ...(outlet === null ? {} : { outlet }),
    ...(url === null ? {} : { url }),
    ...(published === null ? {} : { published }),
    ...(modified === null ? {} : { modified }),
    ...(row.body_from === null ? {} : { bodyFrom: row.body_from as BodySource }),
    ...(row.thin === null ? {} : { isThin: true }),
    language,
    text,
    blocks: readJson(blocks),
    added,
  };
}

/** A document by its id or the beginning of it. Throws `not-found` when none or several fit. */
export async function getDocument(record: OpenRecord, id: string, { removed = false } = {}): Promise<StoredDocument> {
  const rows = await record.db
    .selectFrom('document')
    .selectAll()
    .where('id', 'like', `${id.replace(/[%_]/gu, '')}%`)
    .where('removed', removed ? 'is not' : 'is', null)
    .orderBy('id')
    .limit(2)
    .execute();
  if (rows.length === 0)
    throw new OnrecordError('not-found', `no ${removed ? 'removed ' : ''}document in the record has the id ${id}`);
  // The whole id of one may be the beginning of another's.
  if (rows.length > 1 && rows[0]!.id !== id)
    throw new OnrecordError('not-found', `several documents have ids that begin with ${id}; give more of it`);
  return documentOf(rows[0]!);
}

/** Which documents are wanted; every condition that is given must hold. */
export interface DocumentFilter {
  /** Ids, or the beginnings of them; each must fit one. */
  readonly documents?: readonly string[];
  /** Publication dates (`YYYY-MM-DD`, or `YYYY-MM`, or `YYYY`), inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Words that the title or text must hold. */
  readonly about?: string;
  readonly outlet?: string;
  /** A name of an author, or a part of it. */
  readonly author?: string;
  /** Those that were removed, instead of those that are there. */
  readonly removed?: boolean;
}

/** A document as a whole, for comparisons. */
export interface FoundDocument {
  readonly id: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly text: string;
}

/** The documents that fit the filter; the caller selects the columns and the order. */
export async function documentsThat(record: OpenRecord, filter: DocumentFilter) {
  const { documents, since, until, about, outlet, author } = filter;
  let query = record.db
    .selectFrom('document')
    .where('removed', filter.removed ? 'is not' : 'is', null)
    .where('superseded', 'is', null);
  if (documents !== undefined) {
    const ids = await wholeIds(record, documents);
    query = query.where('id', 'in', among(ids));
  }
  if (since !== undefined) query = query.where('published', '>=', since);
  if (until !== undefined) query = query.where('published', '<=', `${until}~`);
  if (outlet !== undefined) query = query.where(sql<boolean>`lower(outlet) like lower(${outlet})`);
  if (author !== undefined) query = query.where(sql<boolean>`instr(lower(byline), lower(${author})) > 0`);
  if (about !== undefined) {
    query = query.where(sql<boolean>`rowid in ${rowsMatching(record.db, 'document', wordsQuery(about))}`);
  }
  return query;
}

/** The documents that fit, earliest publication first. Throws `not-found` where an id fits none or several. */
export async function findDocuments(record: OpenRecord, filter: DocumentFilter = {}): Promise<FoundDocument[]> {
  const query = await documentsThat(record, filter);
  return await query
    .select(['id', 'title', 'byline', 'outlet', 'published', 'text'])
    .orderBy('published')
    .orderBy('added')
    .orderBy('id')
    .execute();
}

/** Beginnings of ids → the ids; those that are whole already are looked up together. */
async function wholeIds(record: OpenRecord, beginnings: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from document where removed is null and id in ${among(beginnings)}`.execute(record.db);
  const whole = new Set(rows.map(({ id }) => id));
  const others = beginnings.filter((id) => !whole.has(id));
  return [...whole, ...(await Promise.all(others.map(async (id) => (await getDocument(record, id)).id)))];
}

/** Removes a document from all answers; `restoreDocument` undoes it. Throws `not-found`. */
export async function removeDocument(record: OpenRecord, id: string): Promise<StoredDocument> {
  const document = await getDocument(record, id);
  await record.db
    .updateTable('document')
    .set({ removed: new Date().toISOString() })
    .where('id', '=', document.id)
    .execute();
  return document;
}

/** Puts a removed document back. Throws `not-found`, and `wrong-usage` for a version that is out of date. */
export async function restoreDocument(record: OpenRecord, id: string): Promise<StoredDocument> {
  const document = await getDocument(record, id, { removed: true });
  const { superseded } = await record.db
    .selectFrom('document')
    .select('superseded')
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow();
  if (superseded !== null)
    throw new OnrecordError(
      'wrong-usage',
      `${document.id} is out of date, not removed: its address shows a newer version`,
    );
  await record.db.updateTable('document').set({ removed: null }).where('id', '=', document.id).execute();
  return document;
}

/** Records what a person says about a document and replaces its extraction, in one transaction. */
export async function setDetails(
  record: OpenRecord,
  id: string,
  details: DocumentDetails,
  extraction: Extraction,
  vectors: readonly StatementVector[] = [],
): Promise<void> {
  await record.transaction(async (tx) => {
    await tx.updateTable('document').set(details).where('id', '=', id).execute();
    const { details: before } = await tx
      .selectFrom('document')
      .select('details')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('document')
      .set({ details: JSON.stringify({ ...readJson<DocumentDetails>(before), ...details }) })
      .where('id', '=', id)
      .execute();
    await replaceExtraction(tx, id, extraction, vectors);
  });
}

/** Replaces the extraction of a document; reviews are applied to the new one. */
export async function replaceStatements(
  record: OpenRecord,
  id: string,
  extraction: Extraction,
  vectors: readonly StatementVector[] = [],
): Promise<void> {
  await record.transaction((tx) => replaceExtraction(tx, id, extraction, vectors));
}

async function replaceExtraction(
  tx: Kysely<Schema>,
  id: string,
  extraction: Extraction,
  vectors: readonly StatementVector[],
): Promise<void> {
  await tx.deleteFrom('statement').where('document', '=', id).execute();
  await tx.deleteFrom('figure').where('document', '=', id).execute();
  await tx.deleteFrom('named').where('document', '=', id).execute();
  await insertExtraction(tx, id, extraction);
  await insertVectors(tx, vectors);
  await applyReviews(tx, id);
  await linkDocument(tx, id);
}

/** Those of some documents that were added at a time (ISO) or after it. */
export async function documentsAddedSince(
  record: OpenRecord,
  time: string,
  documents: readonly string[],
): Promise<string[]> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('id', 'in', among(documents))
    .where('added', '>=', time)
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of the documents of the record, in the order in which they were added. */
export async function documentIds(record: OpenRecord): Promise<string[]> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('removed', 'is', null)
    .orderBy('added')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Number of documents and statements in the record, without removed ones. */
export async function countRecord(db: Kysely<Schema>): Promise<{ documents: number; statements: number }> {
  const documents = await db
    .selectFrom('document')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('removed', 'is', null)
    .executeTakeFirstOrThrow();
  const statements = await db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select((count) => count.fn.countAll<number>().as('n'))
    .where('statement.class', '=', 'speech')
    .where('removed', 'is', null)
    .executeTakeFirstOrThrow();
  return { documents: Number(documents.n), statements: Number(statements.n) };
}
