import type { Block } from './document.ts';
import type { Range } from './span.ts';

/** Characters around a place that are shown, where its paragraph is longer. */
const AROUND = 400;

/** The paragraph that a place stands in, cut around it where it is long, and where in it the place stands. */
export function paragraphAround(
  text: string,
  blocks: readonly Block[],
  { start, end }: Range,
): { text: string; start: number; end: number } {
  const block = blocks.find((one) => one.start <= start && start < one.end) ?? { start, end };
  const from = Math.max(block.start, start - AROUND);
  const until = Math.min(Math.max(block.end, end), end + AROUND);
  return { text: text.slice(from, until), start: start - from, end: end - from };
}

/** Lines up to this long may have been broken by hand; a longer line is a paragraph by itself. */
const WRAPPED = 100;

/**
 * Blocks of plain text taken as it is. Each run of lines between empty lines is a paragraph; where a run has lines
 * too long to have been broken by hand, each line is one.
 */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gu)) {
    const lines = match[0].split('\n');
    if (lines.length === 1 || lines.every((line) => line.length <= WRAPPED)) add(blocks, match.index, match[0]);
    else {
      let at = match.index;
      for (const line of lines) {
        add(blocks, at, line);
        at += line.length + 1;
      }
    }
  }
  return blocks;
}

function add(blocks: Block[], start: number, printed: string): void {
  const lead = printed.length - printed.trimStart().length;
  const words = printed.trim();
  if (words !== '') blocks.push({ kind: 'paragraph', start: start + lead, end: start + lead + words.length });
}
