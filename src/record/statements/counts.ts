import { sql } from 'kysely';
import type { SpeakerType, StatementKind } from '../../document/index.ts';
import type { EntityType } from '../../language/english/name-keys.ts';
import { ROOTS } from '../entities/entities.ts';
import type { OpenRecord } from '../store/record.ts';
import { among } from '../store/sql.ts';
import { type StatementFilter, statementsThat } from './filter.ts';

/** How many statements of a kind were made on a day. */
export interface DayCount {
  /** `YYYY-MM-DD`: the first day on which they may have been made, or else the last. */
  readonly day: string;
  readonly kind: string;
  readonly count: number;
}

/** Counts matching statements by day and kind, in order of days. Statements without any date are left out. */
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

/** A value, and how many statements have it. */
interface ValueCount {
  /** Null if unknown. */
  readonly value: string | null;
  readonly count: number;
}

/** The statements that match a filter, counted by kind, outlet, act, and how the speaker was found; most first. */
export interface Facets {
  readonly kind: readonly ValueCount[];
  readonly outlet: readonly ValueCount[];
  readonly act: readonly ValueCount[];
  readonly basis: readonly ValueCount[];
}

/** Counts matching statements by each facet. */
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

/** Somebody who speaks in the same documents, and in how many. */
export interface Companion {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly documents: number;
}

/** Who else speaks in the documents of the matching statements, most documents first. */
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

/** The columns of a statement that an audit counts. */
export interface BriefStatement {
  readonly document: string;
  readonly kind: StatementKind;
  readonly speaker: string;
  readonly type: SpeakerType;
  /** Whom the record knows the speaker as, by id and name; null if the speaker is not linked to an entity. */
  readonly entity: { readonly id: string; readonly name: string; readonly type: EntityType } | null;
  /** The content's spans joined by " … ". */
  readonly content: string;
  /** Where the content begins: UTF-16 offset in the document's text. */
  readonly start: number;
}

/** Matching statements that are not inside another one, for counting: a hundred thousand in well under a second. */
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
  const named = await sql<{ id: string; root: string; name: string; type: EntityType }>`
    select roots.id, roots.root, coalesce(entity.renamed, entity.name) as name, entity.type
    from (${ROOTS}) as roots join entity on entity.id = roots.root`.execute(record.db);
  const entities = new Map(named.rows.map(({ id, root, name, type }) => [id, { id: root, name, type }]));
  return rows.map(({ linked, ...row }) => ({
    ...row,
    entity: linked === null ? null : (entities.get(linked) ?? null),
  }));
}
