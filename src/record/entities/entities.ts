import { type Kysely, sql } from 'kysely';
import { compact, OnrecordError } from '../../document/index.ts';
import type { EntityType } from '../../language/english/name-keys.ts';
import { plain } from '../../language/english/plain.ts';
import type { OpenRecord } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';

/** A person or organisation of the record, with all that was merged into it. */
export interface EntityListing {
  readonly id: string;
  readonly type: EntityType;
  /** What a person calls it, else the fullest that documents print. */
  readonly name: string;
  /** Other names that documents use for it. */
  readonly aliases: readonly string[];
  readonly posts: readonly Post[];
  /** Parties, sex and countries, as files and people say; "person" where somebody set it by hand. */
  readonly traits: readonly EntityTrait[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** Statements by it, and documents that name it. */
  readonly statements: number;
  readonly documents: number;
}

/** A party, the sex or a country, with the days between which it held, where they are known. */
interface EntityTrait {
  readonly kind: string;
  readonly value: string;
  readonly earliest?: string;
  readonly latest?: string;
  /** "import" or "person". */
  readonly origin: string;
}

/** A post with the days between which it was held, ISO dates; a missing one is not known, or it is held still. */
export interface Post {
  readonly post: string;
  readonly organisation?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** Each entity with the one that it counts as: the end of what persons merged it into. */
export const ROOTS = sql<{ id: string; root: string }>`
  with recursive up (id, root) as (
    select id, id from entity where merged is null
    union all
    select entity.id, up.root from entity join up on entity.merged = up.id
  ) select id, root from up`;

/** The entity that an id counts as, and the ids of all that count as it. */
export async function familyOf(db: Kysely<Schema>, id: string): Promise<{ root: string; members: string[] }> {
  const { rows } = await sql<{ id: string; root: string }>`
    with recursive up (id, merged) as (
      select id, merged from entity where id = ${id}
      union all select entity.id, entity.merged from entity join up on entity.id = up.merged
    ), down (id, root) as (
      select id, id from up where merged is null
      union all select entity.id, down.root from entity join down on entity.merged = down.id
    ) select id, root from down`.execute(db);
  return { root: rows[0]?.root ?? id, members: rows.map((row) => row.id) };
}

/** Of some entities, the one that each counts as; those that were merged into none are not in it. */
export async function rootsOf(db: Kysely<Schema>, ids: readonly string[]): Promise<Map<string, string>> {
  const above = new Map<string, string>();
  let next = [...new Set(ids)];
  while (next.length > 0) {
    const rows = await db
      .selectFrom('entity')
      .select(['id', 'merged'])
      .where('id', 'in', among(next))
      .where('merged', 'is not', null)
      .execute();
    for (const { id, merged } of rows) above.set(id, merged!);
    next = rows.flatMap(({ merged }) => (above.has(merged!) ? [] : [merged!]));
  }
  const top = (id: string): string => (above.has(id) ? top(above.get(id)!) : id);
  return new Map([...above.keys()].map((id) => [id, top(id)]));
}

/**
 * The entity that an id counts as, and the ids of all that count as it.
 *
 * @throws OnrecordError `not-found` where no entity has the id
 */
export async function knownFamily(db: Kysely<Schema>, id: string): Promise<{ root: string; members: string[] }> {
  const family = await familyOf(db, id);
  if (family.members.length === 0) throw new OnrecordError('not-found', `no entity in the record has the id ${id}`);
  return family;
}

/** Ids of the entities that a name, a part of it made of whole words, or the beginning of an id stands for; roots only. */
export async function findEntities(db: Kysely<Schema>, words: string): Promise<string[]> {
  const like = `% ${plain(words).replace(/[%_\\]/gu, '')} %`;
  const exact = /^e[0-9a-f-]{4,}$/u.test(words) ? `${words}%` : '';
  const { rows } = await sql<{ root: string }>`
    select distinct roots.root from (${ROOTS}) as roots
    join entity on entity.id = roots.id
    left join alias on alias.entity = entity.id
    where (entity.id like ${exact}) or (' ' || plain_name(coalesce(entity.renamed, entity.name)) || ' ') like ${like}
      or (' ' || plain_name(alias.name) || ' ') like ${like}`.execute(db);
  return rows.map(({ root }) => root);
}

/** Ids of all entities that a name may stand for; none fits nothing. */
export async function getEntityIds(record: OpenRecord, words: string): Promise<string[]> {
  return await findEntities(record.db, words);
}

/**
 * The one entity that somebody names: by id or the beginning of it, by its whole name, or by a part of the name that
 * only one has.
 *
 * @throws OnrecordError `not-found` when none or several fit; the message lists the several
 */
export async function getEntity(record: OpenRecord, words: string): Promise<EntityListing> {
  const found = await Promise.all((await findEntities(record.db, words)).map((id) => describeEntity(record, id)));
  const whole = found.filter(
    ({ name, aliases }) => plain(name) === plain(words) || aliases.some((alias) => plain(alias) === plain(words)),
  );
  const fitting = whole.length > 0 ? whole : found;
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0) throw new OnrecordError('not-found', `nobody and nothing in the record is called ${words}`);
  const some = fitting
    .sort((a, b) => b.documents - a.documents)
    .slice(0, 8)
    .map(({ id, name, documents }) => `${id} ${name} (${documents} documents)`);
  throw new OnrecordError(
    'not-found',
    `${words} may be ${fitting.length} entities; give an id: ${some.join(', ')}${fitting.length > 8 ? ', …' : ''}`,
  );
}

/** All that is known of an entity. */
export async function describeEntity(record: OpenRecord, id: string): Promise<EntityListing> {
  const { root, members } = await familyOf(record.db, id);
  const entity = await record.db.selectFrom('entity').selectAll().where('id', '=', root).executeTakeFirst();
  if (!entity) throw new OnrecordError('not-found', `no entity in the record has the id ${id}`);
  const links = await record.db
    .selectFrom('link')
    .innerJoin('document', 'document.id', 'link.document')
    .select(['link.name', 'link.document', 'link.basis'])
    .where('link.entity', 'in', members)
    .where('document.removed', 'is', null)
    .execute();
  const aliases = await record.db
    .selectFrom('alias')
    .select('name')
    .distinct()
    .where('entity', 'in', members)
    .execute();
  const { count } = await record.db
    .selectFrom('statement')
    .innerJoin('link', (join) =>
      join
        .onRef('link.document', '=', 'statement.document')
        .onRef('link.type', '=', 'statement.speaker_type')
        .onRef('link.name', '=', 'statement.speaker'),
    )
    .innerJoin('document', 'document.id', 'statement.document')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('link.entity', 'in', members)
    .where('statement.origin', '!=', 'rejected')
    .where('statement.class', '=', 'speech')
    .where('document.removed', 'is', null)
    .executeTakeFirstOrThrow();
  const posts = await record.db
    .selectFrom('holding')
    .selectAll()
    .where('entity', 'in', members)
    .orderBy('earliest')
    .execute();
  const identifiers = await record.db
    .selectFrom('identifier')
    .select(['scheme', 'value'])
    .where('entity', 'in', members)
    .execute();
  const traits = await record.db
    .selectFrom('trait')
    .selectAll()
    .where('entity', 'in', members)
    .orderBy('kind')
    .orderBy('earliest')
    .orderBy('value')
    .execute();
  const name = entity.renamed ?? entity.name;
  const names = new Set([
    ...links.filter(({ basis }) => basis !== 'post').map((link) => link.name),
    ...aliases.map((alias) => alias.name),
  ]);
  names.delete(name);
  return {
    id: root,
    type: entity.type as EntityType,
    name,
    aliases: [...names].sort(),
    posts: posts.map(({ post, organisation, earliest, latest }) => ({
      post,
      ...compact({ organisation, earliest, latest }),
    })),
    traits: traits.map(({ kind, value, earliest, latest, origin }) => ({
      kind,
      value,
      ...compact({ earliest, latest }),
      origin,
    })),
    identifiers,
    statements: Number(count),
    documents: new Set(links.map((link) => link.document)).size,
  };
}

/** One line of a list of entities. */
export interface EntityCount {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly documents: number;
}

/** The entities that documents name, those of most documents first. */
export async function listEntities(record: OpenRecord, { type }: { type?: EntityType } = {}): Promise<EntityCount[]> {
  const { rows } = await sql<EntityCount>`
    select root.id, root.type, coalesce(root.renamed, root.name) as name,
      count(distinct link.document) as documents
    from link
    join (${ROOTS}) as roots on roots.id = link.entity
    join entity as root on root.id = roots.root
    join document on document.id = link.document and document.removed is null
    where ${type ?? ''} in ('', root.type)
    group by root.id order by documents desc, name`.execute(record.db);
  return rows;
}
