import type { Kysely } from 'kysely';
import { ALL_GIVEN_NAMES } from '../../language/english/given-names.ts';
import {
  ENTITY_TYPES,
  nameKey,
  otherKeys,
  roleWords,
  soughtSurname,
  spellingKey,
} from '../../language/english/name-keys.ts';
import {
  differsByName,
  isShortName,
  isSlipOf,
  mayAgree,
  type PersonName,
  parseName,
} from '../../language/english/person-names.ts';
import type { Schema } from '../store/schema.ts';
import { Directory } from './directory.ts';
import { type DocumentName, namesOf } from './document-names.ts';
import { ALIKE, clearlyBest, evidenceFor, inOrder, type Ranked, type Setting, weightOf } from './evidence.ts';
import type { Known } from './known.ts';
import { postLinks } from './posts.ts';

/** An entity, and how it was found. */
interface Choice {
  readonly known: Known;
  readonly basis: 'name' | 'alias' | 'surname';
}

/** A person's name with what its document tells beside it. */
interface Sought {
  readonly name: DocumentName;
  readonly setting: Setting;
  /** The names of the document that are linked, by their entities. */
  readonly here: ReadonlyMap<string, readonly string[]>;
}

/**
 * Links the names of documents to entities, one document after the other. A full name is the entity's of that name,
 * unless a part of the name, or role and company both, speak against it; then it is another of the same name. Another form
 * of a name (a nickname, a slip of the pen, a company without its last word) or a surname alone is somebody's only where the
 * same company or role speak for it, and clearly more for one than for others. Nothing is chained: a name is compared with the
 * names that documents print, never with what was likened to them.
 */
export class Linker {
  readonly #tx: Kysely<Schema>;
  readonly #directory: Directory;
  readonly #parsed = new Map<string, PersonName>();

  constructor(tx: Kysely<Schema>) {
    this.#tx = tx;
    this.#directory = new Directory(tx);
  }

  /** Links every name of a document that no person has linked. What is found is written by `flush`. */
  async link(document: string): Promise<void> {
    const directory = this.#directory;
    const names = await namesOf(this.#tx, document);
    const decided = await this.#tx.selectFrom('link').selectAll().where('document', '=', document).execute();
    const company = [...new Set(names.map(({ type, name }) => nameKey(type, name)))];
    await directory.load(names.flatMap(keysOf));
    const weights = new Map(company.map((key) => [key, this.#weightOf(key)]));
    const here = new Map<string, string[]>();
    for (const one of names) {
      const { type, name, role, aliases } = one;
      const byPerson = decided.find((link) => link.type === type && link.name === name && link.origin === 'person');
      const own = nameKey(type, name);
      if (byPerson) {
        const known = directory.byId(byPerson.entity);
        if (known) directory.name(known, type, name, role, without(weights.keys(), own));
        continue;
      }
      const sought = { name: one, setting: { role: roleWords(role ?? ''), company: weights, own }, here };
      const choice = type === 'person' ? this.#choosePerson(sought) : this.#chooseBody(sought);
      const known = choice?.known ?? directory.make(type, name);
      const basis = choice?.basis ?? 'new';
      here.set(known.id, [...(here.get(known.id) ?? []), name]);
      directory.name(known, type, name, role, without(weights.keys(), own));
      for (const alias of basis === 'alias' ? [name, ...aliases] : aliases)
        directory.addAlias(known, nameKey(type, alias), type, alias);
      directory.link({ document, type, name, role, entity: known.id, origin: 'program', basis });
    }
    const posts = await postLinks(this.#tx, document, (name) => directory.isLinked(document, name));
    for (const post of posts) directory.link(post);
    if (directory.waiting >= 500) await this.flush();
  }

  /** Writes what was found. */
  async flush(): Promise<void> {
    await this.#directory.flush();
  }

  #weightOf(key: string): number {
    return weightOf(Math.max(0, ...this.#directory.candidates(key).map(({ documents }) => documents)));
  }

  #choosePerson(sought: Sought): Choice | undefined {
    const { name } = sought.name;
    return isShortName(this.#parse(name))
      ? this.#chooseByShortName(sought)
      : (this.#chooseByFullName(sought) ??
          this.#chooseByForm(sought) ??
          this.#chooseUnnamed(sought) ??
          this.#chooseMisspelt(sought) ??
          this.#chooseOfAnotherType(sought));
  }

  /** Whoever has the very name. */
  #chooseByFullName({ name, setting, here }: Sought): Choice | undefined {
    const key = nameKey('person', name.name);
    const same = this.#directory
      .candidates(key)
      .filter((known) => known.names.has(key) && this.#mayBe(known, name, key) && this.#isFree(known, name, here));
    const ranked = this.#ranked(same, name, setting).filter(
      ({ known, score }) => score > 0 || (score === 0 && this.#hasSameGiven(known, name)),
    );
    const [best] = inOrder(ranked);
    return best && { known: best.known, basis: 'name' };
  }

  /** Whoever has another form of the name: "Bob Talbot", "Robert J. Talbot"; "Rafael Nodal Perez", "Rafael Nodal". */
  #chooseByForm({ name, setting, here }: Sought): Choice | undefined {
    const spelling = spellingKey('person', name.name);
    const keys = [nameKey('person', name.name), ...otherKeys('person', name.name), ...(spelling ? [spelling] : [])];
    const found = this.#called(keys).filter((known) => this.#mayBe(known, name) && this.#isFree(known, name, here));
    const known = clearlyBest(this.#ranked(found, name, setting).filter(({ score }) => score > 0));
    return known && { known, basis: 'alias' };
  }

  /** Of whom only the surname was known until now. */
  #chooseUnnamed({ name, setting }: Sought): Choice | undefined {
    const { surname, given } = this.#parse(name.name);
    if (!ALL_GIVEN_NAMES.has(given[0]!) && !name.role) return undefined;
    const key = `person:${surname.split(' ').at(-1)}`;
    if (key !== setting.own && setting.company.has(key)) return undefined;
    const found = this.#directory.candidates(key).filter((known) => this.#isShort(known) && this.#mayBe(known, name));
    const known = clearlyBest(this.#ranked(found, name, setting).filter(({ score }) => score >= SURE));
    return known && { known, basis: 'surname' };
  }

  /** Whoever has the name but for a slip: "Reince Preibus". */
  #chooseMisspelt({ name, setting, here }: Sought): Choice | undefined {
    const key = spellingKey('person', name.name);
    if (!key) return undefined;
    const isSlip = (known: Known) => [...known.printed.keys()].some((other) => this.#isSlip(other, name.name));
    const found = this.#directory.candidates(key).filter((known) => isSlip(known) && this.#isFree(known, name, here));
    const known = clearlyBest(this.#ranked(found, name, setting).filter(({ score }) => score >= SURE));
    return known && { known, basis: 'alias' };
  }

  /** Whoever has the surname, and role or company speak for it; else whoever is known by no more than the surname. */
  #chooseByShortName({ name, setting, here }: Sought): Choice | undefined {
    const key = nameKey('person', name.name);
    const surname = soughtSurname('person', name.name);
    const found = this.#called([key, ...otherKeys('person', name.name), ...(surname ? [surname] : [])]).filter(
      (known) => this.#mayBe(known, name) && this.#isFree(known, name, here),
    );
    const ranked = this.#ranked(found, name, setting);
    const meant = clearlyBest(ranked.filter(({ score }) => score > LITTLE));
    if (meant) return { known: meant, basis: meant.names.has(key) ? 'name' : 'surname' };
    const [only] = inOrder(ranked.filter(({ known, score }) => score >= 0 && this.#isShort(known)));
    return only && { known: only.known, basis: 'name' };
  }

  /** A body that a document takes for a person, where others do not. */
  #chooseOfAnotherType({ name, setting }: Sought): Choice | undefined {
    const keys = ENTITY_TYPES.filter((type) => type !== name.type).map((type) => nameKey(type, name.name));
    const known = clearlyBest(this.#ranked(this.#called(keys), name, setting).filter(({ score }) => score > 0));
    return known && { known, basis: 'alias' };
  }

  #chooseBody(sought: Sought): Choice | undefined {
    const { name, setting } = sought;
    const key = nameKey(name.type, name.name);
    const [best] = inOrder(this.#ranked(this.#directory.candidates(key), name, setting));
    if (best && best.score >= 0) return { known: best.known, basis: 'name' };
    const forms = otherKeys(name.type, name.name);
    const aliases = name.aliases.map((alias) => nameKey(name.type, alias));
    const ranked = this.#ranked(this.#called([...forms, ...aliases, key]), name, setting);
    const known = clearlyBest(
      ranked.filter((one) => one.score > 0 || (one.score === 0 && isBareForm(name, one.known))),
    );
    return known ? { known, basis: 'alias' } : this.#chooseOfAnotherType(sought);
  }

  #called(keys: readonly string[]): Known[] {
    return [...new Set(keys.flatMap((key) => this.#directory.candidates(key)))];
  }

  /** "X" and "X Jr." are one only where nobody else has the name, and they have the same role. */
  #ranked(found: readonly Known[], name: DocumentName, setting: Setting): Ranked[] {
    const ranked = found.map((known) => ({ known, score: evidenceFor(known, setting) }));
    const same = ranked.filter(({ known }) => this.#hasGeneration(known, name));
    return same.some(({ score }) => score >= 0)
      ? same
      : ranked.map((one) => (one.score >= ALIKE || same.includes(one) ? one : { ...one, score: -1 }));
  }

  /** Whether an entity's names, those of one key where it is given, leave room for another. */
  #mayBe(known: Known, { name }: DocumentName, key?: string): boolean {
    const own = key === undefined ? namesOfKnown(known) : [...known.names.get(key)!];
    const agrees = (other: string) => mayAgree(this.#parse(name), this.#parse(other));
    return key === undefined ? own.some(agrees) : own.every(agrees);
  }

  /** Whether no other name of the document, "X" beside "X Jr.", is that entity's. */
  #isFree(known: Known, { name }: DocumentName, here: Sought['here']): boolean {
    const one = this.#parse(name);
    return (here.get(known.id) ?? []).every((other) => {
      const two = this.#parse(other);
      return one.generation === two.generation || isShortName(one) || isShortName(two);
    });
  }

  /** Whether some name of an entity has the given names that another has, but for initials. */
  #hasSameGiven(known: Known, { name }: DocumentName): boolean {
    return namesOfKnown(known).some((other) => !differsByName(this.#parse(name), this.#parse(other)));
  }

  #hasGeneration(known: Known, { type, name }: DocumentName): boolean {
    if (type !== 'person') return true;
    const { generation } = this.#parse(name);
    const own = namesOfKnown(known).map((other) => this.#parse(other));
    return own.some((other) => other.generation === generation) || isShortName(this.#parse(name));
  }

  /** Whether nobody has printed an entity's given name. */
  #isShort(known: Known): boolean {
    return namesOfKnown(known).every((name) => isShortName(this.#parse(name)));
  }

  #isSlip(one: string, other: string): boolean {
    return isSlipOf(this.#parse(one), this.#parse(other));
  }

  #parse(name: string): PersonName {
    const parsed = this.#parsed.get(name) ?? parseName(name);
    this.#parsed.set(name, parsed);
    return parsed;
  }
}

/**
 * Whether a body's or a place's name is another's without what companies add to theirs ("Northmere", "Northmere Motors"), or
 * both are one place's: that needs nothing else to speak for it, as two additions do ("Northmere Water").
 */
function isBareForm({ type, name }: DocumentName, known: Known): boolean {
  if (known.type !== type) return false;
  if (type === 'place') return true;
  const own = nameKey(type, name);
  const forms = otherKeys(type, name);
  return [...known.names.entries()].some(
    ([key, names]) => forms.includes(key) || [...names].some((other) => otherKeys(type, other).includes(own)),
  );
}

/** All names by which an entity is known, as printed. */
function namesOfKnown({ names }: Known): string[] {
  return [...names.values()].flatMap((printed) => [...printed]);
}

/** Keys but for one. */
function* without(keys: Iterable<string>, own: string): Generator<string> {
  for (const key of keys) if (key !== own) yield key;
}

/** How much company is too little for it that a surname alone is somebody's: names that very many documents have. */
const LITTLE = 0.06;

/** How much must speak for it that a name is another misspelt, or fuller: the same role, or company that few keep. */
const SURE = 0.3;

/** Keys by which a name may be known: its own, those of other forms and short names, that of a surname that stands alone. */
function keysOf({ type, name, aliases }: DocumentName): string[] {
  const sought = soughtSurname(type, name);
  const spelling = spellingKey(type, name);
  const surname = type === 'person' ? parseName(name).surname.split(' ').at(-1) : undefined;
  return [
    ...ENTITY_TYPES.map((other) => nameKey(other, name)),
    ...otherKeys(type, name),
    ...aliases.map((alias) => nameKey(type, alias)),
    ...(sought === undefined ? [] : [sought]),
    ...(surname === undefined ? [] : [`person:${surname}`]),
    ...(spelling === undefined ? [] : [spelling]),
  ];
}
