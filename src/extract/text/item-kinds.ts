import { TEMPORAL } from '../../language/english/calendar.ts';
import { PREPOSITIONS } from '../../language/english/prepositions.ts';
import { PRONOMINAL } from '../../language/english/pronouns.ts';
import { type Item, isWord } from './sentences.ts';

/** What a single item of a sentence is or may be: predicates over words. */

const RELATIVE = /^(?:who|which|whom)$/u;

export function isComma(item: Item | undefined): boolean {
  return isWord(item) && (item.text === ',' || item.text === '—' || item.text === '–' || item.text === '--');
}

export function isRelative(item: Item | undefined): boolean {
  return isWord(item) && RELATIVE.test(item.lower);
}

export function isTemporal(item: Item | undefined): boolean {
  return isWord(item) && (TEMPORAL.has(item.lower) || /^(?:19|20)\d\d$/u.test(item.text));
}

function isPronoun(item: Item | undefined): boolean {
  return isWord(item) && PRONOMINAL.has(item.lower);
}

/** Whether a noun phrase can end with the item. */
export function isNounish(item: Item | undefined): boolean {
  if (!isWord(item)) return false;
  if (isRelative(item)) return false;
  if (item.lower === 'general') return true; // attorney general
  if (item.class === 'NOUN' || item.class === 'PROPN' || item.class === 'NUM') return true;
  return item.class === 'PRON' || isPronoun(item) || (item.class === 'X' && /\p{L}/u.test(item.text));
}

export function isPreposition(item: Item | undefined): boolean {
  return isWord(item) && (item.class === 'ADP' || PREPOSITIONS.has(item.lower));
}

export function isName(item: Item | undefined): boolean {
  return (
    isWord(item) &&
    (item.class === 'PROPN' || (/^\p{Lu}/u.test(item.text) && (item.class === 'NOUN' || item.class === 'ADJ')))
  );
}
