import { keyOf, wordsIn } from './words.ts';

/** A part of a quotation: a word, words in square brackets, or an ellipsis. */
export interface QuotePart {
  readonly kind: 'word' | 'bracketed' | 'ellipsis';
  /** As printed. */
  readonly printed: string;
  /** The word as it is compared. For brackets inside a word ("[W]e"), the whole word; for other brackets and ellipses, empty. */
  readonly key: string;
}

const ELLIPSIS = /[[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.\s?\.\s?\.(?:\s?\.)?/gu;
/** "[the wall]", "[W]e", "walk[ed]", "[sic]". */
const BRACKETED = /(?:(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}]+))?\[([^[\]]*)\]([\p{L}\p{M}\p{N}]*)/gu;
const MARKS = /^[\s“”"„«»‘’']+|(?<![\s“”"„«»‘’'])[\s“”"„«»‘’']+$/gu;

/** A printed quotation without the quotation marks around it. */
export function withoutMarks(quote: string): string {
  return quote.replace(MARKS, '');
}

/** No half of a word is longer, in characters. */
const LONGEST = 60;
/** A hyphen at the end of a line, with or without spaces. */
const LINE_END = /(?<=\p{L})[-\u00AD\u2010\u2011][^\S\n]*\n\s*(?=\p{L})/gu;

/**
 * A pasted quotation without the hyphens at the ends of its lines, but those that a word has anyway: "com-\nmittee" is
 * "committee", "well-\nknown" is "well-known".
 *
 * @param isWord whether the sources have the word that the two halves make
 */
export function withoutLineEnds(quote: string, isWord: (word: string) => boolean): string {
  return quote.replace(LINE_END, (hyphen, at: number) => {
    const end = at + hyphen.length;
    const [before] = wordsIn(quote.slice(Math.max(0, at - LONGEST), at)).slice(-1);
    const [after] = wordsIn(quote.slice(end, end + LONGEST));
    return isWord(before!.key + after!.key) ? '' : '-';
  });
}

/** Splits a printed quotation into its parts, in order. Ellipses at its ends are dropped: they say only that it is an excerpt. */
export function partsOf(quote: string): QuotePart[] {
  const text = withoutMarks(quote);
  const parts: QuotePart[] = [];
  let at = 0;
  const addWords = (end: number) => {
    for (const { start, end: last, key } of wordsIn(text, { start: at, end }))
      parts.push({ kind: 'word', printed: text.slice(start, last), key });
    at = end;
  };
  for (const match of editsIn(text)) {
    addWords(match.start);
    parts.push(match.part);
    at = match.end;
  }
  addWords(text.length);
  while (parts[0]?.kind === 'ellipsis') parts.shift();
  while (parts.at(-1)?.kind === 'ellipsis') parts.pop();
  return parts;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly part: QuotePart;
}

function editsIn(text: string): Edit[] {
  const ellipses = Array.from(text.matchAll(ELLIPSIS), (match): Edit => {
    const [printed] = match;
    return { start: match.index, end: match.index + printed.length, part: { kind: 'ellipsis', printed, key: '' } };
  });
  const brackets = Array.from(text.matchAll(BRACKETED), (match): Edit => {
    const [printed, before = '', inside = '', after = ''] = match;
    const key = before || after ? keyOf(before + inside + after) : '';
    return { start: match.index, end: match.index + printed.length, part: { kind: 'bracketed', printed, key } };
  }).filter(({ start, end }) => !ellipses.some((other) => other.start < end && start < other.end));
  return [...ellipses, ...brackets].sort((a, b) => a.start - b.start);
}
