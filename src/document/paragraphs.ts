import type { Block } from './document.ts';
import type { Range } from './span.ts';

/** If a paragraph is long, this many characters are shown on each side of a place. */
const AROUND = 400;

/** The paragraph around a place, cut if it is long, with the place's offsets in what is returned (UTF-16). */
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

/** Lines of at most this many characters may have been wrapped by hand; a longer line is a paragraph of its own. */
const WRAPPED = 100;

/**
 * Splits plain text into paragraphs, without changing it. Lines between empty lines are one paragraph; but if one of
 * them is too long to have been wrapped by hand, each line is a paragraph.
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
