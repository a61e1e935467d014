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
  /** The statement as it was when the person spoke of it: it stays where a new reading finds it no more. */
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
 * Applies what persons said of a document to what extraction says, the older review first, so that of two that differ
 * the newer counts. A review finds its statement by the place of its quotation, whatever its id is now. Inside the
 * transaction that wrote the statements or the review.
 *
 * @returns ids of the reviews whose quotation or statement is no longer there
 */
export async function applyReviews(tx: Kysely<Schema>, document: string): Promise<string[]> {
  await tx.deleteFrom('statement').where('document', '=', document).where('origin', '=', 'person').execute();
  const { text } = await tx.selectFrom('document').select('text').where('id', '=', document).executeTakeFirstOrThrow();
  const stored = await tx
    .selectFrom('statement')
    .selectAll()
    .where('document', '=', document)
    .orderBy('position')
    .execute();
  const rows: Row[] = stored.map((row) => ({
    rowid: row.rowid!,
    statement: JSON.parse(row.extracted ?? row.value) as Statement,
  }));
  const reviews = (
    await tx
      .selectFrom('review')
      .selectAll()
      .where('document', '=', document)
      .where('undone', 'is', null)
      .where('kind', '!=', 'pair')
      .orderBy('made')
      .orderBy('id')
      .execute()
  ).map(reviewOf);
  if (reviews.length === 0 && stored.every(({ extracted, origin }) => extracted === null && origin === 'program'))
    return [];
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
  for (const row of rows) {
    const value = changed.get(row) ?? row.statement;
    if (row.rowid === undefined) {
      if (!rejected.has(row)) await insertKept(tx, document, value);
      continue;
    }
    await tx
      .updateTable('statement')
      .set({
        ...columnsOf(value),
        extracted: changed.has(row) || rejected.has(row) ? JSON.stringify(row.statement) : null,
        origin: rejected.has(row) ? 'rejected' : 'program',
      })
      .where('rowid', '=', row.rowid)
      .execute();
  }
  return lost;
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
    said: value.said ? { ...value.said, basis: 'reviewed' } : { basis: 'unknown' },
    confidence: { statement: 1, speaker: 1, said: 1 },
  };
}

/** Writes a statement that no reading gives. */
async function insertKept(tx: Kysely<Schema>, document: string, { parent: _, ...statement }: Statement): Promise<void> {
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
