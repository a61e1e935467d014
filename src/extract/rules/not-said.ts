import { contains, type RangeIndex } from '../../document/index.ts';
import { DETERMINERS } from '../../language/english/determiners.ts';
import { LEFT_OUT } from '../../language/english/not-said.ts';
import { APPEARING, NAMING, WORDINGS, WORKS } from '../../language/english/works.ts';
import { alternation } from '../../language/words.ts';
import type { Attribution } from '../attribution.ts';
import { isName } from '../text/item-kinds.ts';
import type { Quotation } from '../text/quotations.ts';
import { type Item, isQuote, isWord, lowerOf } from '../text/sentences.ts';

/** Words before a title of a work, a name or a term: `her novel “Low Tide”`, `known as “the Rock”`, `so-called “experts”`. */
const NAMES_IT = new RegExp(
  `\\b(?:${alternation(NAMING)}|the ${alternation(WORDINGS)}s?|${alternation(WORKS)})(?:\\s{0,3},)?\\s{0,3}$`,
  'iu',
);
/** A participle that stands as an adjective before a quotation: `all previously declared “red lines”`, `its stated “goals”`. */
const DESCRIBES_IT = new RegExp(
  `(?:\\b${alternation(DETERMINERS)}|[’']s)\\s+(?:\\p{L}+ly\\s+|(?:self|once|much|often|long|ever)[-\\s])*\\p{L}+(?:ed|wn|en)\\s$`,
  'iu',
);
/** Programmes and the like that one is on: "appeared on “Low Tide”", "told “Low Tide”". */
const APPEARS_ON = new RegExp(`\\b(?:${alternation(APPEARING)}|’s|'s)\\s+(?:[A-Z]+[’']s\\s+)?$`, 'iu');

/** Whether the text before a quotation says that its words were left out, or that nobody said them. */
export function saysNotSaid(before: string, after: string): boolean {
  return (
    LEFT_OUT.test(before.slice(-90)) || /^[^.!?]{0,4}\s*(?:said|says) (?:nobody|no one|no-one|none)\b/iu.test(after)
  );
}

/**
 * Whether the first quotation of an attribution's content is one that the text says was left out or that nobody said, or, where
 * nobody is named as its source, a name of something.
 */
export function isNotSaid(text: string, { content, source }: Attribution, quotations: RangeIndex<Quotation>): boolean {
  const quote = content.flatMap((run) => quotations.near(run).filter((other) => contains(run, other)))[0];
  if (!quote) return false;
  const before = text
    .slice(Math.max(0, quote.start - 120), quote.start)
    .split('\n')
    .at(-1)!;
  return (
    (source.length === 0 && (NAMES_IT.test(before) || DESCRIBES_IT.test(before))) ||
    saysNotSaid(before, text.slice(quote.end, quote.end + 40))
  );
}

/** Whether a quotation without a cue is a title of a work, a name, or a term. */
export function namesSomething(text: string, items: readonly Item[], index: number): boolean {
  const quote = items[index]!;
  if (!isQuote(quote)) return false;
  const before = text.slice(Math.max(0, quote.start - 60), quote.start);
  if (isNickname(items, index) || NAMES_IT.test(before)) return true;
  const { inner } = quote.quotation;
  return APPEARS_ON.test(before) && looksLikeTitle(text.slice(inner.start, inner.end));
}

/** Dwayne “The Rock” Johnson. */
function isNickname(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  const quote = items[index];
  if (!isQuote(quote) || quote.end - quote.start > 30 || /[,.?!]/u.test(quote.ending)) return false;
  return isName(before) && isName(items[index + 1]) && isWord(before) && lowerOf(before) !== 'i';
}

/** Every word of weight has a capital: “The Apprentice”, “All the Light We Cannot See”. */
export function looksLikeTitle(words: string): boolean {
  const heavy = words
    .replace(/[^\p{L}\p{N}\s’'-]/gu, '')
    .split(/\s+/u)
    .filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return (
    heavy.length > 0 &&
    heavy.every((word) => /^[\p{Lu}\d]/u.test(word)) &&
    /^[\p{Lu}\d]/u.test(words) &&
    !/[.!?]$/u.test(words.replace(/[?!]$/u, ''))
  );
}
