import { sql } from 'kysely';
import { plain } from '../../language/english/plain.ts';
import type { OpenRecord } from '../store/open.ts';
import { among } from '../store/sql.ts';
import { type EntityCount, familyOf, ROOTS } from './entities.ts';

/** Where an entity is named, and how it was linked there. */
export interface EntityAppearance {
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** The names that the document uses. */
  readonly names: readonly string[];
  /** How it was linked: "new", "name", "alias", "surname", "post", "person". */
  readonly basis: string;
  /** Who linked it: "program" or "person". */
  readonly origin: string;
}

/** The documents that name an entity, newest publication first. */
export async function appearancesOf(record: OpenRecord, entity: string, limit = 200): Promise<EntityAppearance[]> {
  const { members } = await familyOf(record.db, entity);
  const { rows } = await sql<Omit<EntityAppearance, 'names'> & { names: string }>`
    select document.id as document, document.title, document.outlet, document.published,
      json_group_array(link.name) as names, min(link.basis) as basis,
      case max(case link.origin when 'person' then 1 else 0 end) when 1 then 'person' else 'program' end as origin
    from link join document on document.id = link.document and document.removed is null
    where link.entity in ${among(members)}
    group by document.id order by coalesce(document.published, '') desc, document.id desc limit ${limit}`.execute(
    record.db,
  );
  return rows.map(({ document, title, outlet, published, names, basis, origin }) => ({
    document,
    title,
    outlet,
    published,
    names: JSON.parse(names) as string[],
    basis,
    origin,
  }));
}

/**
 * Ids of the documents that name an entity, or what was merged into it.
 *
 * @param as `speaker`: only those in which it says something
 */
export async function documentsOf(record: OpenRecord, entity: string, as: 'named' | 'speaker'): Promise<string[]> {
  const isSpeaker = sql<boolean>`exists (select 1 from statement where statement.document = link.document
    and statement.speaker_type = link.type and statement.speaker = link.name)`;
  const { members } = await familyOf(record.db, entity);
  const { rows } = await sql<{ document: string }>`
    select distinct link.document from link
    join document on document.id = link.document and document.removed is null
    where link.entity in ${among(members)} and ${as === 'named' ? sql<boolean>`1 = 1` : isSpeaker}
    order by link.document`.execute(record.db);
  return rows.map(({ document }) => document);
}

/** Entities of which a word of the name begins so, those of most documents first. */
export async function completeEntities(record: OpenRecord, beginning: string, limit = 8): Promise<EntityCount[]> {
  const words = plain(beginning).replace(/[%_\\]/gu, '');
  if (words === '') return [];
  const { rows } = await sql<EntityCount>`
    with fitting as (
      select distinct roots.root from (${ROOTS}) as roots join entity on entity.id = roots.id
      left join alias on alias.entity = entity.id
      where (' ' || plain_name(coalesce(entity.renamed, entity.name))) like ${`% ${words}%`}
        or (' ' || plain_name(alias.name)) like ${`% ${words}%`}
    )
    select root.id, root.type, coalesce(root.renamed, root.name) as name,
      (select count(distinct link.document) from link join document on document.id = link.document
        join (${ROOTS}) as own on own.id = link.entity
        where own.root = root.id and document.removed is null) as documents
    from fitting join entity as root on root.id = fitting.root
    order by documents desc, name limit ${limit}`.execute(record.db);
  return rows.filter(({ documents }) => documents > 0);
}
