import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { nameKey, otherKeys, postKey, surnameKeys } from '../../language/english/name-keys.ts';
import { mayAgree, parseName } from '../../language/english/person-names.ts';
import { chunks } from '../store/chunks.ts';
import type { OpenRecord } from '../store/open.ts';
import type { Schema } from '../store/schema.ts';
import type { ListedEntity, PeopleFile } from './listed.ts';
import { addTraits, type Trait } from './traits.ts';

/** What an import did. */
export interface ImportedPeople {
  /** Entities that are new, and those that the record had. */
  readonly added: number;
  readonly known: number;
  readonly posts: number;
  /** Parties, sexes and countries. */
  readonly traits: number;
}

/**
 * Takes in who's who. An entry is somebody known where one of its identifiers is known, or where exactly one entity of
 * the record has its name and none of a file's identifiers; else it is new. In one transaction: all of it, or nothing.
 */
export async function importPeople(record: OpenRecord, { entities }: PeopleFile): Promise<ImportedPeople> {
  return await record.transaction(async (tx) => {
    const ids = await knownIds(tx, entities);
    const created = new Date().toISOString();
    const rows = {
      entity: [] as Schema['entity'][],
      alias: [] as Schema['alias'][],
      identifier: [] as Schema['identifier'][],
      holding: [] as Schema['holding'][],
    };
    const told: (Trait & { entity: string })[] = [];
    let known = 0;
    for (const [i, listed] of entities.entries()) {
      const { type, name, aliases, identifiers, posts, traits } = listed;
      const before = ids[i];
      const entity = before ?? `e${randomUUID().replaceAll('-', '').slice(0, 10)}`;
      if (before) known++;
      else rows.entity.push({ id: entity, type, name, renamed: null, origin: 'import', merged: null, created });
      for (const called of new Set([name, ...aliases]))
        for (const key of [nameKey(type, called), ...otherKeys(type, called), ...surnameKeys(type, called)])
          rows.alias.push({ entity, key, name: called, origin: 'import' });
      for (const trait of traits) told.push({ ...trait, entity });
      for (const { scheme, value } of identifiers) rows.identifier.push({ entity, scheme, value });
      for (const { post, organisation = null, earliest = '', latest = null } of posts)
        rows.holding.push({ entity, post, key: postKey(post), organisation, earliest, latest });
    }
    for (const part of chunks(rows.entity)) await tx.insertInto('entity').values(part).execute();
    for (const part of chunks(rows.alias))
      await tx
        .insertInto('alias')
        .values(part)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const part of chunks(rows.identifier))
      await tx
        .insertInto('identifier')
        .values(part)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const part of chunks(rows.holding))
      await tx
        .insertInto('holding')
        .values(part)
        .onConflict((conflict) =>
          conflict
            .columns(['entity', 'post', 'earliest'])
            .doUpdateSet((set) => ({ latest: set.ref('excluded.latest') })),
        )
        .execute();
    await addTraits(tx, told);
    return { added: rows.entity.length, known, posts: rows.holding.length, traits: told.length };
  });
}

/** The id of each entry's entity, where the record has it. */
async function knownIds(tx: Kysely<Schema>, entities: readonly ListedEntity[]): Promise<(string | undefined)[]> {
  const identified = new Map<string, string>();
  for (const part of chunks([...new Set(entities.flatMap(({ identifiers }) => identifiers.map(({ value }) => value)))]))
    for (const { scheme, value, entity } of await tx
      .selectFrom('identifier')
      .selectAll()
      .where('value', 'in', part)
      .execute())
      identified.set(`${scheme}:${value}`, entity);
  const taken = new Set(
    (await tx.selectFrom('identifier').select('entity').distinct().execute()).map(({ entity }) => entity),
  );
  const named = new Map<string, { readonly entity: string; readonly name: string }[]>();
  for (const part of chunks([...new Set(entities.map(({ type, name }) => nameKey(type, name)))]))
    for (const { key, ...alias } of await tx
      .selectFrom('alias')
      .select(['key', 'entity', 'name'])
      .where('key', 'in', part)
      .execute())
      named.set(key, [...(named.get(key) ?? []), alias]);
  const alike = new Map<string, number>();
  for (const { type, name } of entities) alike.set(nameKey(type, name), (alike.get(nameKey(type, name)) ?? 0) + 1);
  return entities.map(({ type, name, identifiers }) => {
    const known = identifiers
      .map(({ scheme, value }) => identified.get(`${scheme}:${value}`))
      .find((id) => id !== undefined);
    if (known) return known;
    const key = nameKey(type, name);
    const isSame = (other: string) =>
      nameKey(type, other) === key && (type !== 'person' || mayAgree(parseName(name), parseName(other)));
    const free = new Set(
      (named.get(key) ?? []).flatMap(({ entity, name: other }) =>
        !taken.has(entity) && isSame(other) ? [entity] : [],
      ),
    );
    return free.size === 1 && alike.get(key) === 1 ? [...free][0] : undefined;
  });
}
