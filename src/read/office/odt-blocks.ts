import type { BlockKind } from '../../document/index.ts';
import type { ReadBlock } from '../assemble.ts';
import { paragraphBlocks, type Run } from './runs.ts';
import { kindOfStyle } from './styles.ts';
import { type Row, tableBlocks } from './tables.ts';
import { elementsNamed } from './xml.ts';

/** What is no text: what was deleted, comments, tables of contents, what pictures show, programs. */
const LEFT_OUT = new Set(
  'text:tracked-changes office:annotation office:annotation-end text:table-of-content text:illustration-index text:alphabetical-index svg:title svg:desc text:note-citation text:ruby-text office:event-listeners office:forms text:hidden-text text:hidden-paragraph office:binary-data text:sequence-decls text:variable-decls'.split(
    ' ',
  ),
);
/** What stands in a paragraph and holds blocks of its own. */
const FRAMES = new Set(['text:note', 'draw:text-box', 'table:table', 'text:list']);

/** How a style prints, and the named style that it is made from. */
interface Style {
  readonly name: string;
  readonly isStrong: boolean;
}

/** The blocks of a text of OpenDocument; its notes stand at the end. */
export function openDocumentBlocks(root: Element): ReadBlock[] {
  const [text] = elementsNamed(root, 'office:text');
  if (!text) return [];
  const walk = new Walk(stylesIn(root));
  return [...walk.blocksIn(text, 'paragraph'), ...walk.notes];
}

class Walk {
  readonly notes: ReadBlock[] = [];
  readonly #styles: ReadonlyMap<string, Style>;

  constructor(styles: ReadonlyMap<string, Style>) {
    this.#styles = styles;
  }

  blocksIn(parent: Element, kind: BlockKind): ReadBlock[] {
    return [...parent.childNodes].flatMap((node) => (isElement(node) ? this.#blocksOf(node, kind) : []));
  }

  #blocksOf(element: Element, kind: BlockKind): ReadBlock[] {
    const tag = tagOf(element);
    if (LEFT_OUT.has(tag)) return [];
    if (tag === 'text:p' || tag === 'text:h') return this.#paragraph(element, tag === 'text:h' ? 'heading' : kind);
    if (tag === 'text:list') return this.blocksIn(element, 'list-item');
    if (tag === 'table:table') return tableBlocks(this.#rows(element));
    if (tag === 'text:note') {
      this.notes.push(...this.blocksIn(element, 'paragraph'));
      return [];
    }
    return this.blocksIn(element, kind);
  }

  #rows(table: Element): Row[] {
    return [...table.childNodes].filter(isElement).flatMap((child): Row[] => {
      if (tagOf(child) !== 'table:table-row') return this.#rows(child);
      return [[...child.childNodes].filter(isElement).map((cell) => this.blocksIn(cell, 'paragraph'))];
    });
  }

  #paragraph(element: Element, kind: BlockKind): ReadBlock[] {
    const style = this.#styleOf(element);
    const styled = kindOfStyle(style?.name ?? '');
    if (styled === 'left-out') return [];
    const beside: ReadBlock[] = [];
    const runs = this.#runsIn(element, style?.isStrong ?? false, beside);
    return [...paragraphBlocks(styled ?? kind, runs), ...beside];
  }

  /** The words of a paragraph; what is anchored in it is added to `beside`. */
  #runsIn(parent: Element, isStrong: boolean, beside: ReadBlock[]): Run[] {
    return [...parent.childNodes].flatMap((node): Run[] => {
      if (node.nodeType === 3) return [{ text: (node.textContent ?? '').replaceAll('\n', ' '), isStrong }];
      if (!isElement(node) || LEFT_OUT.has(tagOf(node))) return [];
      const tag = tagOf(node);
      if (tag === 'text:s' || tag === 'text:tab') return [{ text: ' ' }];
      if (tag === 'text:line-break') return [{ text: '\n' }];
      if (FRAMES.has(tag)) {
        beside.push(...this.#blocksOf(node, 'paragraph'));
        return [];
      }
      return this.#runsIn(node, isStrong || (this.#styleOf(node)?.isStrong ?? false), beside);
    });
  }

  #styleOf(element: Element): Style | undefined {
    const name = element.getAttribute('text:style-name');
    return name === null ? undefined : (this.#styles.get(name) ?? { name: nameOf(name), isStrong: false });
  }
}

/** The styles of a document by their names; those that programs make up are named for what they are made from. */
function stylesIn(root: Element): Map<string, Style> {
  return new Map(
    elementsNamed(root, 'style:style').map((style) => {
      const name = style.getAttribute('style:name') ?? '';
      const parent = style.getAttribute('style:parent-style-name') ?? name;
      const [print] = elementsNamed(style, 'style:text-properties');
      const isStrong =
        /^(?:bold|[6-9]00)$/u.test(print?.getAttribute('fo:font-weight') ?? '') ||
        print?.getAttribute('fo:font-style') === 'italic';
      return [name, { name: nameOf(parent), isStrong }];
    }),
  );
}

/** "Heading_20_1" → "Heading 1". */
function nameOf(style: string): string {
  return style.replace(/_([0-9a-f]{2})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function isElement(node: ChildNode): node is ChildNode & Element {
  return node.nodeType === 1;
}

function tagOf(element: Element): string {
  return element.tagName.toLowerCase();
}
