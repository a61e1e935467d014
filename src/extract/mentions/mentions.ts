import { compact, contains, type Range, type RangeIndex } from '../../document/index.ts';
import { COMMON_AUXILIARIES } from '../../language/english/auxiliaries.ts';
import { isCountryOrState } from '../../language/english/countries.ts';
import { type Gender, genderOf } from '../../language/english/gender.ts';
import { NAME_PARTICLES } from '../../language/english/given-names.ts';
import { COMPANY_WORDS, MAKERS, METONYMS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { OUTLET_ENDINGS, OUTLETS } from '../../language/english/outlets.ts';
import { PEOPLE_ENDINGS, STATE_ABBREVIATIONS } from '../../language/english/places.ts';
import { plain } from '../../language/english/plain.ts';
import { AFTER_NAME } from '../../language/english/prepositions.ts';
import { DEPARTMENTS, LEADING_TRADE, PARTISANS, ROLE_NOUNS, SECOND } from '../../language/english/roles.ts';
import { GENERATIONS, HONORIFICS, HONOURS, NOBLE, PEERS, TITLES_OF_PLACES } from '../../language/english/titles.ts';
import { alternation, capitalised, union } from '../../language/words.ts';
import type { Name } from '../model/names.ts';
import { isName, isPreposition } from '../text/item-kinds.ts';
import { type Item, isQuote, isWord, lowerOf, type Sentence } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';

type MentionType = 'person' | 'organisation' | 'publication' | 'place';

/** A name in the text, with the role or title printed before it. */
export interface Mention extends Range {
  readonly type: MentionType;
  /** The name without titles and roles: "John Healey" in "UK Defence Secretary John Healey". */
  readonly name: string;
  readonly role?: string;
  readonly gender?: Gender;
}

/** A name that is found, before its titles and its kind are known. */
export type FoundName = Pick<Name, 'start' | 'end' | 'type'>;

/**
 * Names without a possessive before them ("Nesse’s [Petra Holm]") or brackets after them, and in one piece around a
 * nickname ("Dwyn “The Anchor” Marsh"). In the order of the text.
 */
export function printedNames(text: string, names: readonly FoundName[]): FoundName[] {
  const printed: FoundName[] = [];
  const alone = new Set(names.map(({ start, end }) => text.slice(start, end)));
  const apart = names
    .flatMap((name) => namesWithin(text, name))
    .flatMap((name) => bodiesApart(text, name, alone))
    .flatMap((name) => peopleApart(text, name));
  for (const found of apart.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const bare = trimmed(text, found);
    const isBody = isSomeThe(text, bare);
    const name = isBody ? { ...bare, type: 'organisation' as const } : aroundNickname(text, bare);
    const before = printed.at(-1);
    const words = text.slice(name.start, name.end);
    if (PARTY_AND_STATE.test(words) || (isBody && PEOPLE.test(words))) continue;
    if (before && before.type === 'person' && NICKNAME.test(text.slice(before.end, name.start)))
      printed[printed.length - 1] = { ...before, end: name.end };
    else if (!before || name.start >= before.end) printed.push(name);
  }
  return printed;
}

/** "[Dwyn] “The Anchor” Marsh": a surname after a nickname belongs to the given name before it. */
function aroundNickname(text: string, name: FoundName): FoundName {
  if (name.type !== 'person' || /\s/u.test(text.slice(name.start, name.end))) return name;
  const rest = AFTER_GIVEN.exec(text.slice(name.end, name.end + 70))?.[0] ?? '';
  return { ...name, end: name.end + rest.length };
}

/** Words in small letters that stand between two parts of a name and belong to neither: "Holm [told] Maury Obst". */
const BETWEEN_NAMES = new RegExp(
  `\\s(?:(?!${alternation(NAME_PARTICLES)}\\s)\\p{Ll}[\\p{L}’'-]{0,30}\\s){1,5}(?=\\p{Lu})`,
  'gu',
);

/** What a company is, before its name. */
const COMPANY_NOUN = new RegExp(`\\s${alternation(union(ORGANISATION_NOUNS, MAKERS))}\\s$`, 'u');

/**
 * The names of what was found as one around words that are no part of any: "[Holm] told [Maury Obst]", "[US] carmaker
 * [Northmere Motors]".
 */
function namesWithin(text: string, name: FoundName): FoundName[] {
  if (name.type === 'place') return [name];
  const printed = text.slice(name.start, name.end);
  const parts: FoundName[] = [];
  let start = name.start;
  for (const { index, 0: between } of printed.matchAll(BETWEEN_NAMES)) {
    if (!/(?:^|\s)\p{Lu}\S*$/u.test(printed.slice(0, index))) continue;
    if (name.type === 'organisation' && !COMPANY_NOUN.test(between)) continue;
    // "Defense attorney Carla Benedetti" is a name with its title.
    if (ROLE_NOUNS.has(between.trim().split(' ').at(-1)!)) continue;
    parts.push(typed(text, { ...name, start, end: name.start + index }));
    start = name.start + index + between.length;
  }
  return [...parts, { ...name, start }];
}

/** "[US] carmaker": a country before what a company is. */
function typed(text: string, name: FoundName): FoundName {
  return isCountryOrState(text.slice(name.start, name.end)) ? { ...name, type: 'place' } : name;
}

/** "[Boeing] and [Lockheed Martin]": two bodies in what was found as one, where one of them is named alone, too. */
function bodiesApart(text: string, name: FoundName, alone: ReadonlySet<string>): FoundName[] {
  const printed = text.slice(name.start, name.end);
  const and = name.type === 'organisation' ? printed.indexOf(' and ') : -1;
  if (and < 0) return [name];
  const second = and + ' and '.length;
  if (!alone.has(printed.slice(0, and)) && !alone.has(printed.slice(second))) return [name];
  return [
    { ...name, end: name.start + and },
    { ...name, start: name.start + second },
  ];
}

/** "[Martin Dempster] and Col. [H. R. McNab]": two people in what was found as one; "Marks and Tolliver" may be a firm. */
function peopleApart(text: string, name: FoundName): FoundName[] {
  const printed = text.slice(name.start, name.end);
  const and = name.type === 'person' ? printed.search(/ and \p{Lu}/u) : -1;
  const words = printed.split(' ');
  const isPersonal = words.some((word) => genderOf(word) !== undefined || ROLE_NOUNS.has(word.toLowerCase()));
  if (and < 0 || words.length === 3 || !isPersonal) return [name];
  return [
    { ...name, end: name.start + and },
    { ...name, start: name.start + and + ' and '.length },
  ];
}

/** What one of a people or all of a family are called: "the Italian", "the Clintons". */
const PEOPLE = new RegExp(`${alternation(PEOPLE_ENDINGS)}$`, 'u');

/** What may follow a name that is the head of its phrase: "the Hill reported", but "the Quill campaign". */
const AFTER_HEAD = new RegExp(
  `^(?:[^\\p{L}\\s]|$|\\s+(?:${alternation(union(AFTER_NAME, COMMON_AUXILIARIES))}|sa(?:id|ys)|told|\\p{L}+ed)\\b)`,
  'u',
);

/** A single word after "the" is no person's name: "the Hill", "the F.B.I.", "the Italian". */
function isSomeThe(text: string, { start, end, type }: FoundName): boolean {
  return (
    type === 'person' &&
    !/\s/u.test(text.slice(start, end)) &&
    /(?<!\p{L})the\s$/iu.test(text.slice(Math.max(0, start - 5), start)) &&
    AFTER_HEAD.test(text.slice(end, end + 20))
  );
}

/** "Ada Quill, [R-Iowa]", "of Ashton, [Md.]": no name of anybody. */
const PARTY_AND_STATE = new RegExp(`^(?:[RDI]-\\p{Lu}\\S*|${alternation(STATE_ABBREVIATIONS)}\\.)$`, 'u');

const AFTER_GIVEN = /^\s[“"‘']\p{Lu}[^“”"‘’']{0,24}[”"’']\s\p{Lu}\p{Ll}[\p{L}’'-]*/u;
const NICKNAME = /^\s[“"‘'(][^“”"‘’'()]{1,25}[”"’')]\s$/u;

/** What stands before a name and was found with it: a possessive, an article, a quotation; a party's adjective. */
const LEAD = /^(?:.*\p{L}[’']s|[Tt]he|[^“‘"(]*[”"’)])\s+(?=\p{Lu})/u;
const PLURAL_POSSESSIVE = /^\p{L}{1,40}[sS][’']\s(?=\p{Lu})/u;
const PARTISAN = new RegExp(`^(?:${alternation([...PARTISANS].map(capitalised))}) (?=\\p{Lu}\\S+ \\p{Lu})`, 'u');

/** "Elijah E. Cummings [of Maryland]"; "Duke of York" stays. */
const HOME = new RegExp(
  `^(\\p{Lu}\\S+(?:\\s+\\p{Lu}\\S*)*\\s+(?!${alternation([...TITLES_OF_PLACES].map(capitalised))}\\s)\\p{Lu}\\S+)\\s+of\\s+\\p{Lu}`,
  'u',
);

/** "Elijah Cummings [NAACP]": what a heading prints beside a full name. */
const BEFORE_ACRONYM = /^(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+) \p{Lu}{3,8}$/u;

function trimmed(text: string, { start, end, type }: FoundName): FoundName {
  const whole = text.slice(start, end);
  const bracket = whole.search(/ \(|, (?:[RDI]-\p{Lu}|(?:Democrat|Republican|Independent)\b)/u);
  if (type !== 'person') return { start, end: bracket > 0 ? start + bracket : end, type };
  const lead = [LEAD, PLURAL_POSSESSIVE, PARTISAN, LEADING_TRADE].reduce(
    (length, pattern) => length + (pattern.exec(whole.slice(length))?.[0].length ?? 0),
    0,
  );
  const seat = seatEnd(text, start + lead, end);
  if (seat !== undefined) return { start: start + lead, end: seat, type };
  const home = (HOME.exec(whole) ?? BEFORE_ACRONYM.exec(whole))?.[1]?.length ?? 0;
  const last = bracket > 0 ? start + bracket : home > 0 ? start + home : end;
  return { start: start + lead, end: withGeneration(text, withoutHonours(text, start + lead, last)), type };
}

const PEER = `(?:${alternation([...PEERS].map(capitalised))}) `;
const PEER_AND_NAME = new RegExp(`^(?:${PEER})?[\\p{Lu}][\\p{L}’'-]+(?= of |$)`, 'u');
const ENDS_WITH_PEER = new RegExp(`(?<!\\p{L})${PEER}$`, 'u');

/** "Lord Fenwick [of Alnmoor]": the end of the place that a peer's title names. */
function seatEnd(text: string, start: number, end: number): number | undefined {
  const named = PEER_AND_NAME.exec(text.slice(start, end))?.[0];
  if (!named || (!named.includes(' ') && !ENDS_WITH_PEER.test(text.slice(Math.max(0, start - 12), start))))
    return undefined;
  const from = start + named.length;
  const place = /^ of(?: \p{Lu}[\p{L}’'-]+){1,2}/u.exec(text.slice(from, from + 100))?.[0];
  return place === undefined ? undefined : from + place.length;
}

/** "Ada Quill[, OBE KC]": the end of a name without the honours and offices after it. */
function withoutHonours(text: string, start: number, end: number): number {
  const last = /,?\s([\p{L}.]+)$/u.exec(text.slice(start, end));
  if (!last || !HONOURS.has(plain(last[1]!)) || !/^\p{Lu}.*\p{Lu}/u.test(last[1]!)) return end;
  return withoutHonours(text, start, start + last.index);
}

/** "Calvin Roper[ Jr.]": the end of a name with the generation after it. */
function withGeneration(text: string, end: number): number {
  return (
    end + (/^,?\s(?:[JS]r(?!\p{L})\.?|(?:I{2,3}|IV)(?![\p{L}\p{N}]))/u.exec(text.slice(end, end + 6))?.[0].length ?? 0)
  );
}

/** The mentions of names, with the titles and roles printed before them, in the order of the text. */
export function findMentions(text: string, sentences: RangeIndex<Sentence>, names: readonly FoundName[]): Mention[] {
  return names.flatMap((name, i) => {
    const sentence = sentences.near(name).find((candidate) => contains(candidate, name));
    if (!sentence) return [];
    const quoted = sentence.items.some((item) => isQuote(item) && contains(item, name));
    const items = quoted ? tokenize(text, around(sentence, name)) : sentence.items;
    return mentionOf(text, items, name, names[i - 1]?.end ?? 0) ?? [];
  });
}

/** As much of a quotation before a name as a title may take up, and a word after it. */
function around(sentence: Sentence, { start, end }: Range): Range {
  return { start: Math.max(sentence.start, start - 80), end: Math.min(sentence.end, end + 12) };
}

/** Capitalised words before a name, and "of" and "for" between such: "Minister [for] Roads". */
function joinsTitle(items: readonly Item[], i: number): boolean {
  return isCapital(items[i]) || (/^(?:of|for|and)$/u.test(lowerOf(items[i])) && isCapital(items[i - 1]));
}

function isCapital(item: Item | undefined): boolean {
  return isWord(item) && /^\p{Lu}/u.test(item.text) && (isName(item) || HONORIFICS.has(item.lower));
}

/** @param from where the name before ends: its words are no titles of this one ("Mr. Lund and [Ada Quill]") */
function mentionOf(text: string, items: readonly Item[], found: FoundName, from: number): Mention | undefined {
  const inName = (item: Item) => isWord(item) && item.start < found.end && item.end > found.start;
  let first = items.findIndex(inName);
  if (first < 0) return undefined;
  while (first > 0 && items[first - 1]!.start >= from && joinsTitle(items, first - 1)) first--;
  while (/^(?:of|for|and)$/u.test(lowerOf(items[first]))) first++;
  const words = items.slice(first, items.findLastIndex(inName) + 1).filter((item) => isWord(item));
  const titles = titlesBefore(words, found);
  const nameStart = words.slice(titles).find((word) => word.end > found.start);
  // "Defence Secretary" names nobody, nor does "Senator from Texas", nor what stands before the name without being a
  // title: "But Ada Quill".
  if (!nameStart || isPreposition(nameStart)) return undefined;
  const titled = titles > 0 && words[titles] === nameStart;
  const noble = titled ? nobleTitle(words, titles) : undefined;
  const name = text.slice((noble ?? nameStart).start, found.end).replace(/\s+/gu, ' ');
  const before = titled ? words.slice(0, titles) : [];
  const role = roleText(text, before) ?? lowerRoleBefore(items, items.indexOf(before[0] ?? nameStart), text);
  const type =
    namesBody(items[items.indexOf(before[0] ?? nameStart) - 1]) && !role ? 'organisation' : typeOf(found, name);
  const gender =
    type === 'person'
      ? [...before, ...words.slice(words.indexOf(nameStart))]
          .map((word) => genderOf(word.text))
          .find((gender) => gender !== undefined)
      : undefined;
  return {
    start: (type === 'person' ? (before[0] ?? nameStart) : nameStart).start,
    end: found.end,
    type,
    name,
    ...(role && type === 'person' ? { role } : {}),
    ...compact({ gender }),
  };
}

/**
 * How many of the words are titles: "General" is one before a person's name, and a part of a body's ("General Motors").
 * An initial belongs to the name ("chief executive [A. Barry Rand]").
 */
function titlesBefore(words: readonly Token[], { start, type }: FoundName): number {
  const titles = roleLength(words.slice(0, words.findLastIndex((word) => !isGeneration(word)) + 1));
  const isCompany = titles === words.length - 1 && COMPANY_WORDS.has(words.at(-1)!.lower);
  if ((type === 'person' && !isCompany) || titles === words.length) return titles;
  return Math.min(
    titles,
    words.findIndex((word) => word.end > start),
  );
}

/** "Jr." of "Martin King Jr.", "IV" of "King Magnus IV". */
function isGeneration({ lower }: Token): boolean {
  return GENERATIONS.has(lower.replace(/\.$/u, ''));
}

/** The title that is part of the name when no given name is: "Lady Marsh", "King Magnus IV", "Duke of Harrowmere". */
function nobleTitle(words: readonly Token[], titles: number): Token | undefined {
  const title = words[titles - 1]!.lower === 'of' ? words[titles - 2] : words[titles - 1];
  const after = words.slice(titles + 1);
  const isAlone = after[0]?.lower === 'of' || after.every(isGeneration);
  return title && NOBLE.has(title.lower) && isAlone ? title : undefined;
}

/** How many words of the run are titles and roles before the name. */
function roleLength(words: readonly Token[]): number {
  let cut = 0;
  words.forEach((word, i) => {
    // "Mr. King", "John Major", "Rep. Charlie King": the last word is the name where a title or a given name stands before it.
    const named = i > 0 && (HONORIFICS.has(words[i - 1]!.lower) || words.slice(0, i).some(isGivenName));
    if (i === words.length - 1 && (named || !isTitleWord(word))) return;
    if (isRoleNoun(word) || HONORIFICS.has(word.lower)) cut = i + 1;
    else if (
      cut > 0 &&
      DEPARTMENTS.has(word.lower) &&
      i > 1 &&
      (cut === i || /^(?:of|for|and)$/u.test(words[i - 1]!.lower))
    )
      cut = i + 1;
    else if (cut === i && /^(?:of|for)$/u.test(word.lower)) cut = i;
  });
  if (cut > 0) cut = Math.max(cut, departmentEnd(words, cut));
  while (cut < words.length && /^(?:of|for|and)$/u.test(words[cut]!.lower)) cut++;
  // "Assistant Secretary for Diplomatic Security Ada Quill": the name begins with a given name
  const given = words.findIndex((word, i) => i >= cut && i < words.length - 1 && genderOf(word.text) !== undefined);
  return cut > 0 && given > cut ? given : cut;
}

/** "Minister for [Biosecurity] Ada Quill": of three words and more after "for" or "of" the last two are the name. */
function departmentEnd(words: readonly Token[], role: number): number {
  const rest = /^(?:of|for)$/u.test(words[role]?.lower ?? '') ? words.slice(role + 1) : [];
  const hasName = rest.length > 2 && rest.slice(-2).every(({ lower }) => !/^(?:of|for|and)$/u.test(lower));
  return hasName && !DEPARTMENTS.has(rest.at(-1)!.lower) ? words.length - 2 : 0;
}

/** "Co-Chairwoman", "ex-mayor": what stands before a hyphen changes nothing of what a word is. */
function isRoleNoun({ lower }: Token): boolean {
  return ROLE_NOUNS.has(lower) || ROLE_NOUNS.has(lower.replace(/^(?:co|ex|vice)-/u, ''));
}

function isTitleWord(word: Token): boolean {
  const { lower } = word;
  return isRoleNoun(word) || HONORIFICS.has(lower) || DEPARTMENTS.has(lower);
}

function isGivenName({ text, lower }: Token): boolean {
  return genderOf(text) !== undefined && !ROLE_NOUNS.has(lower) && !HONORIFICS.has(lower);
}

/** The role without titles of address: "Prime Minister" of "Prime Minister Sir". */
function roleText(text: string, words: readonly Token[]): string | undefined {
  const kept = words.filter((word) => !HONORIFICS.has(word.lower));
  if (kept.length === 0 || !kept.some(isRoleNoun)) return undefined;
  return text.slice(kept[0]!.start, kept.at(-1)!.end);
}

/** "campaign manager Robby Mook": a role in small letters before the name. */
function lowerRoleBefore(items: readonly Item[], first: number, text: string): string | undefined {
  let start = first;
  for (let i = first - 1; i >= 0; i--) {
    const item = items[i];
    const isCapital = isWord(item) && /^\p{Lu}/u.test(item.text);
    // "Shadow justice secretary", "Former mayor" at the beginning of a sentence
    const begins = isCapital && (SECOND.test(item.text) || /^(?:former|senior|ex-\p{L}+)$/u.test(item.lower));
    if (begins) start = i;
    if (!isWord(item) || isCapital || !/^(?:NOUN|ADJ)$/u.test(item.class)) break;
    start = i;
  }
  if (start === first || !ROLE_NOUNS.has(lowerOf(items[first - 1]))) return undefined;
  return text.slice(items[start]!.start, items[first - 1]!.end);
}

/** "campaign group Fair Start": what stands before tells that a name is a body's. */
function namesBody(before: Item | undefined): boolean {
  return isWord(before) && /^\p{Ll}/u.test(before.text) && ORGANISATION_NOUNS.has(before.lower);
}

function typeOf({ type }: FoundName, name: string): MentionType {
  const words = name.toLowerCase().split(' ');
  if (type === 'person') {
    const isCompany = words.length > 1 && COMPANY_WORDS.has(words.at(-1)!) && genderOf(words[0]!) === undefined;
    return isCompany || /\s&\s/u.test(name) ? 'organisation' : 'person';
  }
  const outlet = words.length <= 2 && (OUTLETS.has(words[0]!) || OUTLETS.has(words.at(-1)!));
  if (type === 'organisation' && (outlet || OUTLET_ENDINGS.test(name))) return 'publication';
  return METONYMS.has(words[0]!) ? 'organisation' : type;
}
