import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import {
  locate,
  overlap,
  type QuoteSelector,
  type Range,
  type Said,
  type Speaker,
  type Statement,
  type StatementKind,
  spanOf,
} from '../../document/index.ts';
import { columnsOf } from '../statements/columns.ts';
import { statementOf } from '../statements/json.ts';
import type { Schema } from '../store/schema.ts';

/** What a person may say of a statement. */
export type ReviewKind = 'right' | 'not-a-statement' | 'speaker' | 'said' | 'kind' | 'extent' | 'added' | 'pair';

/** What a person may say of two statements of one speaker. */
export type PairMark = 'shift' | 'same' | 'unrelated';

/** The values that the kinds take. */
export interface ReviewValue {
  readonly speaker?: Pick<Speaker, 'name' | 'type'>;
  readonly said?: Pick<Said, 'earliest' | 'latest'>;
  readonly kind?: StatementKind;
  /** Of `extent` and `added`: where the content stands. */
  readonly content?: readonly QuoteSelector[];
  /** Of `pair`: the later of the two statements, and what they are to each other. */
  readonly pair?: {
    readonly mark: PairMark;
    readonly later: { readonly document: string; readonly selector: QuoteSelector };
  };
  /** The statement as it was when the person reviewed it: it stays where a new reading no longer finds it. */
  readonly statement?: Statement;
}

/** What one person said of one statement, at one time; the document is named by the hash of its bytes. */
export interface Review {
  readonly id: string;
  readonly document: string;
  readonly kind: ReviewKind;
  /** The first span of the content that it is said of. */
  readonly selector: QuoteSelector;
  readonly value: ReviewValue;
  readonly author: string;
  /** ISO times. */
  readonly made: string;
  readonly undone: string | null;
}

export function reviewOf(row: Schema['review']): Review {
  return { ...row, kind: row.kind as ReviewKind, selector: JSON.parse(row.selector), value: JSON.parse(row.value) };
}

interface Row {
  /** Undefined for what a person added, and what only a review keeps. */
  readonly rowid: number | undefined;
  readonly statement: Statement;
}

/**
 * Applies what people said of a document to what extraction says, the older review first, so that of two that differ the
 * newer counts. A review finds its statement by the place of its quotation, whatever its id is now. Runs inside the
 * transaction that wrote the statements or the review. A statement that is changed leaves its utterance, and loses its
 * vector where its words are others: it has to be encoded and compared anew.
 *
 * @returns ids of the reviews whose quotation or statement is no longer there
 */
export async function applyReviews(tx: Kysely<Schema>, document: string): Promise<string[]> {
  const { text } = await tx.selectFrom('document').select('text').where('id', '=', document).executeTakeFirstOrThrow();
  const stored = await tx
    .selectFrom('statement')
    .selectAll()
    .where('document', '=', document)
    .orderBy('position')
    .execute();
  const reviews = await standingReviews(tx, document);
  if (reviews.length === 0 && stored.every(({ extracted, origin }) => extracted === null && origin === 'program'))
    return [];
  const own = stored.filter(({ origin }) => origin !== 'person');
  const rows = own.map((row) => ({
    rowid: row.rowid!,
    statement: statementOf(row.extracted ?? row.value),
  }));
  const { decided, lost } = decide(text, rows, reviews);
  const byNumber = new Map(own.map((row) => [row.rowid!, row]));
  const kept: Statement[] = [];
  for (const { row, value, isRejected } of decided) {
    if (row.rowid !== undefined) await writeReviewed(tx, byNumber.get(row.rowid)!, row.statement, value, isRejected);
    else if (!isRejected) kept.push(value);
  }
  const before = stored.filter(({ origin }) => origin === 'person');
  await writeKept(tx, document, before, kept);
  return lost;
}

async function standingReviews(tx: Kysely<Schema>, document: string): Promise<Review[]> {
  const rows = await tx
    .selectFrom('review')
    .selectAll()
    .where('document', '=', document)
    .where('undone', 'is', null)
    .where('kind', '!=', 'pair')
    .orderBy('made')
    .orderBy('id')
    .execute();
  return rows.map(reviewOf);
}

/** What a statement is once all reviews were applied to it. */
interface Decided {
  readonly row: Row;
  readonly value: Statement;
  readonly isRejected: boolean;
}

/** Statements as extracted and reviews, oldest first → what each statement is then; those that only reviews keep come last. */
function decide(
  text: string,
  extracted: readonly Row[],
  reviews: readonly Review[],
): { readonly decided: readonly Decided[]; readonly lost: string[] } {
  const rows = [...extracted];
  const lost: string[] = [];
  const changed = new Map<Row, Statement>();
  const rejected = new Set<Row>();
  for (const review of reviews) {
    const row = rowOf(text, rows, review);
    if (!row) {
      lost.push(review.id);
      continue;
    }
    if (!rows.includes(row)) rows.push(row);
    if (review.kind === 'not-a-statement') rejected.add(row);
    else {
      rejected.delete(row);
      if (review.kind !== 'added') changed.set(row, revised(text, changed.get(row) ?? row.statement, review));
    }
  }
  const decided = rows.map((row) => ({
    row,
    value: changed.get(row) ?? row.statement,
    isRejected: rejected.has(row),
  }));
  return { decided, lost };
}

/** A row as it was before, as far as it decides what has to be compared anew. */
type StoredRow = Pick<Schema['statement'], 'id' | 'origin' | 'content' | 'kind' | 'speaker' | 'earliest' | 'latest'> & {
  readonly rowid?: number | undefined;
};

/** Writes a statement as reviews have it, beside what was extracted. */
async function writeReviewed(
  tx: Kysely<Schema>,
  stored: StoredRow,
  extracted: Statement,
  value: Statement,
  isRejected: boolean,
): Promise<void> {
  const columns = columnsOf(value);
  await tx
    .updateTable('statement')
    .set({
      ...columns,
      extracted: value !== extracted || isRejected ? JSON.stringify(extracted) : null,
      origin: isRejected ? 'rejected' : 'program',
    })
    .where('rowid', '=', stored.rowid!)
    .execute();
  if (columns.content !== stored.content) await tx.deleteFrom('vector').where('statement', '=', stored.id).execute();
  const isOther =
    isRejected !== (stored.origin === 'rejected') ||
    (['content', 'kind', 'speaker', 'earliest', 'latest'] as const).some(
      (column) => columns[column] !== stored[column],
    );
  if (isOther) await tx.deleteFrom('report').where('statement', '=', stored.id).execute();
}

/** The statement that a review speaks of: as it is now, else as it was then, if its words are still there. */
function rowOf(text: string, rows: readonly Row[], review: Review): Row | undefined {
  if (review.kind === 'added') {
    const statement = addedStatement(text, review);
    return statement && { rowid: undefined, statement };
  }
  const place = locate(text, review.selector);
  if (!place) return undefined;
  const { statement } = review.value;
  const kept = statement && place.start === review.selector.start && review.kind !== 'not-a-statement';
  return nearest(rows, place) ?? (kept ? { rowid: undefined, statement } : undefined);
}

/** The statement whose content shares most with a place, if it is half of either. */
function nearest(rows: readonly Row[], place: Range): Row | undefined {
  const shared = ({ statement }: Row) => statement.content.reduce((sum, span) => sum + overlap(span, place), 0);
  const size = ({ statement }: Row) => statement.content.reduce((sum, span) => sum + span.end - span.start, 0);
  const likeness = (row: Row) => shared(row) / Math.max(1, size(row) + (place.end - place.start) - shared(row));
  return rows
    .filter((row) => shared(row) >= 0.5 * Math.min(size(row), place.end - place.start))
    .sort((a, b) => likeness(b) - likeness(a))[0];
}

function revised(text: string, statement: Statement, { kind, value }: Review): Statement {
  const confidence = statement.confidence;
  if (kind === 'speaker' && value.speaker)
    return {
      ...statement,
      speaker: { ...value.speaker, basis: 'reviewed' },
      confidence: { ...confidence, speaker: 1 },
    };
  if (kind === 'said' && value.said)
    return { ...statement, said: { ...value.said, basis: 'reviewed' }, confidence: { ...confidence, said: 1 } };
  if (kind === 'kind' && value.kind) return { ...statement, kind: value.kind };
  if (kind === 'extent' && value.content) {
    const content = value.content.flatMap((selector) => locate(text, selector) ?? []);
    if (content.length > 0) return { ...statement, content: content.map(({ start, end }) => spanOf(text, start, end)) };
  }
  return { ...statement, confidence: { ...confidence, statement: 1 } };
}

function addedStatement(text: string, { id, value }: Review): Statement | undefined {
  const content = (value.content ?? []).flatMap((selector) => locate(text, selector) ?? []);
  if (content.length === 0) return undefined;
  return {
    id: `s${createHash('sha256').update(id).digest('hex').slice(0, 12)}`,
    kind: value.kind ?? 'indirect',
    content: content.map(({ start, end }) => spanOf(text, start, end)),
    cue: [],
    source: [],
    speaker: value.speaker ? { ...value.speaker, basis: 'reviewed' } : { name: '', type: 'unknown', basis: 'none' },
    act: 'say',
    class: 'speech',
    said: value.said ? { ...value.said, basis: 'reviewed' } : { basis: 'unknown' },
    confidence: { statement: 1, speaker: 1, said: 1 },
  };
}

/** Writes the statements that no reading gives; one that is there already as it should be stays untouched. */
async function writeKept(
  tx: Kysely<Schema>,
  document: string,
  before: readonly Pick<Schema['statement'], 'id' | 'value'>[],
  kept: readonly Statement[],
): Promise<void> {
  const wanted = new Map(kept.map(({ parent: _, ...statement }) => [statement.id, statement as Statement]));
  for (const { id, value } of before) {
    const statement = wanted.get(id);
    if (statement && columnsOf(statement).value === value) wanted.delete(id);
    else await tx.deleteFrom('statement').where('id', '=', id).where('origin', '=', 'person').execute();
  }
  for (const statement of wanted.values()) await insertKept(tx, document, statement);
}

async function insertKept(tx: Kysely<Schema>, document: string, statement: Statement): Promise<void> {
  const { position } = await tx
    .selectFrom('statement')
    .select((select) => select.fn.max('position').as('position'))
    .where('document', '=', document)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('statement')
    .values({
      id: statement.id,
      document,
      position: Number(position ?? -1) + 1,
      act: statement.act,
      parent: null,
      ...columnsOf(statement),
      extracted: null,
      origin: 'person',
    })
    .execute();
}
