/** A run of a document's text: UTF-16 offsets, end exclusive; `text` is exactly `document.text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Offsets without their text, where the text is not needed yet. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The span of `text` from `start` to `end`. Throws a RangeError when the offsets lie outside the text or are reversed. */
export function spanOf(text: string, start: number, end: number): Span {
  if (start < 0 || end > text.length || start > end) {
    throw new RangeError(`No span ${start}–${end} in a text of ${text.length} characters`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** The range without white space at its ends; empty (at `start`) when it held nothing else. */
export function trimRange(text: string, { start, end }: Range): Range {
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Number of characters that both ranges share. */
export function overlap(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
