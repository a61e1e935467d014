import search from 'approx-string-match';
import type { Range } from './span.ts';

/** A quotation of a document's text with what stands around it (W3C Web Annotation, TextQuoteSelector and TextPositionSelector). */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offset of the quotation when it was made. */
  readonly start: number;
}

/** Characters of the surroundings on either side. */
const AROUND = 32;

/** The selector of a place in a text. */
export function selectorOf(text: string, { start, end }: Range): QuoteSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
    start,
  };
}

/** A place where a quotation may stand, and how well it fits there. */
export interface QuoteMatch extends Range {
  /**
   * 0 to 1; 1 where quotation and surroundings are the same and stand at the same offset. The quotation weighs most, then
   * what stands before and after it, and least the offset.
   */
  readonly score: number;
}

/** Where a quotation stands now, also where some of its letters were changed; undefined where it is gone. See `matchQuote`. */
export function locate(text: string, selector: QuoteSelector): Range | undefined {
  const match = matchQuote(text, selector);
  return match ? { start: match.start, end: match.end } : undefined;
}

/** The share of a quotation's letters that may be wrong, and letters below which none may be. */
const ERRORS = 0.2;
const SHORT = 8;
/** The longest quotation that is looked for with errors: the search takes time by the product of both lengths. */
const LONG = 2000;
/** Below this no place is good enough. */
const LEAST = 0.6;
/** What the parts of a score weigh; the sum is 1. */
const WEIGHTS = { quote: 0.6, prefix: 0.18, suffix: 0.18, place: 0.04 };

/**
 * The place where a quotation fits best, with its surroundings and its former offset. It is looked for as it is first, and
 * with errors only where it does not stand anywhere (as the Hypothesis client anchors its annotations).
 *
 * @returns null where no place is good enough
 */
export function matchQuote(text: string, selector: QuoteSelector): QuoteMatch | null {
  const { exact, start } = selector;
  if (exact === '') return null;
  if (text.startsWith(exact, start)) return scored(text, selector, { start, end: start + exact.length, errors: 0 });
  const places = exactPlaces(text, exact);
  const found = places.length > 0 ? places : placesWithErrors(text, exact);
  let best: QuoteMatch | null = null;
  for (const place of found) {
    const match = scored(text, selector, place);
    if (best === null || match.score > best.score) best = match;
  }
  return best !== null && (places.length > 0 || best.score >= LEAST) ? best : null;
}

interface Place extends Range {
  /** Letters that were inserted, dropped or changed. */
  readonly errors: number;
}

function exactPlaces(text: string, exact: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ start: at, end: at + exact.length, errors: 0 });
  return places;
}

function placesWithErrors(text: string, exact: string): Place[] {
  if (exact.length < SHORT || exact.length > LONG) return [];
  return search(text, exact, Math.floor(ERRORS * exact.length));
}

function scored(text: string, { exact, prefix, suffix, start }: QuoteSelector, place: Place): QuoteMatch {
  const before = text.slice(Math.max(0, place.start - prefix.length), place.start);
  const after = text.slice(place.end, place.end + suffix.length);
  const score =
    WEIGHTS.quote * (1 - place.errors / exact.length) +
    WEIGHTS.prefix * likeness(before, prefix) +
    WEIGHTS.suffix * likeness(after, suffix) +
    WEIGHTS.place * (1 - Math.min(1, Math.abs(place.start - start) / Math.max(1, text.length)));
  return { start: place.start, end: place.end, score };
}

/** How far surroundings are as they were, 0 to 1; 1 where there were none. */
function likeness(now: string, then: string): number {
  if (now === then) return 1;
  if (now === '' || then === '') return then === '' ? 1 : 0;
  const [best] = search(now, then, then.length).sort((a, b) => a.errors - b.errors);
  return best ? 1 - best.errors / then.length : 0;
}

/** UTF-16 offsets of a text → offsets in code points, as the W3C's selectors count. */
export function codePointsOf(text: string, { start, end }: Range): Range {
  const before = [...text.slice(0, start)].length;
  return { start: before, end: before + [...text.slice(start, end)].length };
}

/** The UTF-16 offset of a place that is counted in code points; the text's end for one beyond it. */
export function utf16Of(text: string, codePoints: number): number {
  let at = 0;
  for (let passed = 0; passed < codePoints && at < text.length; passed++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}
