import { type Kysely, sql } from 'kysely';
import type { Statement } from '../document/index.ts';
import { chunks } from './chunks.ts';
import { cursorOf, type Page, placeOf } from './page.ts';
import { type StatementFilter, statementsThat } from './statements/filter.ts';
import { bestMatching } from './store/fulltext.ts';
import type { OpenRecord } from './store/open.ts';
import type { Schema } from './store/schema.ts';
import { among } from './store/sql.ts';
import { phrasesQuery } from './text-query.ts';
import { type Vector, vectorOf } from './vectors.ts';

/** A statement as its reports are compared. */
export interface ReportRow {
  readonly statement: Statement;
  readonly document: string;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Whom the record takes the speaker for. */
  readonly entity: string | null;
  /** Null before it was joined to others. */
  readonly utterance: string | null;
  /** What it is about; null where it was not encoded. */
  readonly vector: Vector | null;
}

/** Statements of a speaker near a date that are looked at for paraphrases, at most. */
const NEAR = 200;

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
    .where('document.removed', 'is', null);
}

type Row = Omit<ReportRow, 'statement' | 'vector'> & { readonly value: string; readonly bytes: Uint8Array | null };

function read(rows: readonly Row[]): ReportRow[] {
  return rows.map(({ value, bytes, ...row }) => ({
    ...row,
    statement: JSON.parse(value) as Statement,
    vector: bytes && vectorOf(bytes),
  }));
}

/** The statements of a document, in the order of its text. */
export async function reportsIn(db: Kysely<Schema>, document: string): Promise<ReportRow[]> {
  return read(await reportsOf(db).where('statement.document', '=', document).orderBy('statement.position').execute());
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
  return read(rows);
}

/** Statements that hold phrases of three of these words, those with most and rarest first. */
export async function reportsLike(db: Kysely<Schema>, words: readonly string[], limit: number): Promise<ReportRow[]> {
  const numbers = await bestMatching(db, 'statement', phrasesQuery(words), limit);
  if (numbers.length === 0) return [];
  return read(await reportsOf(db).where('statement.rowid', 'in', numbers).execute());
}

/** What a speaker said as printed from one day to another. */
export async function reportsNear(
  db: Kysely<Schema>,
  { statement, entity }: ReportRow,
  from: string,
  to: string,
): Promise<ReportRow[]> {
  const { name } = statement.speaker;
  return read(
    await reportsOf(db)
      .where((where) =>
        where.or([
          ...(name === '' ? [] : [where('statement.speaker', '=', name)]),
          ...(entity === null ? [] : [where('link.entity', '=', entity)]),
        ]),
      )
      .where('document.published', '>=', from)
      .where('document.published', '<=', `${to}~`)
      .limit(NEAR)
      .execute(),
  );
}

/** The statements that stand inside others. */
export async function statementsInside(db: Kysely<Schema>, parents: readonly string[]): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const part of chunks(parents)) {
    const rows = await db.selectFrom('statement').select('value').where('parent', 'in', part).execute();
    found.push(...rows.map(({ value }) => JSON.parse(value) as Statement));
  }
  return found;
}

/** Puts statements into an utterance, and all of the utterances `from` with them. */
export async function joinReports(
  db: Kysely<Schema>,
  utterance: string,
  statements: readonly Pick<Schema['report'], 'statement' | 'document'>[],
  from: readonly string[] = [],
): Promise<void> {
  for (const part of chunks(from))
    await db.updateTable('report').set({ utterance }).where('utterance', 'in', part).execute();
  for (const part of chunks(statements.map((one) => ({ ...one, utterance }))))
    await db
      .insertInto('report')
      .values(part)
      .onConflict((conflict) => conflict.column('statement').doUpdateSet({ utterance }))
      .execute();
}

/** Takes all reports of some utterances apart; the statements stay. */
export async function partReports(db: Kysely<Schema>, utterances: readonly string[]): Promise<void> {
  for (const part of chunks(utterances)) await db.deleteFrom('report').where('utterance', 'in', part).execute();
}

/** Ids of the documents with statements that no utterance has yet, in the order in which they were added. */
export async function documentsToJoin(record: OpenRecord): Promise<string[]> {
  const rows = await record.db
    .selectFrom('document')
    .select('id')
    .where('removed', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('statement')
          .leftJoin('report', 'report.statement', 'statement.id')
          .select('statement.id')
          .whereRef('statement.document', '=', 'document.id')
          .where('statement.origin', '!=', 'rejected')
          .where('report.utterance', 'is', null),
      ),
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
