import { paragraphsOf } from '../../document/index.ts';
import type { ReadBlock } from '../assemble.ts';
import { wholeParagraphs } from '../divided.ts';

/** Text that is all article and whose title is known: its paragraphs as they stand, with divided words whole. */
export function printedBlocks(text: string): ReadBlock[] {
  const lines = text.replace(/\r\n?/gu, '\n');
  const paragraphs = paragraphsOf(lines).map(({ start, end }) => lines.slice(start, end));
  return wholeParagraphs(paragraphs).map((printed) => ({ kind: 'paragraph', text: printed }));
}
