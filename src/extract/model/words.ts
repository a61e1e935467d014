import type { Range } from '../../document/index.ts';
import type { Prepared } from '../text/prepared.ts';

/** Where a word stands, as far as the marks of quotation tell. */
const SETTINGS = ['narration', 'quotation', 'nested quotation'] as const;

/** How a word is printed: the encoder reads lower case only. */
const SHAPES = ['plain', 'Capital', 'CAPITALS', 'number'] as const;

/** What the model sees of a word: letters and digits in a run, or any other character by itself. */
export interface Word extends Range {
  readonly text: string;
  /** `setting × 4 + shape`, indexes into `SETTINGS` and `SHAPES`; 0–11. */
  readonly kind: number;
  /** Index into the document's blocks. */
  readonly block: number;
}

/** The text of the word that parts two blocks. */
export const BREAK = '\n';

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words of a document in the order of the text, with an empty `BREAK` before every block but the first; bylines have none. */
export function wordsOf({ document, quotationIndex }: Pick<Prepared, 'document' | 'quotationIndex'>): Word[] {
  const words = document.blocks.flatMap((block, number) => {
    if (block.kind === 'byline') return [];
    const near = quotationIndex.near(block);
    const pause = { start: block.start, end: block.start, text: BREAK, kind: 0, block: number };
    const printed = Array.from(document.text.slice(block.start, block.end).matchAll(WORD), (match) => {
      const [text] = match;
      const start = block.start + match.index;
      const depth = near.filter((quotation) => quotation.start <= start && start < quotation.end).length;
      const setting = Math.min(depth, SETTINGS.length - 1);
      return { start, end: start + text.length, text, kind: setting * SHAPES.length + shapeOf(text), block: number };
    });
    return [pause, ...printed];
  });
  return words.slice(1);
}

function shapeOf(word: string): number {
  if (/\p{N}/u.test(word)) return SHAPES.indexOf('number');
  if (!/^\p{Lu}/u.test(word)) return SHAPES.indexOf('plain');
  return SHAPES.indexOf(word.length > 1 && word === word.toUpperCase() ? 'CAPITALS' : 'Capital');
}
