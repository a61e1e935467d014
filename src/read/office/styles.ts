import type { BlockKind } from '../../document/index.ts';

/** Names of styles, as programs give them in English whatever their language, and the blocks that they stand for. */
const KINDS: readonly (readonly [name: RegExp, kind: BlockKind | 'left-out'])[] = [
  [/^title$/iu, 'title'],
  [/^(?:heading|subtitle|subheading)\b/iu, 'heading'],
  [/^(?:caption|figure|illustration|drawing|photo credit)$/iu, 'caption'],
  [/^(?:intense )?quote$|^(?:quotations?|block text|block quotation)$/iu, 'blockquote'],
  [/^list\b/iu, 'list-item'],
  [/^(?:byline|author)$/iu, 'byline'],
  [/^(?:toc|contents|table of figures|index)\b|^(?:header|footer)(?: (?:left|right))?$/iu, 'left-out'],
];

/** What a paragraph of a style is; `left-out` for tables of contents and heads of pages. Undefined for what tells nothing. */
export function kindOfStyle(name: string): BlockKind | 'left-out' | undefined {
  return KINDS.find(([pattern]) => pattern.test(name.trim()))?.[1];
}
