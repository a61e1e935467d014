import { sql } from 'kysely';
import { compact, type Figure, OnrecordError, type Statement } from '../../document/index.ts';
import { ROOTS } from '../entities/entities.ts';
import { cursorOf, type Page, placeOf } from '../page.ts';
import { readJson } from '../store/json.ts';
import type { OpenRecord } from '../store/record.ts';
import { type StatementFilter, statementsThat } from './filter.ts';
import { statementOf } from './json.ts';
import { type StoredStatement, storedStatements } from './stored.ts';

/** `oldest` and `newest` go by when a statement was made; `least-certain` puts the lowest confidence first. */
export const STATEMENT_ORDERS = ['oldest', 'newest', 'least-certain'] as const;
export type StatementOrder = (typeof STATEMENT_ORDERS)[number];

/** How many rows are read at a time when all are wanted. */
const STEP = 1000;

/** All matching statements, oldest first; those of one day and document in the order of its text. */
export async function findStatements(record: OpenRecord, filter: StatementFilter = {}): Promise<StoredStatement[]> {
  const query = await statementsThat(record, filter);
  const rows = await query
    .select(READ)
    .orderBy('statement.day')
    .orderBy('statement.document')
    .orderBy('statement.position')
    .execute();
  return storedStatements(record.db, rows);
}

/** The columns needed to show a statement. */
const READ = [
  'statement.value',
  'statement.extracted',
  'statement.origin',
  'statement.latest',
  'statement.day',
  'statement.position',
  'statement.certainty',
  'statement.id as statement',
  'link.entity',
  'document.id',
  'document.title',
  'document.outlet',
  'document.published',
  'document.url',
] as const;

/**
 * One page of the matching statements.
 *
 * @param after the `next` of the previous page; undefined for the first page, which alone has the `total`
 * @throws OnrecordError `wrong-usage` if `after` is not a cursor of this order
 */
export async function pageStatements(
  record: OpenRecord,
  filter: StatementFilter,
  { order = 'oldest', limit = 50, after }: { order?: StatementOrder; limit?: number; after?: string | undefined } = {},
): Promise<Page<StoredStatement>> {
  const base = await statementsThat(record, filter);
  let query = base.select(READ);
  const compared = sql.raw(order === 'newest' ? '<' : '>');
  if (order === 'least-certain') {
    query = query.orderBy('statement.certainty').orderBy('statement.id');
    if (after !== undefined) {
      const [certainty, id] = placeOf(after, ['number', 'string']);
      query = query.where(sql<boolean>`(statement.certainty, statement.id) > (${certainty}, ${id})`);
    }
  } else {
    const way = order === 'newest' ? 'desc' : 'asc';
    query = query.orderBy('statement.day', way).orderBy('statement.document', way).orderBy('statement.position', way);
    if (after !== undefined) {
      const [day, document, position] = placeOf(after, ['string', 'string', 'number']);
      query = query.where(
        sql<boolean>`(statement.day, statement.document, statement.position) ${compared} (${day}, ${document}, ${position})`,
      );
    }
  }
  const rows = await query.limit(limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last
      ? cursorOf(order === 'least-certain' ? [last.certainty, last.statement] : [last.day, last.id, last.position])
      : undefined;
  return {
    items: await storedStatements(record.db, page),
    ...compact({ next }),
    ...(after === undefined ? { total: await countStatements(record, filter) } : {}),
  };
}

/** How many statements match. */
export async function countStatements(record: OpenRecord, filter: StatementFilter): Promise<number> {
  const query = await statementsThat(record, filter);
  const { n } = await query.select((count) => count.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return Number(n);
}

/** All matching statements in order, read a page at a time. */
export async function* eachStatement(
  record: OpenRecord,
  filter: StatementFilter = {},
  order: StatementOrder = 'oldest',
): AsyncGenerator<StoredStatement> {
  let after: string | undefined;
  do {
    const page = await pageStatements(record, filter, { order, limit: STEP, after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

/**
 * One statement, by its id or the beginning of its id. Rejected ones are found too.
 *
 * @throws OnrecordError `not-found` if none matches, or several do
 */
export async function getStatement(record: OpenRecord, id: string): Promise<StoredStatement> {
  const rows = await record.db
    .selectFrom('statement')
    .select(['id', 'document'])
    .where('id', 'like', `${id.replace(/[%_]/gu, '')}%`)
    .orderBy('id')
    .limit(2)
    .execute();
  // One statement's whole id may be the beginning of another's.
  if (rows.length > 1 && rows[0]!.id !== id)
    throw new OnrecordError('not-found', `several statements have ids that begin with ${id}; give more of it`);
  const all = rows[0]
    ? await findStatements(record, { document: rows[0].document, rejected: true, thoughts: true })
    : [];
  const found = all.find((statement) => statement.id === rows[0]!.id);
  if (!found) throw new OnrecordError('not-found', `no statement in the record has the id ${id}`);
  return found;
}

/** The statements of a document as they were extracted, without corrections by people. */
export async function findExtracted(record: OpenRecord, document: string): Promise<Statement[]> {
  const rows = await record.db
    .selectFrom('statement')
    .select(['value', 'extracted'])
    .where('document', '=', document)
    .where('origin', '!=', 'person')
    .orderBy('position')
    .execute();
  return rows.map(({ value, extracted }) => statementOf(extracted ?? value));
}

/** The figures of a document, in the order of its text. */
export async function findFigures(record: OpenRecord, document: string): Promise<Figure[]> {
  const rows = await record.db
    .selectFrom('figure')
    .select('value')
    .where('document', '=', document)
    .orderBy('position')
    .execute();
  return rows.map((row) => readJson<Figure>(row.value));
}

/** A speaker of the record: somebody with all their names, or, where nobody is linked, a name that documents print. */
export interface SpeakerListing {
  /** The entity's; null for who is only described. */
  readonly id: string | null;
  readonly name: string;
  readonly type: string;
  readonly statements: number;
  readonly documents: number;
}

/** The speakers of the record, each once, most statements first. */
export async function listSpeakers(record: OpenRecord): Promise<SpeakerListing[]> {
  const { rows } = await sql<SpeakerListing>`
    select max(root.id) as id, coalesce(max(coalesce(root.renamed, root.name)), max(statement.speaker)) as name,
      coalesce(max(root.type), max(statement.speaker_type)) as type,
      count(*) as statements, count(distinct statement.document) as documents
    from statement
    join document on document.id = statement.document and document.removed is null
    left join link on link.document = statement.document and link.type = statement.speaker_type
      and link.name = statement.speaker
    left join (${ROOTS}) as roots on roots.id = link.entity
    left join entity as root on root.id = roots.root
    where statement.origin != 'rejected' and statement.class = 'speech' and statement.speaker != ''
    group by coalesce(root.id, statement.speaker_type || ' ' || statement.speaker)
    order by statements desc, name`.execute(record.db);
  return rows.map((row) => ({ ...row, statements: Number(row.statements), documents: Number(row.documents) }));
}

/** Entities that spoke on more than one day, those of most statements first; of entities that people merged, each for itself. */
export async function listSpeakingOften(record: OpenRecord, limit: number): Promise<string[]> {
  const rows = await record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .innerJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .select((select) => ['link.entity', select.fn.countAll<number>().as('statements')])
    .where('document.removed', 'is', null)
    .where('statement.origin', '!=', 'rejected')
    .where('statement.class', '=', 'speech')
    .where('statement.speaker_type', 'in', ['person', 'organisation'])
    .groupBy('link.entity')
    .having((having) => having.fn.count('statement.day').distinct(), '>', 1)
    .orderBy('statements', 'desc')
    .orderBy('link.entity')
    .limit(limit)
    .execute();
  return rows.map(({ entity }) => entity);
}
