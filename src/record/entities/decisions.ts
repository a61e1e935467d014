import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import { type EntityType, nameKey } from '../../language/english/name-keys.ts';
import type { OpenRecord } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import { familyOf } from './entities.ts';

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
          .set({ entity: link.entity, origin: link.origin, ...(link.basis ? { basis: link.basis } : {}) })
          .where('document', '=', link.document)
          .where('type', '=', link.type)
          .where('name', '=', link.name)
          .execute();
    const undone = new Date().toISOString();
    await tx.updateTable('decision').set({ undone }).where('id', '=', id).execute();
    return { ...row, kind: row.kind as Decision['kind'], value, undone };
  });
}
