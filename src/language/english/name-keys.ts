import { LEGAL_FORMS } from './organisations.ts';
import { OTHER_POST, POST_STOP_WORDS } from './stop-words.ts';
import { KEY_TITLES, SUFFIXES } from './titles.ts';

/** What an entity may be; other speakers ("two engineers", a report) are none. */
export const ENTITY_TYPES = ['person', 'organisation', 'publication', 'place'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export function isEntityType(type: string): type is EntityType {
  return (ENTITY_TYPES as readonly string[]).includes(type);
}

/** Small letters without accents and marks, one space between words. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?(?=\s|$)/gu, '')
    .replace(/[.’'"“”]/gu, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
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

/** The key under which a person with a full name is found by the last name alone; undefined for others. */
export function surnameKey(type: EntityType, name: string): string | undefined {
  const key = nameKey(type, name);
  return type === 'person' && key.includes(' ') ? `surname:${key.split(' ').at(-1)}` : undefined;
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
