import { paragraphsOf } from '../../document/index.ts';
import type { ReadBlock } from '../assemble.ts';

/** Text that is all article and whose title is known: its paragraphs as they stand. */
export function printedBlocks(text: string): ReadBlock[] {
  const lines = text.replace(/\r\n?/gu, '\n');
  return paragraphsOf(lines).map(({ kind, start, end }) => ({ kind, text: lines.slice(start, end) }));
}
