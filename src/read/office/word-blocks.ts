import type { BlockKind } from '../../document/index.ts';
import type { ReadBlock } from '../assemble.ts';
import { paragraphBlocks, type Run } from './runs.ts';
import { kindOfStyle } from './styles.ts';
import { type Row, tableBlocks } from './tables.ts';

/** A part of a document as Mammoth keeps it. */
interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: unknown;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly noteType?: string;
  readonly noteId?: string;
}

/** A document as Mammoth keeps it, tracked changes accepted. */
export interface WordDocument extends WordNode {
  readonly notes: { readonly resolve: (reference: WordNode) => { readonly body: readonly WordNode[] } | null };
}

/** The blocks of a document; its notes stand at the end, in the order in which the text refers to them. */
export function wordBlocks(document: WordDocument): ReadBlock[] {
  const blocks = blocksOf(document.children ?? []);
  const notes = referencesIn(document).flatMap((reference) => blocksOf(document.notes.resolve(reference)?.body ?? []));
  return [...blocks, ...notes];
}

function blocksOf(nodes: readonly WordNode[]): ReadBlock[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return paragraphOf(node);
    if (node.type !== 'table') return blocksOf(node.children ?? []);
    const rows: Row[] = (node.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => blocksOf(cell.children ?? [])),
    );
    return tableBlocks(rows);
  });
}

function paragraphOf(paragraph: WordNode): ReadBlock[] {
  const styled = kindOfStyle(paragraph.styleName ?? '');
  if (styled === 'left-out') return [];
  const kind: BlockKind = styled ?? (paragraph.numbering ? 'list-item' : 'paragraph');
  return paragraphBlocks(kind, runsIn(paragraph, false));
}

function runsIn(node: WordNode, isStrong: boolean): Run[] {
  if (node.type === 'text') return [{ text: node.value ?? '', isStrong }];
  if (node.type === 'tab') return [{ text: ' ' }];
  if (node.type === 'break') return [{ text: '\n' }];
  const strong = isStrong || Boolean(node.isBold) || Boolean(node.isItalic);
  return (node.children ?? []).flatMap((child) => runsIn(child, strong));
}

function referencesIn(node: WordNode): WordNode[] {
  if (node.type === 'noteReference') return [node];
  return (node.children ?? []).flatMap(referencesIn);
}
