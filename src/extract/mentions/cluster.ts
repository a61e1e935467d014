import { compact } from '../../document/index.ts';
import { type Gender, genderOf } from '../../language/english/gender.ts';
import { COMPANY_WORDS } from '../../language/english/organisations.ts';
import { parseName } from '../../language/english/person-names.ts';
import { plain } from '../../language/english/plain.ts';
import type { Mention } from './mentions.ts';
import { People } from './people.ts';

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
  const people = new People(mentions);
  const directory = {
    people,
    initials: initialsIn(mentions),
    acronyms: acronymsIn(text, mentions, people),
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

interface Directory {
  readonly people: People;
  /** Keys by the first letters of names, and by the short names that stand in brackets after them. */
  readonly initials: ReadonlyMap<string, string>;
  readonly acronyms: ReadonlyMap<string, string>;
  /** Keys of companies by the first words of their names, and of bodies whose names are one word. */
  readonly companies: ReadonlyMap<string, string>;
}

function acronymsIn(text: string, mentions: readonly Mention[], people: People): Map<string, string> {
  const found = new Map<string, string>();
  for (const mention of mentions) {
    const short = /^\s*\((?:the\s+|or\s+)?[“"‘']?(\p{Lu}[\p{L}&.]{1,9})[”"’']?\)/u.exec(
      text.slice(mention.end, mention.end + 20),
    )?.[1];
    if (!short || short.length >= mention.name.length) continue;
    if (mention.type !== 'person') found.set(letters(short), organisationKey(mention));
    else if (initialsOf(mention.name).includes(letters(short))) found.set(letters(short), people.keyOf(mention));
  }
  return found;
}

/** The first letters of a name's words, with and without those in small letters, where they are three or more: "mod" and "md". */
function initialsOf(name: string): string[] {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  return [words, capitals].flatMap((some) => (some.length > 2 ? [letters(some.map((word) => word[0]!).join(''))] : []));
}

/** The bodies with three words or more by their first letters, where those are one body's alone. */
function initialsIn(mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const mention of mentions)
    for (const short of mention.type === 'person' ? [] : initialsOf(mention.name))
      found.set(short, (found.get(short) ?? new Set()).add(organisationKey(mention)));
  return new Map([...found].flatMap(([short, keys]) => (keys.size === 1 ? [[short, [...keys][0]!] as const] : [])));
}

function companiesIn(mentions: readonly Mention[]): Map<string, string> {
  const found = new Map<string, string>();
  const bodies = mentions.filter(({ type }) => type === 'organisation');
  for (const mention of bodies) {
    const words = mention.name.split(/\s+/u);
    if (words.length === 1) found.set(letters(words[0]!), organisationKey(mention));
  }
  for (const mention of bodies) {
    const words = mention.name.split(/\s+/u);
    if (words.length > 1 && COMPANY_WORDS.has(words.at(-1)!.toLowerCase()))
      found.set(letters(words[0]!), organisationKey(mention));
  }
  return found;
}

function organisationKey({ type, name }: Mention): string {
  return `${type} ${name.split(/\s+/u).map(letters).join(' ').replace(/^the /u, '')}`;
}

const letters = (word: string) => plain(word).replaceAll(' ', '');

function keyOf(mention: Mention, { people, initials, acronyms, companies }: Directory): string {
  const words = mention.name.split(/\s+/u).map(letters);
  const isCapitals = /\p{Lu}.*\p{Lu}/u.test(mention.name);
  const written = acronyms.get(words.join(' ')) ?? (isCapitals ? initials.get(words.join(' ')) : undefined);
  if (written) return written;
  const isSomebody = mention.role || mention.gender || people.knows(words[0]!);
  const company = words.length === 1 && !isSomebody && mention.type !== 'place' && companies.get(words[0]!);
  if (company) return company;
  return mention.type === 'person' ? people.keyOf(mention) : organisationKey(mention);
}

function entityOf(mentions: readonly Mention[]): NamedEntity {
  const printed = bestPrinted(mentions);
  const fullest = Math.max(...printed.map((mention) => mention.name.length));
  const full = printed.filter((mention) => mention.name.length === fullest);
  const best = full.find(({ role }) => role) ?? full.find(({ type }) => type === 'organisation') ?? full[0]!;
  const gender = mentions
    .map((mention) => mention.gender ?? genderOf(mention.name.split(/\s/u)[0]!))
    .find((found) => found !== undefined);
  const roles = [...new Set(mentions.flatMap((mention) => (mention.role ? [mention.role] : [])))].sort(
    (a, b) => b.length - a.length,
  );
  return { name: best.name, type: best.type, ...compact({ gender }), roles, mentions, best };
}

/** Of a person's mentions not those in the capitals of a heading, and those with a given name, where there are others. */
function bestPrinted(mentions: readonly Mention[]): readonly Mention[] {
  const isGood = [
    ({ name }: Mention) => name !== name.toUpperCase(),
    ({ name }: Mention) => parseName(name).given.length > 0,
  ];
  return isGood.reduce((left, test) => {
    const good = left.filter((mention) => mention.type !== 'person' || test(mention));
    return good.length > 0 ? good : left;
  }, mentions);
}
