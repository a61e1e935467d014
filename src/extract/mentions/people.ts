import type { Gender } from '../../language/english/gender.ts';
import { PATRONYMICS } from '../../language/english/given-names.ts';
import { nameKey, otherKeys } from '../../language/english/name-keys.ts';
import {
  endsWith,
  firstSurnames,
  isRoyal,
  isShortName,
  mayBeOne,
  type PersonName,
  parseName,
} from '../../language/english/person-names.ts';
import type { Mention } from './mentions.ts';
import { Misspelt } from './misspelt.ts';
import { type Named, Namesakes } from './namesakes.ts';

/** Somebody of a document, by the full names that it prints. */
interface Somebody {
  readonly key: string;
  readonly names: PersonName[];
  count: number;
}

type Index = ReadonlyMap<string, readonly Named[]>;

/** People of one key that are compared with a name: a list of a thousand of one surname takes no longer for each than one of a hundred. */
const COMPARED = 100;

/** The people of a document, by what they may be called. */
export class People {
  /** Of each printed name that is full, whose it is. */
  readonly #somebody = new Map<string, Somebody>();
  readonly #surnames: Index;
  readonly #firstSurnames: Index;
  /** By given names and nicknames, and kings and popes by what they are called. */
  readonly #given: Index;
  readonly #titled: Index;
  readonly #misspelt: Misspelt;
  readonly #namesakes = new Map<string, Namesakes>();

  constructor(mentions: readonly Mention[]) {
    const named = mentions
      .filter(({ type }) => type === 'person')
      .map((mention) => ({ mention, name: parseName(mention.name) }));
    const full = named.filter(({ name }) => name.given.length > 0);
    const titled = named.filter(({ name }) => name.given.length === 0 && name.titles.length > 0);
    this.#surnames = withoutRanks(indexed(full, ({ name }) => [name.surname]));
    this.#firstSurnames = indexed(full, ({ name }) => firstSurnames(name));
    this.#given = indexed(full, ({ name }) => [name.given[0]!, ...(name.nickname ? [name.nickname] : [])]);
    this.#titled = indexed(titled, ({ name }) => [name.surname]);
    this.#misspelt = new Misspelt(this.#surnames.keys());
    this.#tellApart(full);
  }

  /** Whether somebody has a full name with the word as surname or given name. */
  knows(word: string): boolean {
    return this.#surnames.has(word) || this.#given.has(word) || this.#titled.has(word);
  }

  /** A text that is the same for all mentions of one person. */
  keyOf(mention: Mention): string {
    const name = parseName(mention.name);
    const full = this.#somebody.get(mention.name);
    if (full && !isRank(mention, this.#surnames.get(name.surname))) return full.key;
    const meant = isRoyal(name) ? this.#royal(name).likeliest(mention) : this.#called(mention, name);
    if (meant) return this.#somebody.get(meant.mention.name)!.key;
    const titled = this.#titledLike(mention, name);
    const alike = titled.likeliest(mention);
    if (!alike) return `person ${[...name.particles, name.surname].join(' ')}`;
    return titledKey(name.titles.length > 0 ? { mention, name } : alike, titled.generation);
  }

  /** Whom a short name means: by the surname, the same role before another, or the first of two surnames, or the given name. */
  #called(mention: Mention, name: PersonName): Named | undefined {
    const { surname } = name;
    const { gender, role } = mention;
    return (
      this.#bySurname(name, gender).withRole(role) ??
      (gender && this.#bySurname(name, gender, 'surely').likeliest(mention)) ??
      this.#bySurname(name, gender).likeliest(mention) ??
      this.#among(`first of two ${surname}`, () => this.#firstSurnames.get(surname)).likeliest(mention) ??
      this.#among(`given ${surname}`, () => this.#given.get(surname)).likeliest(mention)
    );
  }

  /** Those of a surname whose names and gender do not speak against a short name; of surely the gender, or perhaps. */
  #bySurname(
    { surname, particles, generation }: PersonName,
    gender: Gender | undefined,
    how: 'surely' | 'perhaps' = 'perhaps',
  ): Namesakes {
    const particle = particles.join(' ');
    return this.#among(`surname ${surname}, ${particle}, ${generation}, ${how} ${gender}`, () =>
      this.#ofSurname(surname).filter(
        (full) =>
          (how === 'surely' ? full.mention.gender === gender : agree(full.mention.gender, gender)) &&
          (generation === undefined || full.name.generation === generation) &&
          full.name.particles.join(' ').endsWith(particle),
      ),
    );
  }

  /** Full names with a surname, or where nobody has it with one that differs by one letter. */
  #ofSurname(surname: string): readonly Named[] {
    return (
      this.#surnames.get(surname) ?? this.#misspelt.near(surname).flatMap((other) => this.#surnames.get(other) ?? [])
    );
  }

  /** "Prince Faisal" is Faisal bin Omar, for in such names the given name is what somebody is called by. */
  #royal({ surname }: PersonName): Namesakes {
    return this.#among(`royal ${surname}`, () =>
      this.#given.get(surname)?.filter(({ name }) => name.particles.some((word) => PATRONYMICS.has(word))),
    );
  }

  /** Those who have a title and no given name. */
  #titledLike({ gender }: Mention, { surname }: PersonName): Namesakes {
    return this.#among(`titled ${surname}, ${gender}`, () =>
      this.#titled.get(surname)?.filter((other) => agree(other.mention.gender, gender)),
    );
  }

  /** Some of the names, found once. */
  #among(which: string, find: () => readonly Named[] | undefined): Namesakes {
    const known = this.#namesakes.get(which) ?? new Namesakes(find() ?? []);
    this.#namesakes.set(which, known);
    return known;
  }

  /** Makes one of all full names that may be one person's; a longer name is looked at before a shorter one. */
  #tellApart(full: readonly Named[]): void {
    const counts = new Map<string, number>();
    for (const { mention } of full) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
    const distinct = new Map(full.map(({ mention, name }) => [mention.name, name]));
    const longestFirst = [...distinct].sort(
      ([a, one], [b, other]) => other.words.length - one.words.length || b.length - a.length,
    );
    const known = new Map<string, Set<Somebody>>();
    for (const [printed, name] of longestFirst) {
      const { words } = name;
      const keys = keysOf(printed, name);
      const sought = [...keys, `… ${words.join(' ')}`].flatMap((key) => [...(known.get(key) ?? [])]);
      const somebody = whose(name, new Set(sought)) ?? { key: `person #${this.#somebody.size}`, names: [], count: 0 };
      somebody.names.push(name);
      somebody.count += counts.get(printed)!;
      this.#somebody.set(printed, somebody);
      const endings = words.slice(1, -1).map((_, i) => `… ${words.slice(i + 1).join(' ')}`);
      for (const key of [...keys, ...endings]) {
        const people = known.get(key) ?? new Set();
        if (people.size < COMPARED) known.set(key, people.add(somebody));
      }
    }
  }
}

/** What full names share when they may be one person's: the keys of the record, and the surname behind one initial. */
function keysOf(printed: string, { given, surname }: PersonName): string[] {
  return [`${given[0]![0]}. ${surname}`, nameKey('person', printed), ...otherKeys('person', printed)];
}

/** Of some people, whose name it is: the one named most often, and nobody's where initials are several people's. */
function whose(name: PersonName, people: ReadonlySet<Somebody>): Somebody | undefined {
  const isTheirs = ({ names }: Somebody) =>
    names.every((other) => other.generation === name.generation && mayBeOne(name, other)) ||
    names.some((other) => endsWith(other.words, name.words));
  const fitting = [...people].filter(isTheirs);
  if (fitting.length > 1 && isShortName(name)) return undefined;
  return fitting.sort((a, b) => b.count - a.count)[0];
}

function indexed(named: readonly Named[], wordsOf: (one: Named) => readonly string[]): Map<string, Named[]> {
  const index = new Map<string, Named[]>();
  for (const one of named)
    for (const word of wordsOf(one)) {
      const before = index.get(word);
      if (before) before.push(one);
      else index.set(word, [one]);
    }
  return index;
}

/** "MEC Quill", "PC Lund": capitals before a surname, or initials. */
const RANK_AND_SURNAME = /^\p{Lu}{2,5}\s\S+$/u;

function hasRank({ name }: Mention): boolean {
  return RANK_AND_SURNAME.test(name) && name !== name.toUpperCase();
}

function withoutRanks(surnames: Index): Index {
  return new Map(
    [...surnames].map(([surname, full]) => {
      const bare = full.filter(({ mention }) => !hasRank(mention));
      return [surname, bare.length > 0 ? bare : full];
    }),
  );
}

/** Whether the capitals before a surname are no part of the name, for somebody has the surname by another name. */
function isRank(mention: Mention, [first]: readonly Named[] = []): boolean {
  return hasRank(mention) && first !== undefined && !hasRank(first.mention);
}

function agree(a: Gender | undefined, b: Gender | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** The key of somebody who has a title and no given name, "Lady Tyndale": by gender and number, where they are printed. */
function titledKey({ mention, name }: Named, known: string | undefined): string {
  const generation = name.generation ?? known ?? '';
  return `titled ${mention.gender ?? ''} ${isRoyal(name) ? name.titles.at(-1) : ''} ${name.surname} ${generation}`;
}
