import type { Range } from '../../document/index.ts';

/** A word of a text as it is compared. */
export interface Word extends Range {
  /** In small letters, apostrophes straight, accents kept. */
  readonly key: string;
}

/** Letters and digits with the apostrophes, full stops and commas inside them: "council's", "18,400", "3.6", "U.S". */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+|(?<=\p{N})[.,]\p{N}+)*/gu;

/** The words of a text; hyphens and dashes part words, so that "by-laws" and "by laws" are alike. */
export function wordsIn(text: string, { start, end }: Range = { start: 0, end: text.length }): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: keyOf(match[0]),
  }));
}

/** How many words a text has, as `wordsIn` parts them. */
export function countOfWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** A word as it is compared, whatever its capitals and the form of its apostrophes. */
export function keyOf(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}
