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

export function selectorOf(text: string, { start, end }: Range): QuoteSelector {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(end, end + AROUND),
    start,
  };
}

/** Where a quotation stands now: at its place, else where most of its surroundings fit; undefined where it is gone. */
export function locate(text: string, { exact, prefix, suffix, start }: QuoteSelector): Range | undefined {
  if (exact === '') return undefined;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  let best: { at: number; fit: number } | undefined;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const fit =
      common(reversed(text.slice(Math.max(0, at - AROUND), at)), reversed(prefix)) +
      common(text.slice(at + exact.length, at + exact.length + AROUND), suffix);
    if (!best || fit > best.fit) best = { at, fit };
  }
  return best && { start: best.at, end: best.at + exact.length };
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** How many characters two texts begin with alike. */
function common(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
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
