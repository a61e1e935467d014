import { commonestPlace, isCountryOrState } from './countries.ts';
import { formalNames } from './nicknames.ts';
import { COMPANY_WORDS, LEGAL_FORMS } from './organisations.ts';
import { firstSurnames, isRoyal, isShortName, parseName } from './person-names.ts';
import { plain } from './plain.ts';
import { ONE_OFFICE } from './roles.ts';
import { OTHER_POST, POST_STOP_WORDS } from './stop-words.ts';
import { KEY_TITLES, SUFFIXES } from './titles.ts';

/** What an entity may be; other speakers ("two engineers", a report) are none. */
export const ENTITY_TYPES = ['person', 'organisation', 'publication', 'place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export function isEntityType(type: string): type is EntityType {
  return (ENTITY_TYPES as readonly string[]).includes(type);
}

/**
 * What two names share when they may be one entity's: of a person the first and the last name, of others the words
 * without "the" and legal forms. A person's single name has a key of its own kind, which no full name has.
 */
export function nameKey(type: EntityType, name: string): string {
  const words = plain(name).split(' ');
  if (type !== 'person') {
    const own = words.filter((word, i) => !(i === 0 && word === 'the') && !(i > 0 && LEGAL_FORMS.has(word)));
    return `${type}:${own.join(' ')}`;
  }
  const own = words.filter((word) => !KEY_TITLES.has(word) && !SUFFIXES.has(word));
  return own.length > 1 ? `person:${own[0]} ${own.at(-1)}` : `person:${own[0] ?? words[0]}`;
}

/**
 * Keys of other forms that a name may have. A person's: with a formal name for a short one ("Bob Talbot"), with the nickname ("Gordon “Biff” Talbot" is "Biff Talbot"), without
 * the second surname ("Rafael Nodal Perez" is "Rafael Nodal"), without the initial before a given name, and with initials
 * written together or apart. A company's: without the last word, where that is one that companies have ("Northmere
 * Motors"). A place's: what it is called most often.
 */
export function otherKeys(type: EntityType, name: string): string[] {
  if (type === 'place') return commonestKeys(type, name);
  if (type !== 'person') return bodyKeys(type, name);
  const parsed = parseName(name);
  const { given, nickname, surname } = parsed;
  const last = surname.split(' ').at(-1)!;
  const initials = given.findIndex((word) => word.length > 1);
  const led = initials < 0 ? given : given.slice(0, initials);
  const forms = [
    ...(nickname && given.length > 0 ? [`${nickname.split(' ')[0]} ${last}`] : []),
    ...firstSurnames(parsed).map((first) => `${given[0]} ${first}`),
    ...(led.length === 1 && initials > 0 ? [`${given[1]} ${last}`] : []),
    ...(led.length > 1 ? [`${led.join('')} ${last}`, `${led[0]} ${last}`] : []),
    ...formalNames(given[led.length === 1 ? 1 : 0] ?? '').map((formal) => `${formal} ${last}`),
  ];
  const own = nameKey(type, name);
  return [...new Set(forms.map((form) => `person:${form}`))].filter((key) => key !== own);
}

function commonestKeys(type: EntityType, name: string): string[] {
  const key = `${type}:${commonestPlace(name)}`;
  return key === nameKey(type, name) ? [] : [key];
}

/** What stands before the name of a body and its country's name: "the [US] Air Force". */
const LEADING_COUNTRY = /^(?:us|uk|united states|united kingdom|american|british|federal) (?=\S+)/u;

function bodyKeys(type: EntityType, name: string): string[] {
  const own = nameKey(type, name);
  const words = own.slice(type.length + 1).split(' ');
  let end = words.length;
  while (end > 1 && (COMPANY_WORDS.has(words[end - 1]!) || LEGAL_FORMS.has(words[end - 1]!))) end--;
  const forms = [words.slice(0, end).join(' '), words.join(' ').replace(LEADING_COUNTRY, '')];
  return [...new Set(forms.map((form) => `${type}:${form}`))].filter((key) => key !== own);
}

/**
 * The key that a full name shares with its likely misspellings ("Reince Preibus", "Reince Priebus") and with initials for the
 * given name: its first letter, and the surname's first letter and consonants.
 */
export function spellingKey(type: EntityType, name: string): string | undefined {
  if (type !== 'person') return undefined;
  const { given, surname } = parseName(name);
  if (!given[0] || surname === '') return undefined;
  const consonants = surname
    .slice(1)
    .replace(/[aeiouyh\s]/gu, '')
    .replace(/(.)\1/gu, '$1');
  return `spelt:${given[0][0]} ${surname[0]}${consonants}`;
}

/** Keys under which a person with a full name is found by a surname alone, the last or the first of two; none for others. */
export function surnameKeys(type: EntityType, name: string): string[] {
  const key = nameKey(type, name);
  if (type !== 'person' || !key.includes(' ')) return [];
  const parsed = parseName(name);
  return parsed.given.length === 0
    ? []
    : [...new Set([key.split(' ').at(-1)!, ...firstSurnames(parsed)])].map((surname) => `surname:${surname}`);
}

/**
 * The key of those who have the surname of a short name; undefined for full names, and for kings and popes, who are called
 * by given names.
 */
export function soughtSurname(type: EntityType, name: string): string | undefined {
  const parsed = type === 'person' ? parseName(name) : undefined;
  return parsed && isShortName(parsed) && !isRoyal(parsed)
    ? `surname:${nameKey(type, name).replace(/^person:(?:.* )?/u, '')}`
    : undefined;
}

/** The words of a post in the order of the alphabet, without those that many have: "Secretary of State for Defence" and "the Defence Secretary" are alike. */
export function postKey(post: string): string {
  const words = plain(post).split(' ');
  const kept = words.filter((word) => !POST_STOP_WORDS.has(word)).sort();
  return [...[...OTHER_POST].filter((word) => words.includes(word)), ...kept].join(' ');
}

/**
 * The words of a role that tell one person from another; an office is always the same word ("Sen." and "Senator"), and a
 * state of two words is one ("New Jersey").
 */
export function roleWords(role: string): string[] {
  const words = plain(role).split(' ');
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const pair = `${words[i]} ${words[i + 1]}`;
    if (isCountryOrState(pair)) found.push(pair);
    if (isCountryOrState(pair)) i++;
    else found.push(ONE_OFFICE.get(words[i]!) ?? words[i]!);
  }
  return found.filter((word) => word.length > 2 && !POST_STOP_WORDS.has(word));
}
