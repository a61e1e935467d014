import { MONTHS } from '../../language/english/calendar.ts';
import { isCountryOrState } from '../../language/english/countries.ts';
import { DETERMINERS, QUANTIFIERS } from '../../language/english/determiners.ts';
import { ALL_GIVEN_NAMES, PARTICLES } from '../../language/english/given-names.ts';
import { FAITHS, isPartyMember, isPeople, NOT_NAMED } from '../../language/english/groups.ts';
import { isOrdinary } from '../../language/english/ordinary-words.ts';
import {
  COMPANY_WORDS,
  NEVER_PEOPLE,
  ORGANISATION_NOUNS,
  ORGANISATION_WORDS,
} from '../../language/english/organisations.ts';
import { OUTLETS } from '../../language/english/outlets.ts';
import { BUILT, WRITTEN } from '../../language/english/places.ts';
import { plain } from '../../language/english/plain.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { OFFICES, ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { WORKS } from '../../language/english/works.ts';
import { Headings } from './headings.ts';
import type { Mention } from './mentions.ts';

/**
 * The mentions of a document as what they are. The network takes for people what has the form of a name: a
 * people, a tower, an administration. Groups of people and words that begin a sentence are no names, and are left out.
 */
export function ofTheirKinds(text: string, mentions: readonly Mention[]): Mention[] {
  const people = namesOfPeople(mentions);
  const bodies = new Set(mentions.flatMap(({ type, name }) => (type === 'organisation' ? [name] : [])));
  const headings = new Headings(text);
  const outside = new Set(mentions.flatMap(({ start, name }) => (headings.has(start) ? [] : [name])));
  const kindIn = (mention: Mention) => {
    if (isGroup(mention)) return 'nobody';
    if (mention.type !== 'person') return mention.type;
    const isBare = !mention.role && !mention.gender && !isOfPerson(mention.name, people);
    if (isBare && bodies.has(mention.name)) return 'organisation';
    if (isBare && (isNoName(text, mention) || (headings.has(mention.start) && !outside.has(mention.name))))
      return 'nobody';
    return kindOf(mention, people);
  };
  return mentions.flatMap((mention) => {
    const kind = kindIn(mention);
    if (kind === 'nobody') return [];
    if (kind === mention.type) return [mention];
    const { start, end, name } = mention;
    return [{ start: end - name.length > start ? end - name.length : start, end, name, type: kind }];
  });
}

/** Whether a name has a given name, or a word of the full name of somebody. */
function isOfPerson(name: string, people: ReadonlySet<string>): boolean {
  const words = plain(name).split(' ');
  return ALL_GIVEN_NAMES.has(words[0]!) || people.has(words.at(-1)!);
}

/** "any [American]", "a [New Yorker]"; "Your [Honor]"; "[Lund] v. [Quill]", which is a case. */
function isNoName(text: string, { start, end }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 9), start);
  return (
    /(?<![\p{L}’'])(?:an?|any|every|each|another|no|your|v\.?)\s$/iu.test(before) ||
    /^\sv\.?\s/u.test(text.slice(end, end + 4))
  );
}

/** "House Republicans", "Native Americans": what is said of many has no page of its own. */
function isGroup({ name, type }: Mention): boolean {
  const last = lastWord(name);
  if (/s$/u.test(last) && isPartyMember(last)) return true;
  return type === 'person' && (isPartyMember(last) || isPeople(last));
}

/** The words of the names that are surely people's: with a given name, or with a role and a second word. */
function namesOfPeople(mentions: readonly Mention[]): ReadonlySet<string> {
  const full = mentions.filter(({ type, name }) => type === 'person' && name.includes(' '));
  return new Set(
    full.flatMap(({ name, role }) => {
      const words = plain(name).split(' ');
      return role || ALL_GIVEN_NAMES.has(words[0]!) ? words : [];
    }),
  );
}

function kindOf({ name, role, gender }: Mention, people: ReadonlySet<string>): Mention['type'] | 'nobody' {
  const words = name.split(/\s+/u);
  const [first, last] = [words[0]!.toLowerCase(), words.at(-1)!.toLowerCase()];
  const isOne = words.length === 1;
  const isPair =
    /^\p{Lu}\p{L}+[-/]\p{Lu}\p{L}+$/u.test(name) &&
    plain(name)
      .split(' ')
      .every((word) => people.has(word));
  if (isPair || /^(?:democratic|republican)$/u.test(last)) return 'nobody';
  if (isAddress(name)) return name.startsWith('@') ? 'nobody' : 'publication';
  if (isCountryOrState(name) && !isOne) return 'place';
  if (NEVER_PEOPLE.has(plain(name)) || last === 'gop') return 'organisation';
  if (/\sof$/u.test(role ?? '') && (isOne || isCountryOrState(name)))
    return ORGANISATION_WORDS.has(last) ? 'organisation' : heldOffice(role!) ? 'place' : 'person';
  if (isOne && people.has(plain(name))) return 'person';
  if (isOne) return !role && gender === undefined ? kindOfWord(name) : 'person';
  if (DETERMINERS.has(first) || QUANTIFIERS.has(first) || NOT_NAMED.has(first)) return 'nobody';
  if (isPartyMember(first)) return ORGANISATION_WORDS.has(last) ? 'organisation' : 'nobody';
  if (/^\p{Ll}/u.test(words.at(-1)!) && !PARTICLES.has(last.split('-')[0]!)) return kindOfLowerCase(last);
  if (NOT_NAMED.has(last) && !ALL_GIVEN_NAMES.has(first)) return 'nobody';
  return kindOfRun(first, last, words.length);
}

/** "senior aide to the president of [Ashton]": an office that places have. */
function heldOffice(role: string): boolean {
  return role
    .toLowerCase()
    .split(/[\s-]+/u)
    .some((word) => OFFICES.has(word) || word === 'chief');
}

function isAddress(name: string): boolean {
  return /^@\S+$|^\S{2,60}\.(?:com|org|net|gov|co\.uk|tv|info)$/iu.test(name);
}

/** A single word without a title, which is no part of a full name here. */
function kindOfWord(name: string): Mention['type'] | 'nobody' {
  const lower = name.toLowerCase();
  if (isCommonNoun(lower)) return 'nobody';
  if (NOT_NAMED.has(lower) || FAITHS.has(lower) || ROLE_NOUNS.has(lower) || /.{4}isms?$/u.test(lower)) return 'nobody';
  if (name === lower) return 'nobody';
  if (isCountryOrState(name)) return 'place';
  const isCapitals = /^(?:\p{Lu}\.?){2,6}$/u.test(name);
  if (OUTLETS.has(lower) && (isCapitals || !ALL_GIVEN_NAMES.has(lower))) return 'publication';
  return isCapitals || ORGANISATION_WORDS.has(lower) ? 'organisation' : 'person';
}

/** "Prosecutors", "Cowmen", "Student", "October": a word that begins a sentence, or stands in a title. */
function isCommonNoun(lower: string): boolean {
  if (lower.length === 1 || [DETERMINERS, UNNAMED, WORKS].some((table) => table.has(lower))) return true;
  if (ALL_GIVEN_NAMES.has(lower)) return false;
  if (MONTHS.has(lower)) return true;
  if (!isPlural(lower)) return false;
  const singular = lower
    .replace(/men$/u, 'man')
    .replace(/(?:ies)$/u, 'y')
    .replace(/s$/u, '');
  return singular !== lower && !ALL_GIVEN_NAMES.has(singular) && isOrdinary(singular) && isOrdinary(lower);
}

/** "Obama [administration]", "Democratic [lawmakers]": a name that ends in a noun with a small letter. */
function kindOfLowerCase(last: string): Mention['type'] | 'nobody' {
  return ORGANISATION_NOUNS.has(last) ? 'organisation' : 'nobody';
}

/** Several words with capitals: by the last, where the first is no given name ("Holm Tower", but "Ada Hill"). */
function kindOfRun(first: string, last: string, length: number): Mention['type'] | 'nobody' {
  const isGiven = ALL_GIVEN_NAMES.has(first);
  if (BUILT.has(last) && (!isGiven || length > 2)) return 'place';
  if (WRITTEN.has(last)) return 'nobody';
  if (isGiven && length === 2) return 'person';
  const isBody = ORGANISATION_WORDS.has(last) && (ORGANISATION_NOUNS.has(last) || !isGiven);
  return isBody || (COMPANY_WORDS.has(last) && !isGiven) ? 'organisation' : 'person';
}

function lastWord(name: string): string {
  return name.split(/\s+/u).at(-1)!;
}
