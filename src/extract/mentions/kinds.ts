import { MONTHS } from '../../language/english/calendar.ts';
import { isCountryOrState } from '../../language/english/countries.ts';
import { DETERMINERS, QUANTIFIERS } from '../../language/english/determiners.ts';
import { ALL_GIVEN_NAMES, PARTICLES } from '../../language/english/given-names.ts';
import { BEFORE_COMMON, FAITHS, isPartyMember, isPeople, NOT_NAMED } from '../../language/english/groups.ts';
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
import { alternation } from '../../language/words.ts';
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
  const kindIn = (mention: Mention): Kind => {
    if (isGroup(mention)) return 'nobody';
    if (mention.type !== 'person') return mention.type;
    const isBare = !mention.role && !mention.gender && !isOfPerson(mention.name, people);
    if (isBare && bodies.has(mention.name)) return 'organisation';
    const isAlone = !mention.role && !mention.name.includes(' ') && !people.has(plain(mention.name));
    if ((isBare || isAlone) && isNoName(text, mention)) return 'nobody';
    if (isBare && headings.has(mention.start) && !outside.has(mention.name)) return 'nobody';
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

/** What stands before a word that is nobody’s name, although it has a capital. */
const NO_NAME_AFTER = new RegExp(`(?<![\\p{L}’'])(?:${alternation(BEFORE_COMMON)}|v\\.?)\\s$`, 'iu');

/** "any [American]", "a [New Yorker]"; "Your [Honor]"; "[Lund] v. [Quill]", which is a case. */
function isNoName(text: string, { start, end }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 9), start);
  return NO_NAME_AFTER.test(before) || /^\sv\.?\s/u.test(text.slice(end, end + 4));
}

/** What a mention is; "nobody" where it is no name. */
type Kind = Mention['type'] | 'nobody';

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

function kindOf(mention: Mention, people: ReadonlySet<string>): Kind {
  const { name, role } = mention;
  const words = name.split(/\s+/u);
  const known = kindByForm(name, words, people) ?? kindByOffice(name, words, role);
  return known ?? (words.length === 1 ? kindOfWord(mention, people) : kindOfWords(words));
}

/** What the whole of a name tells, whatever stands beside it; undefined where that is nothing. */
function kindByForm(name: string, words: readonly string[], people: ReadonlySet<string>): Kind | undefined {
  const bare = plain(name);
  const last = words.at(-1)!.toLowerCase();
  const isPair = /^\p{Lu}\p{L}+[-/]\p{Lu}\p{L}+$/u.test(name) && bare.split(' ').every((word) => people.has(word));
  // "HarbourWatchFan" is an account, "DeMint" somebody.
  const isAccount =
    words.length === 1 && ((name.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) > 1 || /^\p{Lu}{3}\p{Lu}*\p{Ll}/u.test(name));
  if (isPair || isAccount || name.startsWith('@') || /^(?:democratic|republican)$/u.test(last)) return 'nobody';
  if (isAddress(name)) return 'publication';
  if (isCountryOrState(name) && words.length > 1) return 'place';
  return NEVER_PEOPLE.has(bare) || last === 'gop' ? 'organisation' : undefined;
}

/** "governor of [Michigan]", "secretary of [Navy]"; undefined where the name has no such office before it. */
function kindByOffice(name: string, words: readonly string[], role = ''): Kind | undefined {
  if (!/\sof$/u.test(role) || (words.length > 1 && !isCountryOrState(name))) return undefined;
  const last = words.at(-1)!.toLowerCase();
  if (isCommonNoun(last)) return 'nobody';
  return ORGANISATION_WORDS.has(last) ? 'organisation' : heldOffice(role) ? 'place' : 'person';
}

/** Several words: by the first where it begins no name, and by the last. */
function kindOfWords(words: readonly string[]): Kind {
  const [first, last] = [words[0]!.toLowerCase(), words.at(-1)!.toLowerCase()];
  if (DETERMINERS.has(first) || QUANTIFIERS.has(first) || NOT_NAMED.has(first)) return 'nobody';
  if (isPartyMember(first)) return ORGANISATION_WORDS.has(last) ? 'organisation' : 'nobody';
  if (/^\p{Ll}/u.test(words.at(-1)!) && !PARTICLES.has(last.split('-')[0]!)) return kindOfLowerCase(last);
  if (NOT_NAMED.has(last) && !ALL_GIVEN_NAMES.has(first)) return 'nobody';
  // "Navigator of the Seas"
  if (words.includes('of') && words.includes('the')) return 'nobody';
  if (isPlural(last) && [1, 2].some((i) => i < words.length && isCountryOrState(words.slice(0, i).join(' '))))
    return 'organisation';
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
  return /^\S{2,60}\.(?:com|org|net|gov|co\.uk|tv|info)$/iu.test(name);
}

/** A single word: somebody's where it is a part of a full name here, or has a title. */
function kindOfWord({ name, role, gender }: Mention, people: ReadonlySet<string>): Kind {
  const lower = name.toLowerCase();
  if (people.has(plain(name))) return 'person';
  if (isCommonNoun(lower)) return 'nobody';
  if (role || gender !== undefined) return 'person';
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
function kindOfLowerCase(last: string): Kind {
  return ORGANISATION_NOUNS.has(last) ? 'organisation' : 'nobody';
}

/** Several words with capitals: by the last, where the first is no given name ("Holm Tower", but "Ada Hill"). */
function kindOfRun(first: string, last: string, length: number): Kind {
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
