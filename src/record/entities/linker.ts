import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { nameKey, otherKeys, roleWords, soughtSurname, surnameKeys } from '../../language/english/name-keys.ts';
import { isShortName, mayAgree, type PersonName, parseName } from '../../language/english/person-names.ts';
import { chunks } from '../store/chunks.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { type DocumentName, keysOf, namesOf } from './document-names.ts';
import { addName, type Known, KnownEntities, likeness, newlyKnown, remember } from './known.ts';
import { postLinks } from './posts.ts';

/** A name of a document, and what tells whom it means. */
interface Asked {
  readonly name: DocumentName;
  readonly key: string;
  /** Keys of the other names of the document. */
  readonly company: readonly string[];
  /** The names of the document that are linked, by their entities. */
  readonly here: ReadonlyMap<string, readonly string[]>;
}

/**
 * Links the names of documents to entities, one document after the other. A full name is the entity's of that name,
 * unless a part of the name, or role and company both, speak against it; then it is another of the same name. Another form
 * of a name (a nickname, the first of two surnames) or a surname alone is somebody's only where one person of that name
 * keeps the same company or role; a body that a document also calls by the name of one that is known is that one where it
 * keeps the same company. Nothing is chained: a name is compared with the entity's own names, never with those that were
 * linked to it by likeness.
 */
export class Linker {
  readonly #tx: Kysely<Schema>;
  readonly #known: KnownEntities;
  readonly #parsed = new Map<string, PersonName>();
  /** Of each key, how many of its ids are taken at least. */
  readonly #homonyms = new Map<string, number>();
  readonly #made: Schema['entity'][] = [];
  readonly #aliases: Schema['alias'][] = [];
  readonly #links: LinkRow[] = [];

  constructor(tx: Kysely<Schema>) {
    this.#tx = tx;
    this.#known = new KnownEntities(tx);
  }

  /** Links every name of a document that no person has linked. What is found is written by `flush`. */
  async link(document: string): Promise<void> {
    const names = await namesOf(this.#tx, document);
    const decided = await this.#decidedIn(document);
    const keyed = names.map((name) => ({ name, key: nameKey(name.type, name.name) }));
    await this.#load(keysOf(names));
    const here = new Map<string, string[]>();
    const linked = new Set<string>();
    for (const { name, key } of keyed) {
      const company = keyed.flatMap((other) => (other.key === key ? [] : [other.key]));
      const entity = decided.get(`${name.type}:${name.name}`);
      if (entity !== undefined) {
        const known = this.#known.get(entity);
        if (known) remember(known, name, company);
        continue;
      }
      const { known, basis } = this.#choose({ name, key, company, here });
      const others = here.get(known.id);
      if (others) others.push(name.name);
      else here.set(known.id, [name.name]);
      remember(known, name, company);
      this.#callAll(known, name, basis);
      linked.add(name.name);
      const { type, role } = name;
      this.#links.push({ document, type, name: name.name, role, entity: known.id, origin: 'program', basis });
    }
    this.#links.push(...(await postLinks(this.#tx, document, linked)));
    if (this.#links.length >= 500) await this.flush();
  }

  /** The entities that a person linked names of a document to, by type and name. */
  async #decidedIn(document: string): Promise<Map<string, string>> {
    const links = await this.#tx
      .selectFrom('link')
      .select(['type', 'name', 'entity'])
      .where('document', '=', document)
      .where('origin', '=', 'person')
      .execute();
    return new Map(links.map(({ type, name, entity }) => [`${type}:${name}`, entity]));
  }

  async #load(keys: readonly string[]): Promise<void> {
    const missing = this.#known.missing(keys);
    if (missing.length === 0) return;
    await this.flush();
    await this.#known.load(missing);
  }

  /** Writes what was found. */
  async flush(): Promise<void> {
    for (const rows of chunks(this.#made.splice(0)))
      await this.#tx
        .insertInto('entity')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const rows of chunks(this.#aliases.splice(0)))
      await this.#tx
        .insertInto('alias')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const rows of chunks(this.#links.splice(0)))
      await this.#tx
        .insertInto('link')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }

  #choose(asked: Asked): { known: Known; basis: string } {
    const best = this.#ofThatName(asked);
    if (best && best.score >= 0) return { known: best.known, basis: 'name' };
    return (best ? undefined : this.#called(asked)) ?? { known: this.#make(asked), basis: 'new' };
  }

  /** Who has the very name and is likeliest by role and company; below 0 where those speak against everybody. */
  #ofThatName(asked: Asked): { known: Known; score: number } | undefined {
    const { name, key, company } = asked;
    const words = roleWords(name.role ?? '');
    const [best] = this.#known
      .holders(key)
      .filter((known) => known.names.has(key) && this.#mayBe(known, name, key) && this.#isFree(known, asked))
      .map((known) => ({ known, score: likeness(known, words, company), isSame: this.#hasGeneration(known, name) }))
      .sort(
        (a, b) =>
          Number(b.isSame && b.score >= 0) - Number(a.isSame && a.score >= 0) ||
          b.score - a.score ||
          b.known.documents - a.known.documents,
      );
    return best;
  }

  /** The one who is known by another form or a short form of the name and keeps the same company or role. */
  #called(asked: Asked): { known: Known; basis: string } | undefined {
    const { key, company } = asked;
    const { type, name, role, aliases } = asked.name;
    const isPerson = type === 'person';
    const forms = isPerson ? [key, ...otherKeys(type, name)] : aliases.map((alias) => nameKey(type, alias));
    const surname = soughtSurname(type, name);
    const words = roleWords(role ?? '');
    for (const [basis, keys] of [
      ['alias', forms],
      ['surname', surname === undefined ? [] : [surname]],
    ] as const) {
      const [only, ...others] = [...new Set(keys.flatMap((form) => this.#known.holders(form)))].filter(
        (known) =>
          (!isPerson || (this.#mayBe(known, asked.name) && this.#isFree(known, asked))) &&
          likeness(known, words, company) > 0,
      );
      if (only && others.length === 0) return { known: only, basis };
    }
    return undefined;
  }

  /** Whether no other name of the document that is linked to an entity is told from this one. */
  #isFree({ id }: Known, { name, here }: Asked): boolean {
    return !(here.get(id) ?? []).some((other) => this.#isKin(name, other));
  }

  /** Whether an entity's names, those of one key where it is given, leave room for another. */
  #mayBe(known: Known, { type, name }: DocumentName, key?: string): boolean {
    if (type !== 'person') return true;
    const own =
      key === undefined ? [...known.names.values()].flatMap((names) => [...names]) : [...known.names.get(key)!];
    const agrees = (other: string) => mayAgree(this.#parse(name), this.#parse(other));
    return key === undefined ? own.some(agrees) : own.every(agrees);
  }

  /** Whether a document tells "X" from "X Jr.". */
  #isKin({ type, name }: DocumentName, other: string): boolean {
    if (type !== 'person') return false;
    const [one, two] = [this.#parse(name), this.#parse(other)];
    return one.generation !== two.generation && !isShortName(one) && !isShortName(two);
  }

  #hasGeneration(known: Known, { type, name }: DocumentName): boolean {
    const { generation } = this.#parse(name);
    return (
      type !== 'person' ||
      [...known.names.values()].some((names) =>
        [...names].some((other) => this.#parse(other).generation === generation),
      )
    );
  }

  #parse(name: string): PersonName {
    const parsed = this.#parsed.get(name) ?? parseName(name);
    this.#parsed.set(name, parsed);
    return parsed;
  }

  /** Short names that one document gives an entity are its names in others too, and so are other forms of its name. */
  #callAll(known: Known, { type, name, aliases }: DocumentName, basis: string): void {
    for (const alias of basis === 'alias' ? [name, ...aliases] : aliases)
      this.#call(known, nameKey(type, alias), alias);
    if (basis !== 'surname') for (const key of otherKeys(type, name)) this.#call(known, key, name);
  }

  #call(known: Known, key: string, name: string): void {
    const holders = this.#known.holders(key);
    addName(known, nameKey(known.type, name), name);
    if (holders.includes(known)) return;
    holders.push(known);
    this.#aliases.push({ entity: known.id, key, name, origin: 'program' });
  }

  #make({ name: { type, name }, key }: Asked): Known {
    const id = this.#freeId(key);
    const known = newlyKnown(id, type);
    const keys = [key, ...surnameKeys(type, name)];
    const created = new Date().toISOString();
    this.#known.add(known, key, keys);
    this.#made.push({ id, type, name, renamed: null, origin: 'program', merged: null, created });
    this.#aliases.push(...keys.map((own) => ({ entity: id, key: own, name, origin: 'program' })));
    return known;
  }

  /** The first id of a key that nobody who is known by the key has. */
  #freeId(key: string): string {
    const taken = new Set(this.#known.holders(key).map(({ id }) => id));
    let homonyms = this.#homonyms.get(key) ?? 0;
    while (taken.has(entityId(key, homonyms))) homonyms++;
    this.#homonyms.set(key, homonyms);
    return entityId(key, homonyms);
  }
}

function entityId(key: string, homonyms: number): string {
  return `e${createHash('sha256').update(`${key}#${homonyms}`).digest('hex').slice(0, 10)}`;
}
