import type { Range } from '../../document/index.ts';

/** A word of a text as it is compared. */
export interface Word extends Range {
  /** Lower case, with straight apostrophes; accents are kept. */
  readonly key: string;
}

/** Letters and digits, with apostrophes between letters and full stops and commas between digits: "council's", "18,400", "3.6". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+|(?<=\p{N})[.,]\p{N}+)*/gu;

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
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}
