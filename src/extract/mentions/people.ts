import search from 'approx-string-match';
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

/** Somebody of a document, by the full names that it prints. */
interface Somebody {
  readonly key: string;
  readonly names: PersonName[];
  count: number;
}

/** A person's mention with its name taken apart. */
interface Named {
  readonly mention: Mention;
  readonly name: PersonName;
}

type Index = ReadonlyMap<string, readonly Named[]>;

/** The people of a document, by what they may be called. */
export class People {
  /** Of each printed name that is full, whose it is. */
  readonly #somebody = new Map<string, Somebody>();
  readonly #surnames: Index;
  readonly #firstSurnames: Index;
  /** By given names and nicknames, and kings and popes by what they are called. */
  readonly #given: Index;
  readonly #titled: Index;

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
    const meant = isRoyal(name) ? this.#royal(mention, name) : this.#called(mention, name);
    if (meant) return this.#somebody.get(meant.mention.name)!.key;
    const titled = this.#titled.get(name.surname)?.filter((other) => agree(other.mention.gender, mention.gender)) ?? [];
    return titled.length > 0
      ? titledKey(name.titles.length > 0 ? { mention, name } : likeliest(titled, mention)!, titled)
      : `person ${[...name.particles, name.surname].join(' ')}`;
  }

  /** Whom a short name means: by the surname, the same role before another, or the first of two surnames, or the given name. */
  #called(mention: Mention, { surname, particles, generation }: PersonName): Named | undefined {
    const same = this.#surnames.get(surname) ?? misspelt(surname, this.#surnames);
    const bySurname = same.filter(
      (full) =>
        agree(full.mention.gender, mention.gender) &&
        (generation === undefined || full.name.generation === generation) &&
        (particles.length === 0 || full.name.particles.join(' ').endsWith(particles.join(' '))),
    );
    const ofGender = bySurname.filter((full) => mention.gender !== undefined && full.mention.gender === mention.gender);
    return (
      bySurname.find((full) => alikeRoles(full.mention.role, mention.role)) ??
      likeliest(ofGender.length > 0 ? ofGender : bySurname, mention) ??
      likeliest(this.#firstSurnames.get(surname) ?? [], mention) ??
      likeliest(this.#given.get(surname) ?? [], mention)
    );
  }

  /** "Prince Faisal" is Faisal bin Omar, for in such names the given name is what somebody is called by. */
  #royal(mention: Mention, { surname }: PersonName): Named | undefined {
    const byGiven =
      this.#given.get(surname)?.filter(({ name }) => name.particles.some((word) => PATRONYMICS.has(word))) ?? [];
    return likeliest(byGiven, mention);
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
      for (const key of [...keys, ...endings]) known.set(key, (known.get(key) ?? new Set()).add(somebody));
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
function isRank(mention: Mention, full: readonly Named[] = []): boolean {
  return hasRank(mention) && full.some((other) => !hasRank(other.mention));
}

/** Letters of a surname from which on one wrong letter does not make it another's. */
const LONG_SURNAME = 5;

/** Full names whose surname differs from another by one letter, where nobody has that surname: "Barot", "Barrot". */
function misspelt(surname: string, surnames: Index): readonly Named[] {
  if (surname.length < LONG_SURNAME) return [];
  return [...surnames].flatMap(([other, named]) =>
    other[0] === surname[0] && differsByOne(surname, other) ? named : [],
  );
}

function differsByOne(one: string, other: string): boolean {
  return search(other, one, 1).some(({ start, end, errors }) => errors === 1 && start === 0 && end === other.length);
}

/** Whether two roles end alike: "Mayor", "the former Mayor". */
function alikeRoles(one: string | undefined, other: string | undefined): boolean {
  const last = (role: string | undefined) => role?.toLowerCase().split(/\s+/u).at(-1);
  return one !== undefined && last(one) === last(other);
}

function agree(a: Gender | undefined, b: Gender | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/**
 * Of full names whom a short one means: the one named most often, for a wife who is named once is meant by her surname
 * seldom; of several named as often one that was introduced by a role since.
 */
function likeliest(named: readonly Named[], { start }: Mention): Named | undefined {
  const counts = new Map<string, number>();
  for (const { mention } of named) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
  const count = ({ mention }: Named) => counts.get(mention.name)!;
  const [most] = [...named].sort((a, b) => count(b) - count(a));
  const last = named.findLast(({ mention }) => mention.start < start);
  return last?.mention.role && most && count(last) === count(most) ? last : most;
}

/** The key of somebody who has a title and no given name, "Lady Tyndale": by gender and number, where they are printed. */
function titledKey({ mention, name }: Named, alike: readonly Named[]): string {
  const generation = name.generation ?? alike.find((other) => other.name.generation)?.name.generation ?? '';
  return `titled ${mention.gender ?? ''} ${isRoyal(name) ? name.titles.at(-1) : ''} ${name.surname} ${generation}`;
}
