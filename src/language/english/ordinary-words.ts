import { words } from '../words.ts';
import ORDINARY from './ordinary-words.json' with { type: 'json' };
import { shortStem } from './stems.ts';

let ordinary: ReadonlySet<string> | undefined;
let stems: ReadonlySet<string> | undefined;

/** The words that English often prints, in small letters. The list is read when it is first asked. */
export function ordinaryWords(): ReadonlySet<string> {
  ordinary ??= words(ORDINARY.words);
  return ordinary;
}

/** Whether a word in small letters is one that English often prints, as it stands. */
export function isOrdinary(word: string): boolean {
  return ordinaryWords().has(word);
}

/** Whether it is one, or differs from one in its ending alone: "winters", "moored". */
export function isFormOfOrdinary(word: string): boolean {
  if (isOrdinary(word)) return true;
  stems ??= new Set([...ordinaryWords()].map(stemOf));
  return word.length > 5 && stems.has(stemOf(word));
}

function stemOf(word: string): string {
  return shortStem(word).replace(/e$/u, '');
}
