import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  type EntityType,
  isEntityType,
  nameKey,
  otherKeys,
  roleWords,
  spellingKey,
  surnameKeys,
} from '../../language/english/name-keys.ts';
import { chunks } from '../store/chunks.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';
import { addCompany, addDocuments, addName, COMPANY, called, type Known, newlyKnown } from './known.ts';

/** Entities that are recalled at once. */
const RECALLED = 50;

/**
 * Who is known while documents are linked, by the keys of their names: read from the record when first asked for,
 * remembered with what is linked since, and written back by `flush`.
 */
export class Directory {
  readonly #tx: Kysely<Schema>;
  readonly #known = new Map<string, Known>();
  readonly #byKey = new Map<string, Known[]>();
  readonly #made: Schema['entity'][] = [];
  readonly #aliases: Schema['alias'][] = [];
  readonly #links: LinkRow[] = [];
  readonly #changed = new Set<Known>();

  constructor(tx: Kysely<Schema>) {
    this.#tx = tx;
  }

  byId(id: string): Known | undefined {
    return this.#known.get(id);
  }

  /** Who is known by a key that was loaded. */
  candidates(key: string): readonly Known[] {
    return this.#holders(key);
  }

  #holders(key: string): Known[] {
    const found = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, found);
    return found;
  }

  /** A new entity of a name; its id comes from the key, and from how many others have that. */
  make(type: EntityType, name: string): Known {
    const key = nameKey(type, name);
    const taken = new Set(this.candidates(key).map(({ id }) => id));
    let homonyms = 0;
    while (taken.has(entityId(key, homonyms))) homonyms++;
    const id = entityId(key, homonyms);
    const known = newlyKnown(id, type, name, true);
    this.#known.set(id, known);
    const created = new Date().toISOString();
    this.#made.push({ id, type, name, renamed: null, origin: 'program', merged: null, created });
    this.addAlias(known, key, type, name);
    return known;
  }

  /** Remembers that a document names an entity so, and by which keys it is found from now on. */
  name(known: Known, type: EntityType, name: string, role: string | null, company: Iterable<string>): void {
    addDocuments(known, type, name, role);
    addCompany(known, company);
    this.#changed.add(known);
    const spelling = spellingKey(type, name);
    for (const key of [
      nameKey(type, name),
      ...otherKeys(type, name),
      ...surnameKeys(type, name),
      ...(spelling ? [spelling] : []),
    ])
      this.addAlias(known, key, type, name);
  }

  /** An entity is found by a key, too, under which it has a name. */
  addAlias(known: Known, key: string, type: EntityType, name: string): void {
    const holders = this.#holders(key);
    addName(known, type, name);
    if (holders.includes(known)) return;
    holders.push(known);
    this.#aliases.push({ entity: known.id, key, name, origin: 'program' });
  }

  link(row: LinkRow): void {
    this.#links.push(row);
  }

  /** Whether a name of a document is linked and not yet written. */
  isLinked(document: string, name: string): boolean {
    return this.#links.some((link) => link.document === document && link.name === name);
  }

  /** How many links wait to be written. */
  get waiting(): number {
    return this.#links.length;
  }

  /** Writes what was found. */
  async flush(): Promise<void> {
    const tx = this.#tx;
    for (const rows of chunks(this.#made.splice(0)))
      await tx
        .insertInto('entity')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const rows of chunks(this.#aliases.splice(0)))
      await tx
        .insertInto('alias')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const rows of chunks(this.#links.splice(0)))
      await tx
        .insertInto('link')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await this.#callAnew();
  }

  /** Entities are what most of their documents take them for, and go by the fullest name. */
  async #callAnew(): Promise<void> {
    for (const known of this.#changed) {
      const { type, name } = called(known);
      if (!known.isOurs || (type === known.type && name === known.name)) continue;
      await this.#tx.updateTable('entity').set({ type, name }).where('id', '=', known.id).execute();
      known.type = type;
      known.name = name;
    }
    this.#changed.clear();
  }

  /** Reads who is known by some keys, as far as that is not read yet: few questions for many keys. */
  async load(keys: readonly string[]): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#byKey.has(key));
    if (missing.length === 0) return;
    await this.flush();
    // An entity that a person split off is linked by persons only; one that nothing is linked to is made anew, by its id.
    const rows = await this.#tx
      .selectFrom('alias')
      .innerJoin('entity', 'entity.id', 'alias.entity')
      .select(['alias.key', 'alias.name as alias', 'entity.id', 'entity.type', 'entity.name', 'entity.origin'])
      .distinct()
      .where('alias.key', 'in', among(missing))
      .where('entity.origin', '!=', 'person')
      .where((where) =>
        where.or([
          where('entity.origin', '=', 'import'),
          where.exists(where.selectFrom('link').select('link.entity').whereRef('link.entity', '=', 'entity.id')),
          where.exists(
            where.selectFrom('holding').select('holding.entity').whereRef('holding.entity', '=', 'entity.id'),
          ),
        ]),
      )
      .orderBy('entity.id')
      .execute();
    const isNew = new Set<string>();
    for (const { id, type, name, origin } of rows) {
      if (this.#known.has(id)) continue;
      isNew.add(id);
      this.#known.set(id, newlyKnown(id, type as EntityType, name, origin === 'program'));
    }
    await this.#recall([...isNew]);
    for (const key of missing) this.#byKey.set(key, []);
    for (const { key, id, alias } of rows) {
      const known = this.#known.get(id)!;
      addName(known, typeOfKey(key) ?? known.type, alias);
      const holders = this.#byKey.get(key)!;
      if (!holders.includes(known)) holders.push(known);
    }
  }

  /** Reads what is known of entities that are not remembered yet. */
  async #recall(ids: readonly string[]): Promise<void> {
    for (const part of chunks(ids, RECALLED)) {
      const links = await this.#tx
        .selectFrom('link')
        .select(({ fn }) => ['entity', 'role', 'type', 'name', fn.countAll<number>().as('documents')])
        .where('entity', 'in', part)
        .groupBy(['entity', 'role', 'type', 'name'])
        .execute();
      for (const { entity, role, type, name, documents } of links)
        if (isEntityType(type)) addDocuments(this.#known.get(entity)!, type, name, role, Number(documents));
      const posts = await this.#tx
        .selectFrom('holding')
        .select(['entity', 'post'])
        .where('entity', 'in', part)
        .execute();
      for (const { entity, post } of posts) addRole(this.#known.get(entity)!, post);
      for (const { entity, type, name } of await this.#companyOf(part))
        if (isEntityType(type)) addCompany(this.#known.get(entity)!, [nameKey(type, name)]);
    }
  }

  /** Names that stand in the documents of some entities, so many of each. */
  async #companyOf(ids: readonly string[]): Promise<{ entity: string; type: string; name: string }[]> {
    const each = ids.map(
      (id) => sql`select * from (
        select own.entity, other.type, other.name from link as own join link as other on other.document = own.document
        where own.entity = ${id} and other.entity != ${id} limit ${COMPANY}) as met`,
    );
    const { rows } = await sql<{
      entity: string;
      type: string;
      name: string;
    }>`${sql.join(each, sql` union all `)}`.execute(this.#tx);
    return rows;
  }
}

function addRole(known: Known, role: string): void {
  for (const word of roleWords(role)) known.roles.add(word);
}

/** The type that a key tells: "person:ada quill"; surnames and spellings are persons'. */
function typeOfKey(key: string): EntityType | undefined {
  const kind = key.slice(0, key.indexOf(':'));
  return isEntityType(kind) ? kind : /^(?:surname|spelt)$/u.test(kind) ? 'person' : undefined;
}

function entityId(key: string, homonyms: number): string {
  return `e${createHash('sha256').update(`${key}#${homonyms}`).digest('hex').slice(0, 10)}`;
}
