import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { compact, OnrecordError } from '../../document/index.ts';
import { type EntityType, nameKey } from '../../language/english/name-keys.ts';
import type { OpenRecord } from '../store/open.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { knownFamily } from './entities.ts';
import { replaceTraits, type Trait, type TraitKind } from './traits.ts';

/** What a person decided about entities. */
export interface Decision {
  readonly id: string;
  readonly kind: 'merge' | 'split' | 'rename' | 'different' | 'undecided' | 'trait';
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

/**
 * Two entities are one from now on, under the second's name. Gives the decision's id, by which it can be undone.
 *
 * @throws OnrecordError `not-found` for an id that no entity has, `wrong-usage` where the two are one already
 */
export async function mergeEntities(record: OpenRecord, from: string, into: string, author: string): Promise<string> {
  return await record.transaction(async (tx) => {
    const [one, other] = [await knownFamily(tx, from), await knownFamily(tx, into)];
    if (one.root === other.root) throw new OnrecordError('wrong-usage', 'these two are one entity already');
    await tx.updateTable('entity').set({ merged: other.root }).where('id', '=', one.root).execute();
    return await decide(tx, 'merge', { from: one.root, into: other.root }, author);
  });
}

/**
 * In these documents the entity's names mean somebody else. Gives the new entity and the decision's id.
 *
 * @throws OnrecordError `not-found` for an id that no entity has, and where none of the documents names it
 */
export async function splitEntity(
  record: OpenRecord,
  entity: string,
  documents: readonly string[],
  author: string,
  name?: string,
): Promise<{ entity: string; decision: string }> {
  return await record.transaction(async (tx) => {
    const { root, members } = await knownFamily(tx, entity);
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
    const moved = links.map(({ document, type: as, name: called, entity: was, origin, basis }) => ({
      document,
      type: as,
      name: called,
      entity: was,
      origin,
      basis,
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

/** The name that an entity goes by from now on. Gives the decision's id. Throws `not-found` for an id that no entity has. */
export async function renameEntity(record: OpenRecord, entity: string, name: string, author: string): Promise<string> {
  return await record.transaction(async (tx) => {
    const { root } = await knownFamily(tx, entity);
    const { renamed } = await tx
      .selectFrom('entity')
      .select('renamed')
      .where('id', '=', root)
      .executeTakeFirstOrThrow();
    await tx.updateTable('entity').set({ renamed: name }).where('id', '=', root).execute();
    return await decide(tx, 'rename', { entity: root, before: renamed, after: name }, author);
  });
}

/**
 * What a person says of an entity's party, sex or country; it stands before what files say, and replaces what was said of
 * it by hand before. No values takes that back. Gives the decision's id.
 *
 * @throws OnrecordError `not-found` for an id that no entity has, `wrong-usage` where a value ends before it begins
 */
export async function setTraits(
  record: OpenRecord,
  entity: string,
  kind: TraitKind,
  traits: readonly Trait[],
  author: string,
): Promise<string> {
  return await record.transaction(async (tx) => {
    const { root } = await knownFamily(tx, entity);
    const before = await replaceTraits(tx, root, kind, traits);
    return await decide(tx, 'trait', { entity: root, trait: kind, before, after: traits }, author);
  });
}

/**
 * Two entities of one name are two people, or nobody can tell; they are not asked about again where they are
 * "different". Gives the decision's id.
 *
 * @throws OnrecordError `not-found` for an id that no entity has, `wrong-usage` where the two are one entity
 */
export async function tellApart(
  record: OpenRecord,
  one: string,
  other: string,
  kind: 'different' | 'undecided',
  author: string,
): Promise<string> {
  return await record.transaction(async (tx) => {
    const [first, second] = [(await knownFamily(tx, one)).root, (await knownFamily(tx, other)).root];
    if (first === second) throw new OnrecordError('wrong-usage', 'these are one entity');
    return await decide(tx, kind, { one: first, other: second }, author);
  });
}

/** What persons decided about entities, newest first. */
export async function listDecisions(record: OpenRecord): Promise<Decision[]> {
  const rows = await record.db.selectFrom('decision').selectAll().orderBy('made', 'desc').execute();
  return rows.map(decisionOf);
}

/** A decision that stands. Throws `not-found` where there is none, or it was taken back. */
export async function standingDecision(record: OpenRecord, id: string): Promise<Decision> {
  return await standing(record.db, id);
}

async function standing(db: Kysely<Schema>, id: string): Promise<Decision> {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('id', '=', id)
    .where('undone', 'is', null)
    .executeTakeFirst();
  if (!row) throw new OnrecordError('not-found', `there is no decision ${id} to undo`);
  return decisionOf(row);
}

function decisionOf(row: Schema['decision']): Decision {
  return { ...row, kind: row.kind as Decision['kind'], value: JSON.parse(row.value) };
}

/** Takes a decision back. Throws `not-found` where there is none, or it was taken back before. */
export async function undoDecision(record: OpenRecord, id: string): Promise<Decision> {
  return await record.transaction(async (tx) => {
    const decision = await standing(tx, id);
    if (decision.kind === 'merge') await unmerge(tx, decision.value as unknown as { from: string });
    if (decision.kind === 'rename') await unname(tx, decision.value as unknown as Renamed);
    if (decision.kind === 'trait') await untell(tx, decision.value as unknown as ToldOf);
    if (decision.kind === 'split') await unsplit(tx, decision.value as unknown as { links: readonly LinkRow[] });
    const undone = new Date().toISOString();
    await tx.updateTable('decision').set({ undone }).where('id', '=', id).execute();
    return { ...decision, undone };
  });
}

async function unmerge(tx: Kysely<Schema>, { from }: { readonly from: string }): Promise<void> {
  await tx.updateTable('entity').set({ merged: null }).where('id', '=', from).execute();
}

interface Renamed {
  readonly entity: string;
  /** Null where no person had named it before. */
  readonly before: string | null;
}

async function unname(tx: Kysely<Schema>, { entity, before }: Renamed): Promise<void> {
  await tx.updateTable('entity').set({ renamed: before }).where('id', '=', entity).execute();
}

interface ToldOf {
  readonly entity: string;
  readonly trait: TraitKind;
  readonly before: readonly Trait[];
}

async function untell(tx: Kysely<Schema>, { entity, trait, before }: ToldOf): Promise<void> {
  await replaceTraits(tx, (await knownFamily(tx, entity)).root, trait, before);
}

async function unsplit(tx: Kysely<Schema>, { links }: { readonly links: readonly LinkRow[] }): Promise<void> {
  for (const link of links)
    await tx
      .updateTable('link')
      .set({ entity: link.entity, origin: link.origin, ...compact({ basis: link.basis }) })
      .where('document', '=', link.document)
      .where('type', '=', link.type)
      .where('name', '=', link.name)
      .execute();
}
