/** A part of a document's text: UTF-16 offsets, end exclusive; `text` is exactly `document.text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offsets without their text: UTF-16, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The span of `text` from `start` to `end`.
 *
 * @throws RangeError if the offsets are outside the text or reversed
 */
export function spanOf(text: string, start: number, end: number): Span {
  if (start < 0 || end > text.length || start > end) {
    throw new RangeError(`No span ${start}–${end} in a text of ${text.length} characters`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** The range without white space at its ends. If it has nothing else, the result is empty, at its end. */
export function trimRange(text: string, { start, end }: Range): Range {
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** How many characters (UTF-16 units) two ranges share; 0 if they do not overlap. */
export function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
