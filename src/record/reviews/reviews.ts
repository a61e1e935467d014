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
  const { text } = await record.db
    .selectFrom('document')
    .select('text')
    .where('id', '=', document)
    .executeTakeFirstOrThrow();
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
  const { text } = await record.db
    .selectFrom('document')
    .select('text')
    .where('id', '=', later.document.id)
    .executeTakeFirstOrThrow();
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
    const { text } = await tx
      .selectFrom('document')
      .select('text')
      .where('id', '=', document)
      .executeTakeFirstOrThrow();
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

async function applyAnew(tx: Kysely<Schema>, document: string): Promise<void> {
  await applyReviews(tx, document);
  await linkDocument(tx, document);
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

/** Takes a review back; what extraction said, or an older review, counts again. Throws `not-found`. */
export async function undoReview(record: OpenRecord, id: string): Promise<Review> {
  return await record.transaction(async (tx) => {
    const row = await tx
      .selectFrom('review')
      .selectAll()
      .where('id', '=', id)
      .where('undone', 'is', null)
      .executeTakeFirst();
    if (!row) throw new OnrecordError('not-found', `there is no review ${id} to undo; see: onrecord review list`);
    const undone = new Date().toISOString();
    await tx.updateTable('review').set({ undone }).where('id', '=', id).execute();
    await applyAnew(tx, row.document);
    return { ...reviewOf(row), undone };
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
    for (const document of documents) {
      const held = await tx.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst();
      if (held) await applyAnew(tx, document);
      else waiting += reviews.filter((review) => review.document === document).length;
    }
    return { added, known, waiting };
  });
}
