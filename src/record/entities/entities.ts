import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import type { OpenRecord } from '../open.ts';
import type { Schema } from '../schema.ts';
import { type EntityType, nameKey, plain } from './keys.ts';

/** A person or organisation of the record, with all that was merged into it. */
export interface EntityListing {
  readonly id: string;
  readonly type: EntityType;
  /** What a person calls it, else the first name that it had. */
  readonly name: string;
  /** Other names that documents use for it. */
  readonly aliases: readonly string[];
  readonly posts: readonly Post[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** Statements by it, and documents that name it. */
  readonly statements: number;
  readonly documents: number;
}

/** A post with the days between which it was held, ISO dates; a missing one is not known, or it is held still. */
export interface Post {
  readonly post: string;
  readonly organisation?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** Each entity with the one that it counts as: the end of what persons merged it into. */
const ROOTS = sql<{ id: string; root: string }>`
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
  if (fitting.length === 0)
    throw new OnrecordError(
      'not-found',
      `nobody and nothing in the record is called ${words}; see: onrecord people list`,
    );
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
      ...(organisation ? { organisation } : {}),
      ...(earliest ? { earliest } : {}),
      ...(latest ? { latest } : {}),
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
    select roots.root as id, root.type, coalesce(root.renamed, root.name) as name,
      count(distinct link.document) as documents
    from link
    join (${ROOTS}) as roots on roots.id = link.entity
    join entity as root on root.id = roots.root
    join document on document.id = link.document and document.removed is null
    where ${type ?? ''} in ('', root.type)
    group by roots.root order by documents desc, name`.execute(record.db);
  return rows;
}

/** Two entities that may be one: they have a name in common, and no person has said what they are. */
export interface LikelyDouble {
  readonly one: EntityCount;
  readonly other: EntityCount;
}

/** Pairs of entities with a name in common that nobody has decided about. */
export async function likelyDoubles(record: OpenRecord): Promise<LikelyDouble[]> {
  const counts = new Map((await listEntities(record)).map((entity) => [entity.id, entity]));
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct min(a.root, b.root) as one, max(a.root, b.root) as other
    from alias as x join alias as y on x.key = y.key and x.entity < y.entity
    join (${ROOTS}) as a on a.id = x.entity join (${ROOTS}) as b on b.id = y.entity
    where a.root != b.root and x.key not like 'surname:%'`.execute(record.db);
  const decided = await record.db
    .selectFrom('decision')
    .select('value')
    .where('kind', 'in', ['different'])
    .where('undone', 'is', null)
    .execute();
  const apart = new Set(
    decided.map(({ value }) => {
      const { one, other } = JSON.parse(value) as { one: string; other: string };
      return [one, other].sort().join(' ');
    }),
  );
  return rows.flatMap(({ one, other }) => {
    const [first, second] = [counts.get(one), counts.get(other)];
    return first && second && !apart.has(`${one} ${other}`) ? [{ one: first, other: second }] : [];
  });
}

/** What a person decided about entities. */
export interface Decision {
  readonly id: string;
  readonly kind: 'merge' | 'split' | 'rename' | 'different' | 'undecided';
  readonly value: Readonly<Record<string, unknown>>;
  readonly author: string;
  /** ISO time. */
  readonly made: string;
  readonly undone: string | null;
}

async function decide(
  tx: Kysely<Schema>,
  kind: Decision['kind'],
  value: Readonly<Record<string, unknown>>,
  author: string,
): Promise<string> {
  const id = `d${randomUUID().slice(0, 8)}`;
  await tx
    .insertInto('decision')
    .values({ id, kind, value: JSON.stringify(value), author, made: new Date().toISOString(), undone: null })
    .execute();
  return id;
}

/** Two entities are one from now on, under the second's name. Gives the decision's id, by which it can be undone. */
export async function mergeEntities(record: OpenRecord, from: string, into: string, author: string): Promise<string> {
  return await record.transaction(async (tx) => {
    const [one, other] = [await familyOf(tx, from), await familyOf(tx, into)];
    if (one.root === other.root) throw new OnrecordError('wrong-usage', 'these two are one entity already');
    await tx.updateTable('entity').set({ merged: other.root }).where('id', '=', one.root).execute();
    return await decide(tx, 'merge', { from: one.root, into: other.root }, author);
  });
}

/** In these documents the entity's names mean somebody else. Gives the new entity and the decision's id. */
export async function splitEntity(
  record: OpenRecord,
  entity: string,
  documents: readonly string[],
  author: string,
  name?: string,
): Promise<{ entity: string; decision: string }> {
  return await record.transaction(async (tx) => {
    const { root, members } = await familyOf(tx, entity);
    const links = await tx
      .selectFrom('link')
      .selectAll()
      .where('entity', 'in', members)
      .where('document', 'in', documents)
      .execute();
    if (links.length === 0) throw new OnrecordError('not-found', 'none of these documents names that entity');
    const { type, name: before } = await tx
      .selectFrom('entity')
      .selectAll()
      .where('id', '=', root)
      .executeTakeFirstOrThrow();
    const id = `e${randomUUID().replaceAll('-', '').slice(0, 10)}`;
    const created = new Date().toISOString();
    await tx
      .insertInto('entity')
      .values({
        id,
        type,
        name: name ?? links[0]!.name ?? before,
        renamed: null,
        origin: 'person',
        merged: null,
        created,
      })
      .execute();
    const own = new Set(links.map((link) => link.name));
    await tx
      .insertInto('alias')
      .values(
        [...own].map((alias) => ({
          entity: id,
          key: nameKey(type as EntityType, alias),
          name: alias,
          origin: 'person',
        })),
      )
      .execute();
    const moved = links.map(({ document, type: as, name: called, entity: was, origin }) => ({
      document,
      type: as,
      name: called,
      entity: was,
      origin,
    }));
    for (const link of moved)
      await tx
        .updateTable('link')
        .set({ entity: id, origin: 'person', basis: 'person' })
        .where('document', '=', link.document)
        .where('type', '=', link.type)
        .where('name', '=', link.name)
        .execute();
    const decision = await decide(tx, 'split', { entity: root, made: id, links: moved, one: root, other: id }, author);
    await decide(tx, 'different', { one: root, other: id }, author);
    return { entity: id, decision };
  });
}

/** The name that an entity goes by from now on. */
export async function renameEntity(record: OpenRecord, entity: string, name: string, author: string): Promise<string> {
  return await record.transaction(async (tx) => {
    const { root } = await familyOf(tx, entity);
    const { renamed } = await tx
      .selectFrom('entity')
      .select('renamed')
      .where('id', '=', root)
      .executeTakeFirstOrThrow();
    await tx.updateTable('entity').set({ renamed: name }).where('id', '=', root).execute();
    return await decide(tx, 'rename', { entity: root, before: renamed, after: name }, author);
  });
}

/** Two entities of one name are two, or it is not known; neither is asked about again where they are "different". */
export async function tellApart(
  record: OpenRecord,
  one: string,
  other: string,
  kind: 'different' | 'undecided',
  author: string,
): Promise<string> {
  return await record.transaction(async (tx) => {
    const [first, second] = [(await familyOf(tx, one)).root, (await familyOf(tx, other)).root];
    return await decide(tx, kind, { one: first, other: second }, author);
  });
}

/** What persons decided about entities, newest first. */
export async function listDecisions(record: OpenRecord): Promise<Decision[]> {
  const rows = await record.db.selectFrom('decision').selectAll().orderBy('made', 'desc').execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Decision['kind'], value: JSON.parse(row.value) }));
}

/** Takes a decision back. Throws `not-found` where there is none, or it is undone. */
export async function undoDecision(record: OpenRecord, id: string): Promise<Decision> {
  return await record.transaction(async (tx) => {
    const row = await tx
      .selectFrom('decision')
      .selectAll()
      .where('id', '=', id)
      .where('undone', 'is', null)
      .executeTakeFirst();
    if (!row) throw new OnrecordError('not-found', `there is no decision ${id} to undo; see: onrecord people log`);
    const value = JSON.parse(row.value);
    if (row.kind === 'merge')
      await tx.updateTable('entity').set({ merged: null }).where('id', '=', value.from).execute();
    if (row.kind === 'rename')
      await tx.updateTable('entity').set({ renamed: value.before }).where('id', '=', value.entity).execute();
    if (row.kind === 'split')
      for (const link of value.links)
        await tx
          .updateTable('link')
          .set({ entity: link.entity, origin: link.origin })
          .where('document', '=', link.document)
          .where('type', '=', link.type)
          .where('name', '=', link.name)
          .execute();
    const undone = new Date().toISOString();
    await tx.updateTable('decision').set({ undone }).where('id', '=', id).execute();
    return { ...row, kind: row.kind as Decision['kind'], value, undone };
  });
}
