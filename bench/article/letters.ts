import type { Document, Range } from '../../src/document/index.ts';

/**
 * Offsets that are the same for an article in every format: how many letters and digits come before a place,
 * counted from the title, without bylines. Spaces, page breaks and punctuation do not count.
 */
export function letterOffsets(document: Document): (range: Range) => [first: number, last: number] {
  const counts = new Uint32Array(document.text.length + 1);
  let count = 0;
  for (let at = 0; at < document.text.length; at++) {
    counts[at] = count;
    const block = document.blocks.find((candidate) => candidate.start <= at && at < candidate.end);
    if (block && block.kind !== 'byline' && /[\p{L}\p{N}]/u.test(document.text[at]!)) count++;
  }
  counts[document.text.length] = count;
  return ({ start, end }) => [counts[start]!, counts[end]!];
}
