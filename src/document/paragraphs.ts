import type { Block } from './document.ts';

/** Blocks of plain text taken as it is: each run of lines between empty lines is a paragraph. */
export function paragraphsOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gu)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return blocks;
}
