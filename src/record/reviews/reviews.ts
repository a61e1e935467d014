import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { OnrecordError, type Range, type Statement, selectorOf } from '../../document/index.ts';
import { linkDocument } from '../entities/link.ts';
import { getStatement } from '../statements/find.ts';
import type { StoredStatement } from '../statements/stored.ts';
import type { OpenRecord } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { applyReviews, type PairMark, type Review, type ReviewKind, type ReviewValue, reviewOf } from './apply.ts';

/** What a person says of a statement of the record. Gives the review's id, by which it can be undone. */
export async function reviewStatement(
  record: OpenRecord,
  statement: string,
  kind: Exclude<ReviewKind, 'added' | 'pair'>,
  value: ReviewValue,
  author: string,
): Promise<string> {
  const found = await getStatement(record, statement);
  const extracted = found.reviewed?.extracted ?? plainStatement(found);
  return await keep(record, found.document.id, kind, extracted.content[0]!, { ...value, statement: extracted }, author);
}

/** A statement without what the record adds to it. */
function plainStatement({ document: _d, entity: _e, reviewed: _r, ...statement }: StoredStatement): Statement {
  return statement;
}

/** A statement that the program missed. `content` are places in the document's text. */
export async function addStatement(
  record: OpenRecord,
  document: string,
  content: readonly Range[],
  value: Omit<ReviewValue, 'content'>,
  author: string,
): Promise<string> {
  const text = await textOf(record.db, document);
  const selectors = content.map((range) => selectorOf(text, range));
  return await keep(record, document, 'added', content[0]!, { ...value, content: selectors }, author);
}

/** What a person says of two statements, the earlier first; see `markPair`. */
export async function reviewPair(
  record: OpenRecord,
  earlier: StoredStatement,
  later: StoredStatement,
  mark: PairMark,
  author: string,
): Promise<string> {
  const text = await textOf(record.db, later.document.id);
  const selector = selectorOf(text, later.content[0]!);
  const pair = { mark, later: { document: later.document.id, selector } };
  return await keep(record, earlier.document.id, 'pair', earlier.content[0]!, { pair }, author);
}

async function keep(
  record: OpenRecord,
  document: string,
  kind: ReviewKind,
  place: Range,
  value: ReviewValue,
  author: string,
): Promise<string> {
  return await record.transaction(async (tx) => {
    const text = await textOf(tx, document);
    const id = `r${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    const selector = JSON.stringify(selectorOf(text, place));
    const made = new Date().toISOString();
    await tx
      .insertInto('review')
      .values({ id, document, kind, selector, value: JSON.stringify(value), author, made, undone: null })
      .execute();
    await applyAnew(tx, document);
    return id;
  });
}

async function textOf(db: Kysely<Schema>, document: string): Promise<string> {
  const row = await db.selectFrom('document').select('text').where('id', '=', document).executeTakeFirst();
  if (!row) throw new OnrecordError('not-found', `no document in the record has the id ${document}`);
  return row.text;
}

/** Applies what people said of a document; does nothing, and gives false, where the record does not hold it. */
async function applyAnew(tx: Kysely<Schema>, document: string): Promise<boolean> {
  const held = await tx.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst();
  if (!held) return false;
  await applyReviews(tx, document);
  await linkDocument(tx, document);
  return true;
}

/** Which reviews are wanted. */
export interface ReviewFilter {
  readonly document?: string;
  readonly undone?: boolean;
}

/** What persons said, oldest first. */
export async function listReviews(
  record: OpenRecord,
  { document, undone = false }: ReviewFilter = {},
): Promise<Review[]> {
  let query = record.db.selectFrom('review').selectAll();
  if (document !== undefined) query = query.where('document', 'like', `${document.replace(/[%_]/gu, '')}%`);
  if (!undone) query = query.where('undone', 'is', null);
  return (await query.orderBy('made').orderBy('id').execute()).map(reviewOf);
}

/** A review that stands. Throws `not-found` where there is none, or it was taken back. */
export async function standingReview(record: OpenRecord, id: string): Promise<Review> {
  return await standing(record.db, id);
}

async function standing(db: Kysely<Schema>, id: string): Promise<Review> {
  const row = await db
    .selectFrom('review')
    .selectAll()
    .where('id', '=', id)
    .where('undone', 'is', null)
    .executeTakeFirst();
  if (!row) throw new OnrecordError('not-found', `there is no review ${id} to undo`);
  return reviewOf(row);
}

/**
 * Takes a review back; what extraction said, or an older review, counts again. One of a document that the record does not
 * hold is only marked as undone.
 *
 * @throws OnrecordError `not-found` where there is no such review, or it was taken back before
 */
export async function undoReview(record: OpenRecord, id: string): Promise<Review> {
  return await record.transaction(async (tx) => {
    const review = await standing(tx, id);
    const undone = new Date().toISOString();
    await tx.updateTable('review').set({ undone }).where('id', '=', id).execute();
    await applyAnew(tx, review.document);
    return { ...review, undone };
  });
}

/** Two reviews of one statement by different people that say different things; the newer counts. */
export interface ReviewConflict {
  readonly older: Review;
  readonly newer: Review;
}

/** Where people disagree, newest first. */
export async function reviewConflicts(record: OpenRecord): Promise<ReviewConflict[]> {
  const reviews = await listReviews(record);
  const about = ({ document, selector, value: { pair } }: Review) =>
    `${document}:${selector.start}:${selector.exact}:${pair ? `${pair.later.document}:${pair.later.selector.start}` : ''}`;
  return reviews
    .flatMap((newer, i) => reviews.slice(0, i).map((older) => ({ older, newer })))
    .filter(
      ({ older, newer }) => older.author !== newer.author && about(older) === about(newer) && disagree(older, newer),
    )
    .reverse();
}

function disagree(one: Review, other: Review): boolean {
  const said = ({ value: { statement: _, ...own } }: Review) => JSON.stringify(own);
  if (one.kind === other.kind) return said(one) !== said(other);
  return one.kind === 'not-a-statement' || other.kind === 'not-a-statement';
}

/** What became of reviews that a colleague sent. */
export interface Imported {
  readonly added: number;
  readonly known: number;
  /** Those of documents that the record lacks; they are kept, and count once the document is added. */
  readonly waiting: number;
}

/** Takes in reviews of colleagues; one that is known already is not taken twice, an undoing is. */
export async function importReviews(record: OpenRecord, reviews: readonly Review[]): Promise<Imported> {
  return await record.transaction(async (tx) => {
    let [added, known, waiting] = [0, 0, 0];
    const documents = new Set<string>();
    for (const { selector, value, ...review } of reviews) {
      const before = await tx.selectFrom('review').select('undone').where('id', '=', review.id).executeTakeFirst();
      if (before && (before.undone !== null || review.undone === null)) {
        known++;
        continue;
      }
      if (before) await tx.updateTable('review').set({ undone: review.undone }).where('id', '=', review.id).execute();
      else
        await tx
          .insertInto('review')
          .values({ ...review, selector: JSON.stringify(selector), value: JSON.stringify(value) })
          .execute();
      added++;
      documents.add(review.document);
    }
    for (const document of documents)
      if (!(await applyAnew(tx, document))) waiting += reviews.filter((review) => review.document === document).length;
    return { added, known, waiting };
  });
}
