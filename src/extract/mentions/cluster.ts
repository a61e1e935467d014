import search from 'approx-string-match';
import { compact } from '../../document/index.ts';
import { type Gender, genderOf } from '../../language/english/gender.ts';
import { COMPANY_WORDS } from '../../language/english/organisations.ts';
import { GENERATIONS } from '../../language/english/titles.ts';
import type { Mention } from './mentions.ts';

/** One person, organisation or publication of a document, with everywhere it is named. */
export interface NamedEntity {
  /** The fullest name. */
  readonly name: string;
  readonly type: Mention['type'];
  readonly gender?: Gender;
  /** Roles as printed, the longest first. */
  readonly roles: readonly string[];
  /** In the order of the text; never empty. */
  readonly mentions: readonly Mention[];
  /** The mention that names it best: the first with the fullest name, one with a role before one without. */
  readonly best: Mention;
}

/**
 * Groups the mentions of a document: "John Healey", "Healey" and "Mr Healey" are one, and so are "Ministry of Defence
 * (MoD)" and "the MoD", "Northmere Water" and "Northmere".
 */
export function groupMentions(text: string, mentions: readonly Mention[]): NamedEntity[] {
  const groups = new Map<string, Mention[]>();
  const directory = {
    ...fullNamesOf(mentions),
    acronyms: new Map([...initialsIn(mentions), ...acronymsIn(text, mentions)]),
    companies: companiesIn(mentions),
  };
  for (const mention of mentions) {
    const key = keyOf(mention, directory);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map(entityOf);
}

/** Full names by surname and by given name, in small letters. */
interface Directory {
  readonly surnames: ReadonlyMap<string, readonly Mention[]>;
  readonly given: ReadonlyMap<string, readonly Mention[]>;
  /** Keys of organisations by the short names that stand in brackets after them. */
  readonly acronyms: ReadonlyMap<string, string>;
  /** Keys of companies by the first words of their names, and of bodies whose names are one word. */
  readonly companies: ReadonlyMap<string, string>;
}

function acronymsIn(text: string, mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const mention of mentions) {
    const short = /^\s*\((?:the\s+|or\s+)?[“"‘']?(\p{Lu}[\p{L}&.]{1,9})[”"’']?\)/u.exec(
      text.slice(mention.end, mention.end + 20),
    )?.[1];
    if (short && mention.type !== 'person' && short.length < mention.name.length)
      found.set(letters(short), organisationKey(mention));
  }
  return found;
}

/** The first letters of the names of bodies with three words or more, where they are one body's alone. */
function initialsIn(mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const words = mention.name.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word));
    if (mention.type === 'person' || words.length < 3) continue;
    const short = letters(words.map((word) => word[0]!).join(''));
    found.set(short, (found.get(short) ?? new Set()).add(organisationKey(mention)));
  }
  return new Map([...found].flatMap(([short, keys]) => (keys.size === 1 ? [[short, [...keys][0]!] as const] : [])));
}

function companiesIn(mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, string>();
  const bodies = mentions.filter(({ type }) => type === 'organisation');
  for (const mention of bodies) {
    const words = parts(mention.name);
    if (words.length === 1) found.set(letters(words[0]!), organisationKey(mention));
  }
  for (const mention of bodies) {
    const words = parts(mention.name);
    if (words.length > 1 && COMPANY_WORDS.has(words.at(-1)!.toLowerCase()))
      found.set(letters(words[0]!), organisationKey(mention));
  }
  return found;
}

function organisationKey({ type, name }: Mention): string {
  return `${type} ${parts(name).map(letters).join(' ').replace(/^the /u, '')}`;
}

function fullNamesOf(mentions: readonly Mention[]): Pick<Directory, 'surnames' | 'given'> {
  const surnames = new Map<string, Mention[]>();
  const given = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const words = parts(mention.name).map(letters);
    if (mention.type !== 'person' || words.length < 2) continue;
    surnames.set(words.at(-1)!, [...(surnames.get(words.at(-1)!) ?? []), mention]);
    given.set(words[0]!, [...(given.get(words[0]!) ?? []), mention]);
  }
  for (const [surname, full] of surnames) {
    const bare = full.filter(({ name }) => !RANK_AND_SURNAME.test(name));
    if (bare.length > 0) surnames.set(surname, bare);
  }
  return { surnames, given };
}

function parts(name: string): string[] {
  return name.split(/\s+/u).filter((part) => !GENERATIONS.has(part.toLowerCase().replace(/\.$/u, '')));
}

const letters = (word: string) => word.toLowerCase().replace(/[.’']/gu, '');

/** Two full names are one person's when surnames are alike and given names do not differ ("Donald J. Trump"). */
function keyOf(mention: Mention, { surnames, given, acronyms, companies }: Directory): string {
  const words = parts(mention.name).map(letters);
  const written = acronyms.get(words.join(' '));
  if (written) return written;
  const isSomebody = mention.role || mention.gender || surnames.has(words[0]!) || given.has(words[0]!);
  const company = words.length === 1 && !isSomebody && mention.type !== 'place' && companies.get(words[0]!);
  if (company) return company;
  if (mention.type !== 'person') return organisationKey(mention);
  const surname = words.at(-1)!;
  const whole =
    words.length > 1 && surnames.get(surname)?.find(({ name }) => endsWith(parts(name).map(letters), words));
  if (whole) return keyOfPerson(whole);
  if (words.length > 1 && !isRank(mention, surnames.get(surname))) return `person ${words[0]} ${surname}`;
  const bySurname = (surnames.get(surname) ?? misspelt(surname, surnames)).filter((full) =>
    agree(full.gender, mention.gender),
  );
  const sharesRole = (full: Mention) => alikeRoles(full.role, mention.role);
  const chosen =
    bySurname.find(sharesRole) ?? likeliest(bySurname, mention) ?? likeliest(given.get(surname) ?? [], mention);
  return chosen ? keyOfPerson(chosen) : `person ${words.join(' ')}`;
}

function keyOfPerson({ name }: Mention): string {
  const words = parts(name).map(letters);
  return `person ${words[0]} ${words.at(-1)}`;
}

/** "Maarten [van der Veldeken]": whether a longer name ends with another. */
function endsWith(longer: readonly string[], words: readonly string[]): boolean {
  return longer.length > words.length && words.every((word, i) => longer.at(i - words.length) === word);
}

/** "MEC Quill", "PC Lund": capitals before a surname, or initials. */
const RANK_AND_SURNAME = /^\p{Lu}{2,5}\s\S+$/u;

/** Whether the capitals before a surname are no part of the name, for somebody has the surname by another name. */
function isRank({ name }: Mention, full: readonly Mention[] = []): boolean {
  return RANK_AND_SURNAME.test(name) && full.some((other) => !RANK_AND_SURNAME.test(other.name));
}

/** Letters of a surname from which on one wrong letter does not make it another's. */
const LONG_SURNAME = 5;

/** Full names whose surname differs from another by one letter, where nobody has that surname: "Barot", "Barrot". */
function misspelt(surname: string, surnames: Directory['surnames']): readonly Mention[] {
  if (surname.length < LONG_SURNAME) return [];
  return [...surnames].flatMap(([other, mentions]) =>
    other[0] === surname[0] && differsByOne(surname, other) ? mentions : [],
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
function likeliest(mentions: readonly Mention[], { start }: Mention): Mention | undefined {
  const counts = new Map<string, number>();
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...mentions].sort((a, b) => counts.get(b.name)! - counts.get(a.name)!);
  const last = mentions.findLast((mention) => mention.start < start);
  return last?.role && most && counts.get(last.name) === counts.get(most.name) ? last : most;
}

function entityOf(mentions: readonly Mention[]): NamedEntity {
  const fullest = Math.max(...mentions.map((mention) => mention.name.length));
  const full = mentions.filter((mention) => mention.name.length === fullest);
  const best = full.find(({ role }) => role) ?? full.find(({ type }) => type === 'organisation') ?? full[0]!;
  const gender = mentions
    .map((mention) => mention.gender ?? genderOf(mention.name.split(/\s/u)[0]!))
    .find((found) => found !== undefined);
  const roles = [...new Set(mentions.flatMap((mention) => (mention.role ? [mention.role] : [])))].sort(
    (a, b) => b.length - a.length,
  );
  return { name: best.name, type: best.type, ...compact({ gender }), roles, mentions, best };
}
