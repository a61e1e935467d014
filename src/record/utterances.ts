import { type Kysely, sql } from 'kysely';
import type { Statement } from '../document/index.ts';
import { familyOf, rootsOf } from './entities/entities.ts';
import { cursorOf, type Page, placeOf } from './page.ts';
import { type StatementFilter, statementsThat } from './statements/filter.ts';
import { statementOf } from './statements/json.ts';
import { isSpeakerNamed } from './statements/words.ts';
import { chunks } from './store/chunks.ts';
import { bestMatching } from './store/fulltext.ts';
import type { OpenRecord } from './store/record.ts';
import type { Schema } from './store/schema.ts';
import { among } from './store/sql.ts';
import { phrasesQuery } from './store/text-query.ts';
import { type Vector, vectorOf } from './vectors.ts';

/** A statement as its reports are compared. */
export interface ReportRow {
  readonly statement: Statement;
  readonly document: string;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Whom the record takes the speaker for: the entity that theirs counts as, where people merged some. */
  readonly entity: string | null;
  /** Null before it was joined to others. */
  readonly utterance: string | null;
  /** What it is about; null where it was not encoded. */
  readonly vector: Vector | null;
}

/** Statements of a speaker near a date that are looked at for paraphrases, at most. */
const NEAR = 200;

const DAY = 86_400_000;

function reportsOf(db: Kysely<Schema>) {
  return db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .leftJoin('report', 'report.statement', 'statement.id')
    .leftJoin('vector', 'vector.statement', 'statement.id')
    .leftJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .select([
      'statement.value',
      'statement.document',
      'document.outlet',
      'document.published',
      'link.entity',
      'report.utterance',
      'vector.value as bytes',
    ])
    .where('statement.origin', '!=', 'rejected')
    .where('statement.class', '=', 'speech')
    .where('document.removed', 'is', null);
}

type Row = Omit<ReportRow, 'statement' | 'vector'> & { readonly value: string; readonly bytes: Uint8Array | null };

async function rowsOf<Read extends Row>(db: Kysely<Schema>, rows: readonly Read[]): Promise<ReportRow[]> {
  const roots = await rootsOf(
    db,
    rows.flatMap(({ entity }) => entity ?? []),
  );
  return rows.map(({ value, bytes, entity, document, outlet, published, utterance }) => ({
    document,
    outlet,
    published,
    utterance,
    entity: entity === null ? null : (roots.get(entity) ?? entity),
    statement: statementOf(value),
    vector: bytes && vectorOf(bytes),
  }));
}

/** The statements of a document, in the order of its text. */
export async function reportsIn(db: Kysely<Schema>, document: string): Promise<ReportRow[]> {
  const rows = await reportsOf(db).where('statement.document', '=', document).orderBy('statement.position').execute();
  return await rowsOf(db, rows);
}

/** Ids of the utterances that some statements, or those of some documents, report. */
export async function utteranceIds(
  record: OpenRecord,
  of: 'statement' | 'document',
  ids: readonly string[],
): Promise<string[]> {
  const rows = await record.db
    .selectFrom('report')
    .select('utterance')
    .distinct()
    .where(of, 'in', among(ids))
    .orderBy('utterance')
    .execute();
  return rows.map(({ utterance }) => utterance);
}

/** A statement, and the utterance that it reports. */
export type Reported = Omit<Schema['report'], 'document'>;

/** Which utterance each statement of a document reports; those that are in none are not among them. */
export async function reportedIn(db: Kysely<Schema>, document: string): Promise<Reported[]> {
  return await db
    .selectFrom('report')
    .select(['statement', 'utterance'])
    .where('document', '=', document)
    .orderBy('statement')
    .execute();
}

/** Those of some ids that utterances have. */
export async function utterancesWithId(db: Kysely<Schema>, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('report')
    .select('utterance')
    .distinct()
    .where('utterance', 'in', among(ids))
    .execute();
  return new Set(rows.map(({ utterance }) => utterance));
}

/** All reports of some utterances, earliest publication first. */
export async function reportsOfUtterances(db: Kysely<Schema>, utterances: readonly string[]): Promise<ReportRow[]> {
  const rows: Row[] = [];
  for (const part of chunks(utterances))
    rows.push(
      ...(await reportsOf(db)
        .where('report.utterance', 'in', part)
        .orderBy('document.published')
        .orderBy('document.added')
        .orderBy('statement.position')
        .execute()),
    );
  return await rowsOf(db, rows);
}

/** Statements by their numbers in the store, each once; those that are rejected or in a document that is removed are not among them. */
export async function reportsNumbered(db: Kysely<Schema>, numbers: readonly number[]): Promise<Map<number, ReportRow>> {
  const found = new Map<number, ReportRow>();
  for (const part of chunks([...new Set(numbers)])) {
    const rows = await reportsOf(db)
      .select(sql<number>`statement.rowid`.as('number'))
      .where('statement.rowid', 'in', part)
      .execute();
    const reports = await rowsOf(db, rows);
    for (const [i, { number }] of rows.entries()) found.set(number, reports[i]!);
  }
  return found;
}

/** The number of the last statement in the store; 0 where there is none. */
export async function lastStatement(db: Kysely<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('statement')
    .select(sql<number | null>`max(statement.rowid)`.as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Statements with higher numbers than one, so many of them; as `reportsNumbered` gives them. */
export async function statementsAfter(db: Kysely<Schema>, number: number, limit: number): Promise<ReportRow[]> {
  const rows = await reportsOf(db)
    .where(sql<boolean>`statement.rowid > ${number}`)
    .orderBy(sql`statement.rowid`)
    .limit(limit)
    .execute();
  return await rowsOf(db, rows);
}

/** Numbers of statements that hold phrases of three of these words, those with most and rarest first. */
export async function statementsWithPhrases(
  db: Kysely<Schema>,
  words: readonly string[],
  limit: number,
): Promise<number[]> {
  return await bestMatching(db, 'statement', phrasesQuery(words), limit);
}

/**
 * Numbers of what the speaker of a statement said as printed so many days before and after it, by the name or by whom the
 * record takes it for; of more than are looked at, those printed nearest to it.
 */
export async function statementsNear(
  db: Kysely<Schema>,
  { statement, entity, published }: ReportRow,
  days: number,
): Promise<number[]> {
  const { name } = statement.speaker;
  if (published === null || (name === '' && entity === null)) return [];
  const day = dayOf(published);
  const iso = (days: number) => new Date(days * DAY).toISOString().slice(0, 10);
  const printed = db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select([sql<number>`statement.rowid`.as('number'), 'statement.id', 'document.published'])
    .where('document.removed', 'is', null)
    .where('document.published', '>=', iso(day - days))
    .where('document.published', '<=', `${iso(day + days)}~`);
  const named = printed.where(isSpeakerNamed(db, name));
  const meant = printed
    .innerJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .where('link.entity', 'in', entity === null ? [''] : (await familyOf(db, entity)).members);
  // Each by its own index: a condition with "or" across two tables would have all statements of these days read.
  const rows = await (entity === null ? named : name === '' ? meant : meant.union(named)).execute();
  return rows
    .map(({ number, id, published: other }) => ({ number, id, apart: Math.abs(dayOf(other!) - day) }))
    .sort((a, b) => a.apart - b.apart || (a.id < b.id ? -1 : 1))
    .slice(0, NEAR)
    .map(({ number }) => number);
}

function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY;
}

/** The statements that stand inside others. */
export async function statementsInside(db: Kysely<Schema>, parents: readonly string[]): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const part of chunks(parents)) {
    const rows = await db.selectFrom('statement').select('value').where('parent', 'in', part).execute();
    found.push(...rows.map(({ value }) => statementOf(value)));
  }
  return found;
}

/** The utterances of statements that are in one; without those that are rejected or in a document that is removed. */
export async function utterancesOfStatements(
  db: Kysely<Schema>,
  statements: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const part of chunks([...new Set(statements)])) {
    const rows = await db
      .selectFrom('report')
      .innerJoin('statement', 'statement.id', 'report.statement')
      .innerJoin('document', 'document.id', 'report.document')
      .select(['report.statement', 'report.utterance'])
      .where('report.statement', 'in', part)
      .where('statement.origin', '!=', 'rejected')
      .where('document.removed', 'is', null)
      .execute();
    for (const { statement, utterance } of rows) found.set(statement, utterance);
  }
  return found;
}

/** Puts each statement into its utterance, out of any that it was in. */
export async function joinReports(db: Kysely<Schema>, reports: readonly Schema['report'][]): Promise<void> {
  for (const part of chunks(reports))
    await db
      .insertInto('report')
      .values(part)
      .onConflict((conflict) =>
        conflict.column('statement').doUpdateSet({ utterance: (row) => row.ref('excluded.utterance') }),
      )
      .execute();
}

/** Makes one utterance of several: all that report those of `from` report `utterance`. */
export async function mergeUtterances(db: Kysely<Schema>, utterance: string, from: readonly string[]): Promise<void> {
  for (const part of chunks(from))
    await db.updateTable('report').set({ utterance }).where('utterance', 'in', part).execute();
}

/** Takes all reports of some utterances apart; the statements stay. */
export async function partReports(db: Kysely<Schema>, utterances: readonly string[]): Promise<void> {
  for (const part of chunks(utterances)) await db.deleteFrom('report').where('utterance', 'in', part).execute();
}

/**
 * Ids of the documents with statements that were never encoded, or that are in no utterance, in the order in which they
 * were added: an older record has such, and one whose program was stopped while it added.
 */
export async function documentsToCompare(record: OpenRecord): Promise<string[]> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('removed', 'is', null)
    .where('id', 'in', (select) =>
      select
        .selectFrom('statement')
        .leftJoin('report', 'report.statement', 'statement.id')
        .leftJoin('vector', 'vector.statement', 'statement.id')
        .select('statement.document')
        .where('statement.origin', '!=', 'rejected')
        .where('statement.class', '=', 'speech')
        .where((where) => where.or([where('report.statement', 'is', null), where('vector.statement', 'is', null)])),
    )
    .orderBy('added')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A part of the utterances that several documents report, those of most documents first. */
export async function pageUtterances(
  record: OpenRecord,
  filter: StatementFilter,
  { atLeast = 2, limit = 50, after }: { atLeast?: number; limit?: number; after?: string | undefined } = {},
): Promise<Page<string>> {
  const own = (await statementsThat(record, filter)).select('statement.id');
  const [count = Number.MAX_SAFE_INTEGER, id = ''] = after === undefined ? [] : placeOf(after, ['number', 'string']);
  const documents = sql<number>`count(distinct report.document)`;
  const { rows } = await sql<{ utterance: string; documents: number }>`
    select report.utterance, ${documents} as documents
    from report join document on document.id = report.document and document.removed is null
    where ${
      Object.keys(filter).length === 0
        ? sql<boolean>`1 = 1`
        : sql<boolean>`report.utterance in (select utterance from report where statement in ${own})`
    }
    group by report.utterance
    having ${documents} >= ${atLeast} and (${documents} < ${count} or (${documents} = ${count} and report.utterance > ${id}))
    order by documents desc, report.utterance limit ${limit + 1}`.execute(record.db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ utterance }) => utterance),
    ...(rows.length > limit && last ? { next: cursorOf([last.documents, last.utterance]) } : {}),
  };
}
