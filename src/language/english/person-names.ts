import { ALL_GIVEN_NAMES, PARTICLES } from './given-names.ts';
import { areOneGivenName } from './nicknames.ts';
import { plain } from './plain.ts';
import { AFTER_NAMES, GENERATIONS, HONORIFICS, NOBLE, ROYAL } from './titles.ts';

/** A person's name taken apart. Words are in small letters without accents and marks; a single letter is an initial. */
export interface PersonName {
  /** Titles before it: "the Rev Dr". */
  readonly titles: readonly string[];
  /** What stands before the surname: given names, initials, the first of two surnames. Empty for a name of one word. */
  readonly given: readonly string[];
  /** What stands in quotation marks or brackets within the name. */
  readonly nickname?: string;
  /** Small words that belong to the surname: "van der". */
  readonly particles: readonly string[];
  /** The last word, or the only one; the parts of one with hyphens have a space between them. */
  readonly surname: string;
  /** "jr", "iii". */
  readonly generation?: string;
  /** Given names, particles and surname, those with hyphens taken apart. */
  readonly words: readonly string[];
}

interface Word {
  readonly word: string;
  readonly isCapital: boolean;
}

/** Marks of what an editor put into a name: "Joe [Biden", "George [W.] Bush". */
const EDITED = /[[\]]/gu;

const NICKNAME = /\s[“"‘'(]([^“”"‘’'()]{1,25})[”"’')](?=\s)/u;

/** Takes a name apart by its form: "Dr. Gus “Red” Van Loon Jr.", "al-Khoury", "W. B. Harcastle", "Lord Fenwick of Alnmoor". */
export function parseName(name: string): PersonName {
  const nickname = NICKNAME.exec(name)?.[1];
  const all = wordsOf(name.replace(NICKNAME, '').replace(EDITED, ''));
  let first = 0;
  while (first < all.length - 1 && isTitle(all, first)) first++;
  const place = first > 0 ? all.findIndex(({ word }, i) => i > first && word === 'of') : -1;
  let end = place > 0 ? place : all.length;
  let generation: string | undefined;
  while (end - first > 1 && AFTER_NAMES.has(all[end - 1]!.word)) {
    end--;
    if (GENERATIONS.has(all[end]!.word)) generation = all[end]!.word;
  }
  const own = all.slice(first, end);
  // "Duke of Harrowmere" is one name, and has no parts.
  if (own[1]?.word === 'of')
    own.splice(0, own.length, { word: own.map(({ word }) => word).join(' '), isCapital: true });
  let surname = own.length - 1;
  while (surname > 0 && isParticle(own, surname - 1)) surname--;
  const inOrder = own.map(({ word }) => word);
  return {
    titles: all.slice(0, first).map(({ word }) => word),
    given: inOrder.slice(0, surname),
    ...(nickname === undefined ? {} : { nickname: plain(nickname) }),
    particles: inOrder.slice(surname, -1),
    surname: inOrder.at(-1) ?? '',
    ...(generation === undefined ? {} : { generation }),
    words: inOrder.flatMap((word) => word.split(' ')),
  };
}

function wordsOf(name: string): Word[] {
  const isMixed = /\p{Ll}/u.test(name);
  return name.split(/[\s,]+/u).flatMap((printed) => {
    const isCapital = /^\p{Lu}/u.test(printed);
    const word = plain(printed);
    // "J.K.", and "JK" where other letters are small
    const isInitials = /^(?:\p{Lu}\.){2,}$/u.test(printed) || (isMixed && /^\p{Lu}{2}$/u.test(printed));
    if (isInitials && !AFTER_NAMES.has(word)) return [...word].map((initial) => ({ word: initial, isCapital }));
    const hyphen = printed.indexOf('-');
    const head = plain(printed.slice(0, Math.max(0, hyphen)));
    if (PARTICLES.has(head))
      return [
        { word: head, isCapital: false },
        { word: plain(printed.slice(hyphen + 1)), isCapital: true },
      ];
    return word === '' ? [] : [{ word, isCapital }];
  });
}

/** "Lord" in "Lord Fenwick", but not in "Duke of Harrowmere", which is no title of anybody else's name. */
function isTitle(words: readonly Word[], i: number): boolean {
  const { word } = words[i]!;
  return (HONORIFICS.has(word) || NOBLE.has(word) || word === 'rt' || word === 'the') && words[i + 1]!.word !== 'of';
}

/** A small word in the middle of a name; the first word is one only where it has a small letter: "van Loon", not "Al Gore". */
function isParticle(words: readonly Word[], i: number): boolean {
  const { word, isCapital } = words[i]!;
  return PARTICLES.has(word) && (i > 0 || !isCapital);
}

/**
 * Whether a name does not tell who somebody is without another: a surname alone, also behind a particle or initials. "Van
 * Loon" may be one, for at the beginning of a sentence particles have capitals.
 */
export function isShortName({ given, surname }: PersonName): boolean {
  return given.every((word, i) => word.length === 1 || (i === 0 && PARTICLES.has(word))) && surname !== '';
}

/** Whether a title says that the name is a given name: "Prince Faisal". */
export function isRoyal({ titles }: PersonName): boolean {
  return titles.some((title) => ROYAL.has(title));
}

/**
 * Whether a short name may mean somebody with a full name: by the end of it ("van der Kolk"), the surname without its
 * particle ("Khoury" of "Samir al-Khoury"), the first of two surnames, or initials and surname.
 */
function mayMean(short: PersonName, full: PersonName): boolean {
  if (!sameGeneration(short, full)) return false;
  if (endsWith(full.words, short.words)) return true;
  const isBare = short.given.length === 0 && short.particles.length === 0;
  if (isBare) return short.surname === full.surname || firstSurnames(full).includes(short.surname);
  return mayBeOne(short, full);
}

/** Whether nothing in two names, short or full, speaks against their being one person's. */
export function mayAgree(one: PersonName, other: PersonName): boolean {
  if (isShortName(one)) return isShortName(other) ? sameGeneration(one, other) : mayMean(one, other);
  return isShortName(other) ? mayMean(other, one) : mayBeOne(one, other);
}

function sameGeneration(one: PersonName, other: PersonName): boolean {
  return one.generation === undefined || other.generation === undefined || one.generation === other.generation;
}

/** "Maarten [van der Veldeken]": whether words end with others. */
export function endsWith(longer: readonly string[], words: readonly string[]): boolean {
  return longer.length > words.length && words.every((word, i) => longer.at(i - words.length) === word);
}

/** The surname as a name prints it, without particles: "Loon" of "Gus Van Loon Jr." */
export function printedSurname(name: string): string {
  const words = name.split(/\s+/u);
  return words.findLast((word, i) => i === 0 || !AFTER_NAMES.has(plain(word)))!.replace(/,$/u, '');
}

/** Words before the surname that may be somebody's first surname: "Nodal" of "Rafael Nodal Perez". */
export function firstSurnames({ given }: PersonName): string[] {
  return given.slice(1).filter((word) => word.length > 1 && !ALL_GIVEN_NAMES.has(word));
}

/**
 * Whether two full names may be one person's: no part of one speaks against the other. "George W. Lund" may be "George
 * Lund" and "G. Lund", but neither "George H. Lund" nor "George Lund Jr." the son of "George Lund Sr."
 */
export function mayBeOne(one: PersonName, other: PersonName): boolean {
  if (!sameGeneration(one, other)) return false;
  if (one.surname === other.surname && givenAgree(one, other)) return true;
  const [shorter, longer] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words];
  // "Rafael Nodal" and "Rafael Nodal Perez", "Anna Lindt Moser" and "Anna Lindt-Moser"
  return shorter.length > 1 && shorter.at(-1)!.length > 1 && shorter.every((word, i) => word === longer[i]);
}

function givenAgree(one: PersonName, other: PersonName): boolean {
  if (one.nickname && one.nickname === other.given[0]) return true;
  if (other.nickname && other.nickname === one.given[0]) return true;
  return (
    sameGiven(one.given, other.given) ||
    sameGiven(unled(one.given), other.given) ||
    sameGiven(one.given, unled(other.given))
  );
}

/** "Edgar" of "P. Edgar Strang". */
function unled(given: readonly string[]): readonly string[] {
  return given.length > 1 && given[0]!.length === 1 && given[1]!.length > 1 ? given.slice(1) : given;
}

function sameGiven(one: readonly string[], other: readonly string[]): boolean {
  if (!one[0] || !other[0] || !(sameWord(one[0], other[0]) || areOneGivenName(one[0], other[0]))) return false;
  const [shorter, longer] = one.length < other.length ? [one.slice(1), other.slice(1)] : [other.slice(1), one.slice(1)];
  if (shorter.every((word, i) => sameWord(word, longer[i]!))) return true;
  // "Hilda Rohm Clay" and "Hilda Dora Rohm Clay"
  let at = 0;
  for (const word of longer) if (word === shorter[at] && word.length > 1) at++;
  return at === shorter.length;
}

/** Whether two words are alike, or one is the initial of the other. */
function sameWord(one: string, other: string): boolean {
  return one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0]);
}

/** One of so many documents may print a name that is no good one: a slip, or words beside it. */
const SLIP = 25;

/**
 * Of the names that documents use for somebody, each with how many do, the fullest that is a name: of a person the one
 * with the most parts, not one in capitals, nor one that next to nobody prints; of others the one most used.
 */
export function fullestName(type: string, printed: ReadonlyMap<string, number>): string | undefined {
  const all = [...printed.values()].reduce((sum, documents) => sum + documents, 0);
  const usual = [...printed].filter(([, documents]) => documents * SLIP >= all);
  const rank = ([name, documents]: readonly [string, number]) =>
    type === 'person'
      ? [Number(/\p{Ll}/u.test(name)), partsOf(name), documents]
      : [documents, Number(/\p{Ll}/u.test(name)), name.length];
  return usual.sort((a, b) => compareAll(rank(b), rank(a)) || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** How many words a name has, but for titles and what no name is printed with. */
function partsOf(name: string): number {
  const { words, generation, nickname } = parseName(name);
  return /[[\]@]/u.test(name) ? 0 : words.length + (generation ? 0.5 : 0) + (nickname ? 0.5 : 0);
}

function compareAll(one: readonly number[], other: readonly number[]): number {
  const first = one.findIndex((value, i) => value !== other[i]);
  return first < 0 ? 0 : one[first]! - other[first]!;
}

/** Letters of a name from which on a slip in it does not make it another's. */
const LONG = 6;

/**
 * Whether one full name is the other but for one letter, or two that changed places, of the surname or of the given name:
 * "Preibus", "Priebus"; "Vincente Fox", "Vicente Fox".
 */
export function isSlipOf(one: PersonName, other: PersonName): boolean {
  if (!sameGeneration(one, other)) return false;
  if (one.surname !== other.surname) return givenAgree(one, other) && isOneSlip(one.surname, other.surname);
  const [given, otherGiven] = [one.given[0] ?? '', other.given[0] ?? ''];
  return isOneSlip(given, otherGiven) && !(ALL_GIVEN_NAMES.has(given) && ALL_GIVEN_NAMES.has(otherGiven));
}

/** Whether two full names differ by more than initials: "John Bel Edwards" may be another than "John Edwards". */
export function differsByName(one: PersonName, other: PersonName): boolean {
  const whole = ({ given }: PersonName) => given.filter((word) => word.length > 1).join(' ');
  return whole(one) !== whole(other);
}

function isOneSlip(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (one === other || shorter.length < LONG || longer.length - shorter.length > 1) return false;
  let first = 0;
  while (first < shorter.length && shorter[first] === longer[first]) first++;
  const [rest, more] = [shorter.slice(first), longer.slice(first)];
  if (shorter.length < longer.length) return rest === more.slice(1);
  return (
    rest.slice(1) === more.slice(1) || (rest[0] === more[1] && rest[1] === more[0] && rest.slice(2) === more.slice(2))
  );
}
