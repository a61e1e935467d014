import type { Range } from '../../document/index.ts';

/** A word of a text as it is compared. */
export interface Word extends Range {
  /** Lower case, with straight apostrophes and without what is not seen; accents are kept. */
  readonly key: string;
}

/**
 * Letters and digits, with apostrophes between letters and full stops and commas between digits: "council's", "18,400",
 * "3.6". Soft hyphens and joiners inside a word, which pages and PDFs have and nobody sees, are part of it.
 */
const WORD =
  /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]*(?:['’‘ʼ′`´][\p{L}\p{M}][\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]*|(?<=\p{N})[.,]\p{N}+)*/gu;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const APOSTROPHE = /[’‘ʼ′`´]/gu;

/** The words of a text, or of a range of it. Hyphens and dashes separate words, so that "by-laws" and "by laws" match. */
export function wordsIn(text: string, { start, end }: Range = { start: 0, end: text.length }): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: keyOf(match[0]),
  }));
}

/** How many words a text has, counted as `wordsIn` splits it. */
export function countOfWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** A word as it is compared: without regard to case or the form of its apostrophes. */
export function keyOf(word: string): string {
  return word.replace(APOSTROPHE, "'").replace(UNSEEN, '').normalize('NFKC').toLowerCase();
}
