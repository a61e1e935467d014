import { type Kysely, sql } from 'kysely';
import { type EntityType, isEntityType, nameKey, roleWords } from '../../language/english/name-keys.ts';
import { chunks } from '../store/chunks.ts';
import type { Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';
import type { DocumentName } from './document-names.ts';

/** What is known of an entity while documents are linked. */
export interface Known {
  readonly id: string;
  readonly type: EntityType;
  /** The names by which documents or files know it, by their keys. */
  readonly names: Map<string, Set<string>>;
  readonly roles: Set<string>;
  /** Keys of the names that stand in the same documents. */
  readonly company: Set<string>;
  /** How many documents name it. */
  documents: number;
}

/** Names met together beyond which no more are remembered: enough to know somebody by. */
const COMPANY = 400;
/** Entities that are recalled at once. */
const RECALLED = 50;

/** The entities that may be meant by the names of the documents that are linked, each read from the record once. */
export class KnownEntities {
  readonly #tx: Kysely<Schema>;
  readonly #byId = new Map<string, Known>();
  readonly #byKey = new Map<string, Known[]>();

  constructor(tx: Kysely<Schema>) {
    this.#tx = tx;
  }

  get(id: string): Known | undefined {
    return this.#byId.get(id);
  }

  /** Notes an entity that is new, by its keys; those of others than `own` only where they were asked for. */
  add(known: Known, own: string, keys: readonly string[]): void {
    this.#byId.set(known.id, known);
    for (const key of keys) {
      const others = this.#byKey.get(key);
      if (others) others.push(known);
      else if (key === own) this.#byKey.set(key, [known]);
    }
  }

  /** Who is known by a key that was loaded; more may be added. */
  holders(key: string): Known[] {
    const found = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, found);
    return found;
  }

  /** The keys among some that are not read yet. */
  missing(keys: readonly string[]): string[] {
    return keys.filter((key) => !this.#byKey.has(key));
  }

  /** Reads who is known by some keys: few questions for many keys. */
  async load(missing: readonly string[]): Promise<void> {
    const rows = await this.#aliasesOf(missing);
    await this.#recall(new Map(rows.map(({ id, type }) => [id, type as EntityType])));
    for (const key of missing) this.#byKey.set(key, []);
    for (const { key, id, type, name } of rows) {
      const known = this.#byId.get(id)!;
      addName(known, nameKey(type as EntityType, name), name);
      const holders = this.#byKey.get(key)!;
      if (holders.at(-1) !== known) holders.push(known);
    }
  }

  /** Names by which entities are known, with their keys, entity by entity. */
  async #aliasesOf(keys: readonly string[]): Promise<{ key: string; name: string; id: string; type: string }[]> {
    // An entity that a person split off is linked by persons only; one that nothing is linked to is made anew, by its id.
    return await this.#tx
      .selectFrom('alias')
      .innerJoin('entity', 'entity.id', 'alias.entity')
      .select(['alias.key', 'alias.name', 'entity.id', 'entity.type'])
      .distinct()
      .where('alias.key', 'in', among(keys))
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
  }

  /** Reads what is known of entities that are not remembered yet. */
  async #recall(types: ReadonlyMap<string, EntityType>): Promise<void> {
    const ids = [...types.keys()].filter((id) => !this.#byId.has(id));
    for (const id of ids) this.#byId.set(id, newlyKnown(id, types.get(id)!));
    for (const part of chunks(ids, RECALLED)) {
      const links = await this.#tx
        .selectFrom('link')
        .select(({ fn }) => ['entity', 'role', 'type', 'name', fn.countAll<number>().as('documents')])
        .where('entity', 'in', part)
        .groupBy(['entity', 'role', 'type', 'name'])
        .execute();
      const posts = await this.#tx
        .selectFrom('holding')
        .select(['entity', 'post as role'])
        .where('entity', 'in', part)
        .execute();
      for (const { entity, role } of [...links, ...posts])
        for (const word of roleWords(role ?? '')) this.#byId.get(entity)!.roles.add(word);
      for (const { entity, type, name, documents } of links) {
        const known = this.#byId.get(entity)!;
        known.documents += documents;
        if (isEntityType(type)) addName(known, nameKey(type, name), name);
      }
      for (const { entity, type, name } of await this.#companyOf(part))
        this.#byId.get(entity)!.company.add(nameKey(type as EntityType, name));
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

export function newlyKnown(id: string, type: EntityType): Known {
  return { id, type, names: new Map(), roles: new Set(), company: new Set(), documents: 0 };
}

export function addName(known: Known, key: string, name: string): void {
  const names = known.names.get(key);
  if (names) names.add(name);
  else known.names.set(key, new Set([name]));
}

/** Notes that a document names an entity, by which role and beside whom. */
export function remember(known: Known, { name, role }: DocumentName, company: readonly string[]): void {
  addName(known, nameKey(known.type, name), name);
  known.documents++;
  for (const word of roleWords(role ?? '')) known.roles.add(word);
  for (const key of company) {
    if (known.company.size >= COMPANY) break;
    known.company.add(key);
  }
}

/**
 * How far a name's role and company speak for an entity: above 0 for it, below against it. They speak against it only
 * where both roles are known and share nothing, and nobody is met with both.
 */
export function likeness(known: Known, words: readonly string[], company: readonly string[]): number {
  const shared = company.filter((key) => known.company.has(key)).length;
  const alike = words.some((word) => known.roles.has(word));
  if (alike || shared > 0) return (alike ? 1 : 0) + Math.min(1, shared / 3);
  return words.length > 0 && known.roles.size > 0 ? -1 : 0;
}
