import { sql } from 'kysely';
import type { SpeakerType, StatementKind } from '../../document/index.ts';
import { ROOTS } from '../entities/entities.ts';
import type { OpenRecord } from '../store/record.ts';
import { among } from '../store/sql.ts';
import { type StatementFilter, statementsThat } from './filter.ts';

/** How many statements of a kind were said on a day, as far as the record knows. */
export interface DayCount {
  /** `YYYY-MM-DD`: the first day on which it may have been said, or else the day by which it was. */
  readonly day: string;
  readonly kind: string;
  readonly count: number;
}

/** Statements that fit by day and kind, in the order of days; those without any date are left out. */
export async function countByDay(record: OpenRecord, filter: StatementFilter): Promise<DayCount[]> {
  const query = await statementsThat(record, filter);
  const rows = await query
    .select(['statement.day', 'statement.kind', (count) => count.fn.countAll<number>().as('count')])
    .where('statement.day', '<', '9999')
    .groupBy(['statement.day', 'statement.kind'])
    .orderBy('statement.day')
    .orderBy('statement.kind')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** A value with how many statements have it. */
interface ValueCount {
  /** Null where it is not known. */
  readonly value: string | null;
  readonly count: number;
}

/** What a filter leaves, by kind, by outlet, by act and by how the speaker was found; most first. */
export interface Facets {
  readonly kind: readonly ValueCount[];
  readonly outlet: readonly ValueCount[];
  readonly act: readonly ValueCount[];
  readonly basis: readonly ValueCount[];
}

/** Statements that fit, by each facet. */
export async function countFacets(record: OpenRecord, filter: StatementFilter): Promise<Facets> {
  const by = async (column: 'statement.kind' | 'document.outlet' | 'statement.act' | 'statement.basis') => {
    const query = await statementsThat(record, filter);
    const rows = await query
      .select([sql.ref<string | null>(column).as('value'), (count) => count.fn.countAll<number>().as('count')])
      .groupBy(column)
      .orderBy('count', 'desc')
      .orderBy('value')
      .execute();
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  };
  return {
    kind: await by('statement.kind'),
    outlet: await by('document.outlet'),
    act: await by('statement.act'),
    basis: await by('statement.basis'),
  };
}

/** Somebody named in the same documents, with how many. */
export interface Companion {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly documents: number;
}

/** Who speaks in the documents in which some statements stand, but for their own speakers; most documents first. */
export async function companionsOf(record: OpenRecord, entities: readonly string[], limit = 12): Promise<Companion[]> {
  const own = await statementsThat(record, { entities });
  const { rows } = await sql<Companion>`
    with recursive up (id, root) as (
      select id, id from entity where merged is null
      union all select entity.id, up.root from entity join up on entity.merged = up.id
    ), here as ${own.select('document.id').distinct()}, speaking as (
      select distinct statement.document, link.entity from here
      join statement on statement.document = here.id and statement.origin != 'rejected'
      join link on link.document = statement.document and link.type = statement.speaker_type and link.name = statement.speaker
    )
    select root.id, coalesce(root.renamed, root.name) as name, root.type, count(distinct speaking.document) as documents
    from speaking join up on up.id = speaking.entity join entity as root on root.id = up.root
    where root.id not in (select root from up where id in ${among(entities)})
    group by root.id order by documents desc, name limit ${limit}`.execute(record.db);
  return rows;
}

/** As much of a statement as is counted, without its parts. */
export interface BriefStatement {
  readonly document: string;
  readonly kind: StatementKind;
  readonly speaker: string;
  readonly type: SpeakerType;
  /** What the record calls the speaker; null where they are linked to nobody. */
  readonly entity: string | null;
  /** The content's spans joined by " … ". */
  readonly content: string;
  /** Where the content begins: UTF-16 offset in the document's text. */
  readonly start: number;
}

/** Statements that fit and stand inside no other, for counting: a hundred thousand in well under a second. */
export async function findBriefly(record: OpenRecord, filter: StatementFilter): Promise<BriefStatement[]> {
  const own = (await statementsThat(record, filter))
    .where('statement.parent', 'is', null)
    .select([
      'statement.document as document',
      'statement.kind as kind',
      'statement.speaker as speaker',
      'statement.speaker_type as type',
      'link.entity as linked',
      'statement.content as content',
      'statement.start as start',
    ]);
  const rows = (await own.execute()) as (Omit<BriefStatement, 'entity'> & { linked: string | null })[];
  const named = await sql<{ id: string; name: string }>`
    select roots.id, coalesce(entity.renamed, entity.name) as name
    from (${ROOTS}) as roots join entity on entity.id = roots.root`.execute(record.db);
  const names = new Map(named.rows.map(({ id, name }) => [id, name]));
  return rows.map(({ linked, ...row }) => ({ ...row, entity: linked === null ? null : (names.get(linked) ?? null) }));
}
