import { contains, type RangeIndex } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';
import { isName } from '../text/item-kinds.ts';
import type { Quotation } from '../text/quotations.ts';
import { type Item, isQuote, isWord, lowerOf } from '../text/sentences.ts';

/** Verbs whose object is what was not said: "It left out the ending: “…”". */
const LEFT_OUT =
  /\b(?:left out|leaves? out|omit(?:s|ted)?|never (?:said|wrote|uttered|used)|did(?:n[’']t| not) (?:say|write|use|add|utter|mention)|fail(?:s|ed) to (?:say|mention|add)|could have (?:said|added)|should have (?:said|added)|might as well have said|would have (?:said|added)|stopped short of saying|forgot to (?:say|mention|add)|said nobody|said no one|cut out|deleted|imagine (?:him|her|them) saying|as if to say)\b/iu;

/** Words before a title of a work, a name or a term: `her novel “Low Tide”`, `known as “the Rock”`, `so-called “experts”`. */
const NAMES_IT =
  /\b(?:titled|entitled|called|known as|nicknamed|dubbed|named|headlined|labell?ed|marked|captioned|hashtag|so[- ]called|the (?:headlines?|words?|terms?|phrases?|expressions?|names?|titles?|slogans?|label|term|letters?)|(?:novel|book|film|movie|album|song|single|play|musical|series|show|programme|program|podcast|documentary|episode|essay|poem|memoir|painting|exhibition|hit|drama|comedy|sitcom|memoirs|column|report|article|opera|ballet|video|game|operation|project|website|newsletter|magazine|sculpture|installation|study|paper|magazine))\s*,?\s*$/iu;
/** A participle that stands as an adjective before a quotation: `all previously declared “red lines”`, `its stated “goals”`. */
const DESCRIBES_IT =
  /(?:\b(?:the|an?|its|his|her|their|our|all|any|every|each|these|those|some|such)|[’']s)\s+(?:\p{L}+ly\s+|(?:self|once|much|often|long|ever)[-\s])*\p{L}+(?:ed|wn|en)\s$/iu;
/** Programmes and the like that one is on: "appeared on “Low Tide”", "told “Low Tide”". */
const APPEARS_ON =
  /\b(?:on|of|in|to|from|hosts?|host of|star of|watch(?:ed|es)?|sang|singing|played|performed|told|’s|'s)\s+(?:[A-Z]+[’']s\s+)?$/iu;

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
