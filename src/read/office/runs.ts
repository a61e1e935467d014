import type { BlockKind } from '../../document/index.ts';
import type { ReadBlock } from '../assemble.ts';

/** Words of a paragraph that are printed alike. A line break is "\n". */
export interface Run {
  readonly text: string;
  /** Bold or italic. */
  readonly isStrong?: boolean;
}

/** A list's mark that was typed, or that a program wrote out. */
const MARK = /^\s*[•◦▪‣\uf0b7]\s+/u;

/**
 * A paragraph as a block; as several where writers broke its lines by hand after a sentence, as between the turns of an
 * interview. Any other line break is a space.
 */
export function paragraphBlocks(kind: BlockKind, runs: readonly Run[]): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let open: Run[] = [];
  const close = () => {
    const text = open.map((run) => run.text).join('');
    const isMarked = kind === 'paragraph' && MARK.test(text);
    const words = isMarked ? text.replace(MARK, '') : text;
    if (words.trim() !== '')
      blocks.push({
        kind: isMarked ? 'list-item' : kind,
        text: words,
        ...(isAllStrong(open) ? { isStrong: true } : {}),
      });
    open = [];
  };
  for (const { text, ...print } of runs) {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0 && endsSentence(open)) close();
      else if (i > 0) open.push({ text: ' ' });
      if (line !== '') open.push({ text: line, ...print });
    }
  }
  close();
  return blocks;
}

function isAllStrong(runs: readonly Run[]): boolean {
  return runs.every(({ text, isStrong }) => isStrong || !/[\p{L}\p{N}]/u.test(text));
}

/** Letters that are looked at. */
const TAIL = 10;

function endsSentence(runs: readonly Run[]): boolean {
  const tail = runs
    .slice(-TAIL)
    .map(({ text }) => text)
    .join('')
    .slice(-TAIL);
  return /[.!?][”"’')\]]{0,2}\s*$/u.test(tail);
}
