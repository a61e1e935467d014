import { LEGAL_FORMS } from './organisations.ts';
import { firstSurnames, isRoyal, isShortName, parseName } from './person-names.ts';
import { plain } from './plain.ts';
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
 * Keys of other forms that a person's name may have: with the nickname ("Gordon “Biff” Talbot" is "Biff Talbot"), without
 * the second surname ("Rafael Nodal Perez" is "Rafael Nodal"), without the initial before a given name, and with initials
 * written together or apart.
 */
export function otherKeys(type: EntityType, name: string): string[] {
  if (type !== 'person') return [];
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
  ];
  const own = nameKey(type, name);
  return [...new Set(forms.map((form) => `person:${form}`))].filter((key) => key !== own);
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

/** The words of a role that tell one person from another. */
export function roleWords(role: string): string[] {
  return plain(role)
    .split(' ')
    .filter((word) => word.length > 2 && !POST_STOP_WORDS.has(word));
}
