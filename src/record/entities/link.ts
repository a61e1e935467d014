import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import {
  type EntityType,
  isEntityType,
  nameKey,
  otherKeys,
  postKey,
  roleWords,
  soughtSurname,
  surnameKeys,
} from '../../language/english/name-keys.ts';
import { isShortName, mayAgree, type PersonName, parseName } from '../../language/english/person-names.ts';
import { chunks } from '../store/chunks.ts';
import type { LinkRow, Schema } from '../store/schema.ts';
import { among } from '../store/sql.ts';

/** A name as one document uses it. */
interface DocumentName {
  readonly type: EntityType;
  readonly name: string;
  readonly role: string | null;
  /** Short names that the document gives it. */
  readonly aliases: readonly string[];
}

/** What is known of an entity while documents are linked. */
interface Known {
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

/**
 * Links the names of documents to entities, one document after the other. A full name is the entity's of that name,
 * unless a part of the name, or role and company both, speak against it; then it is another of the same name. Another form
 * of a name (a nickname, the first of two surnames) or a surname alone is somebody's only where one person of that name
 * keeps the same company or role; a body that a document also calls by the name of one
 * that is known is that one where it keeps the same company. Nothing is chained: a name is compared with the
 * entity's own names, never with those that were linked to it by likeness.
 */
class Linker {
  readonly #tx: Kysely<Schema>;
  readonly #known = new Map<string, Known>();
  readonly #byKey = new Map<string, Known[]>();
  readonly #parsed = new Map<string, PersonName>();
  readonly #made: Schema['entity'][] = [];
  readonly #aliases: Schema['alias'][] = [];
  readonly #links: LinkRow[] = [];

  constructor(tx: Kysely<Schema>) {
    this.#tx = tx;
  }

  /** Links every name of a document that no person has linked. What is found is written by `flush`. */
  async link(document: string): Promise<void> {
    const names = await namesOf(this.#tx, document);
    const decided = await this.#tx.selectFrom('link').selectAll().where('document', '=', document).execute();
    const company = names.map(({ type, name }) => nameKey(type, name));
    await this.#load(keysOf(names));
    const here = new Map<string, string[]>();
    for (const { type, name, role, aliases } of names) {
      const byPerson = decided.find((link) => link.type === type && link.name === name && link.origin === 'person');
      const own = company.filter((key) => key !== nameKey(type, name));
      if (byPerson) {
        const known = this.#known.get(byPerson.entity);
        if (known) remember(known, name, role, own);
        continue;
      }
      const { known, basis } = this.#choose({ type, name, role, aliases }, own, here);
      here.set(known.id, [...(here.get(known.id) ?? []), name]);
      remember(known, name, role, own);
      for (const alias of basis === 'alias' ? [name, ...aliases] : aliases)
        this.#call(known, nameKey(type, alias), alias);
      if (basis !== 'surname') for (const key of otherKeys(type, name)) this.#call(known, key, name);
      this.#links.push({ document, type, name, role, entity: known.id, origin: 'program', basis });
    }
    await this.#linkPosts(document);
    if (this.#links.length >= 500) await this.flush();
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

  /** @param here the names of the document that are linked, by their entities */
  #choose(
    name: DocumentName,
    company: readonly string[],
    here: ReadonlyMap<string, readonly string[]>,
  ): { known: Known; basis: string } {
    const key = nameKey(name.type, name.name);
    const same = this.#candidates(key);
    const words = name.role ? roleWords(name.role) : [];
    const isFree = (known: Known) => !(here.get(known.id) ?? []).some((other) => this.#isKin(name, other));
    const ranked = same
      .filter((known) => known.names.has(key) && this.#mayBe(known, name, key) && isFree(known))
      .map((known) => ({ known, score: likeness(known, words, company), isSame: this.#hasGeneration(known, name) }))
      .sort(
        (a, b) =>
          Number(b.isSame && b.score >= 0) - Number(a.isSame && a.score >= 0) ||
          b.score - a.score ||
          b.known.documents - a.known.documents,
      );
    const [best] = ranked;
    if (best && best.score >= 0) return { known: best.known, basis: 'name' };
    const keepsCompany = (known: Known) => likeness(known, words, company) > 0;
    if (!best && name.type === 'person') {
      const called = [key, ...otherKeys(name.type, name.name)].flatMap((form) => this.#candidates(form));
      const surname = soughtSurname(name.type, name.name);
      const bySurname = surname === undefined ? [] : this.#candidates(surname);
      for (const [basis, found] of [
        ['alias', called],
        ['surname', bySurname],
      ] as const) {
        const alike = [...new Set(found)].filter(
          (known) => this.#mayBe(known, name) && isFree(known) && keepsCompany(known),
        );
        if (alike.length === 1) return { known: alike[0]!, basis };
      }
    }
    if (!best && name.type !== 'person') {
      const called = name.aliases.flatMap((alias) => this.#candidates(nameKey(name.type, alias)));
      const alike = [...new Set(called)].filter(keepsCompany);
      if (alike.length === 1) return { known: alike[0]!, basis: 'alias' };
    }
    return { known: this.#make(name, key, new Set(same.map(({ id }) => id))), basis: 'new' };
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

  /** A short name that one document gives an entity is one of its names in others too, and so are other forms of its name. */
  #call(known: Known, key: string, name: string): void {
    const holders = this.#candidates(key);
    addName(known, nameKey(known.type, name), name);
    if (holders.includes(known)) return;
    holders.push(known);
    this.#aliases.push({ entity: known.id, key, name, origin: 'program' });
  }

  /** Who is known by a key that was loaded; more may be added. */
  #candidates(key: string): Known[] {
    const found = this.#byKey.get(key) ?? [];
    this.#byKey.set(key, found);
    return found;
  }

  /** Reads who is known by some keys, as far as that is not read yet: few questions for many keys. */
  async #load(keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#byKey.has(key));
    if (missing.length === 0) return;
    await this.flush();
    // An entity that a person split off is linked by persons only; one that nothing is linked to is made anew, by its id.
    const rows = await this.#tx
      .selectFrom('alias')
      .innerJoin('entity', 'entity.id', 'alias.entity')
      .select(['alias.key', 'alias.name', 'entity.id', 'entity.type'])
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
    await this.#recall(new Map(rows.map(({ id, type }) => [id, type as EntityType])));
    for (const key of missing) this.#byKey.set(key, []);
    for (const { key, id, type, name } of rows) {
      const known = this.#known.get(id)!;
      addName(known, nameKey(type as EntityType, name), name);
      const holders = this.#byKey.get(key)!;
      if (!holders.includes(known)) holders.push(known);
    }
  }

  /** Reads what is known of entities that are not remembered yet. */
  async #recall(types: ReadonlyMap<string, EntityType>): Promise<void> {
    const ids = [...types.keys()].filter((id) => !this.#known.has(id));
    for (const id of ids) this.#known.set(id, newlyKnown(id, types.get(id)!));
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
        for (const word of roleWords(role ?? '')) this.#known.get(entity)!.roles.add(word);
      for (const { entity, type, name, documents } of links) {
        const known = this.#known.get(entity)!;
        known.documents += documents;
        if (isEntityType(type)) addName(known, nameKey(type, name), name);
      }
      for (const { entity, type, name } of await this.#companyOf(part))
        this.#known.get(entity)!.company.add(nameKey(type as EntityType, name));
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

  #make({ type, name }: DocumentName, key: string, taken: ReadonlySet<string>): Known {
    let homonyms = 0;
    while (taken.has(entityId(key, homonyms))) homonyms++;
    const id = entityId(key, homonyms);
    const known = newlyKnown(id, type);
    this.#known.set(id, known);
    this.#made.push({
      id,
      type,
      name,
      renamed: null,
      origin: 'program',
      merged: null,
      created: new Date().toISOString(),
    });
    for (const own of [key, ...surnameKeys(type, name)]) {
      this.#aliases.push({ entity: id, key: own, name, origin: 'program' });
      const others = this.#byKey.get(own);
      if (others) others.push(known);
      else if (own === key) this.#byKey.set(own, [known]);
    }
    return known;
  }

  /** "the defence secretary" of a day is whoever held that post then, if one person did. */
  async #linkPosts(document: string): Promise<void> {
    const roles = await this.#tx
      .selectFrom('statement')
      .innerJoin('document', 'document.id', 'statement.document')
      .select(['statement.speaker', 'statement.speaker_type', 'statement.latest', 'document.published'])
      .where('statement.document', '=', document)
      .where('statement.speaker_type', '=', 'anonymous')
      .execute();
    for (const { speaker, speaker_type: type, latest, published } of roles) {
      const day = (latest ?? published)?.slice(0, 10);
      const key = postKey(speaker);
      if (!day || key === '' || this.#links.some((link) => link.document === document && link.name === speaker))
        continue;
      const holders = await this.#tx
        .selectFrom('holding')
        .select('entity')
        .distinct()
        .where('key', '=', key)
        .where('earliest', '<=', day)
        .where((where) => where.or([where('latest', 'is', null), where('latest', '>=', day)]))
        .limit(2)
        .execute();
      if (holders.length !== 1) continue;
      this.#links.push({
        document,
        type,
        name: speaker,
        role: speaker,
        entity: holders[0]!.entity,
        origin: 'program',
        basis: 'post',
      });
    }
  }
}

/** Keys by which names may be known: their own, those of other forms and short names, and that of a surname that stands alone. */
function keysOf(names: readonly DocumentName[]): string[] {
  return [
    ...new Set(
      names.flatMap(({ type, name, aliases }) => {
        const sought = soughtSurname(type, name);
        return [
          nameKey(type, name),
          ...otherKeys(type, name),
          ...aliases.map((alias) => nameKey(type, alias)),
          ...(sought === undefined ? [] : [sought]),
        ];
      }),
    ),
  ];
}

function entityId(key: string, homonyms: number): string {
  return `e${createHash('sha256').update(`${key}#${homonyms}`).digest('hex').slice(0, 10)}`;
}

function newlyKnown(id: string, type: EntityType): Known {
  return { id, type, names: new Map(), roles: new Set(), company: new Set(), documents: 0 };
}

function addName(known: Known, key: string, name: string): void {
  known.names.set(key, (known.names.get(key) ?? new Set()).add(name));
}

function remember(known: Known, name: string, role: string | null, company: readonly string[]): void {
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
function likeness(known: Known, words: readonly string[], company: readonly string[]): number {
  const shared = company.filter((key) => known.company.has(key)).length;
  const alike = words.some((word) => known.roles.has(word));
  if (alike || shared > 0) return (alike ? 1 : 0) + Math.min(1, shared / 3);
  return words.length > 0 && known.roles.size > 0 ? -1 : 0;
}

/** The people, organisations, outlets and places that a document's statements are by or about. */
async function namesOf(tx: Kysely<Schema>, document: string): Promise<DocumentName[]> {
  const speakers = await tx
    .selectFrom('statement')
    .select(['speaker_type as type', 'speaker as name', 'value'])
    .where('document', '=', document)
    .where('origin', '!=', 'rejected')
    .where('speaker', '!=', '')
    .orderBy('position')
    .execute();
  const named = await tx.selectFrom('named').selectAll().where('document', '=', document).execute();
  const about = await tx.selectFrom('about').select(['type', 'name']).where('document', '=', document).execute();
  const found = new Map<string, DocumentName>();
  for (const { type, name, role, aliases } of named)
    if (isEntityType(type)) found.set(`${type}:${name}`, { type, name, role, aliases: JSON.parse(aliases) });
  for (const { type, name, value } of speakers) {
    if (!isEntityType(type)) continue;
    const { role = null } = (JSON.parse(value) as { speaker: { role?: string } }).speaker;
    const before = found.get(`${type}:${name}`);
    if (!before?.role) found.set(`${type}:${name}`, { type, name, role, aliases: before?.aliases ?? [] });
  }
  for (const { type, name } of about)
    if (isEntityType(type) && !found.has(`${type}:${name}`))
      found.set(`${type}:${name}`, { type, name, role: null, aliases: [] });
  return [...found.values()];
}

/** Links the names of one document anew; what persons linked stays. Inside the transaction that wrote its statements. */
export async function linkDocument(tx: Kysely<Schema>, document: string): Promise<void> {
  await tx.deleteFrom('link').where('document', '=', document).where('origin', '=', 'program').execute();
  const linker = new Linker(tx);
  await linker.link(document);
  await linker.flush();
}

/**
 * Links all documents anew, oldest first; what people linked stays, and entities keep their ids.
 *
 * @returns ids of the documents in which a name means somebody else now
 */
export async function linkAll(
  tx: Kysely<Schema>,
  progress: (done: number, all: number) => void = () => {},
): Promise<string[]> {
  const before = await linkDigests(tx);
  await tx.deleteFrom('link').where('origin', '=', 'program').execute();
  const documents = await tx
    .selectFrom('document')
    .select('id')
    .orderBy('published')
    .orderBy('added')
    .orderBy('id')
    .execute();
  const linker = new Linker(tx);
  for (const [i, { id }] of documents.entries()) {
    await linker.link(id);
    progress(i + 1, documents.length);
  }
  await linker.flush();
  const after = await linkDigests(tx);
  return documents.flatMap(({ id }) => (before.get(id) === after.get(id) ? [] : [id]));
}

/** A digest of whom each document's names mean. */
async function linkDigests(tx: Kysely<Schema>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const documents = await tx.selectFrom('link').select('document').distinct().orderBy('document').execute();
  for (const part of chunks(documents)) {
    const links = await tx
      .selectFrom('link')
      .select(['document', 'type', 'name', 'entity'])
      .where(
        'document',
        'in',
        part.map(({ document }) => document),
      )
      .orderBy('document')
      .orderBy('type')
      .orderBy('name')
      .execute();
    const texts = new Map<string, string[]>();
    for (const { document, ...link } of links) {
      const held = texts.get(document);
      if (held) held.push(JSON.stringify(link));
      else texts.set(document, [JSON.stringify(link)]);
    }
    for (const [document, text] of texts)
      digests.set(document, createHash('sha256').update(text.join()).digest('base64').slice(0, 16));
  }
  return digests;
}
