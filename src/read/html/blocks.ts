import type { BlockKind } from '../../document/index.ts';
import { type ReadBlock, tidy } from '../assemble.ts';

/** A block with how much of it are links, 0–1; with the number of the post that it shows, if it shows one. */
export interface LinkedBlock extends ReadBlock {
  readonly linked: number;
  readonly postNumber?: number;
}

const BLOCK_TAGS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE FIGURE FIGCAPTION PRE TABLE TBODY THEAD TR TD TH CENTER HR ADDRESS DETAILS SUMMARY'.split(
    ' ',
  ),
);

/** The blocks of an element in reading order. Text that stands in no block of its own makes a paragraph. */
export function blocksIn(root: Element): LinkedBlock[] {
  const blocks: LinkedBlock[] = [];
  let open = '';
  let linked = 0;
  let strong = 0;
  let inStrong = false;
  let inLink = false;
  const close = (kind: BlockKind) => {
    const text = tidy(open);
    const isStrong = text !== '' && strong >= lettersIn(text);
    if (text !== '')
      blocks.push({
        kind: isCredited(text) ? 'caption' : kind,
        text,
        linked: Math.min(1, linked / text.length),
        ...(isStrong ? { isStrong } : {}),
      });
    open = '';
    linked = 0;
    strong = 0;
  };
  const walk = (node: Node, kind: BlockKind) => {
    if (node.nodeType === 3) {
      open += node.textContent;
      if (inLink) linked += tidy(node.textContent ?? '').length;
      if (inStrong) strong += lettersIn(node.textContent ?? '');
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const tag = element.tagName.toUpperCase();
    const post = element.getAttribute('data-post');
    if (post !== null) {
      close(kind);
      blocks.push({ kind: 'blockquote', text: tidy(element.textContent ?? ''), linked: 0, postNumber: Number(post) });
      return;
    }
    if (tag === 'BR') {
      if (isDoubleBreak(element)) close(kind);
      else open += ' ';
      return;
    }
    const cell = (tag === 'TD' || tag === 'TH') && !element.querySelector('p, div, ul, ol, table, h1, h2, h3');
    if (cell) open += ' ';
    const own = BLOCK_TAGS.has(tag) && !cell;
    const inner = kindOf(element, tag, kind);
    if (own) close(kind);
    const outer = { inLink, inStrong };
    inLink ||= tag === 'A';
    inStrong ||= /^(?:B|STRONG|I|EM)$/u.test(tag);
    for (let child = element.firstChild; child; child = child.nextSibling) walk(child, inner);
    inLink = outer.inLink;
    inStrong = outer.inStrong;
    if (own) close(inner);
  };
  walk(root, 'paragraph');
  close('paragraph');
  return blocks;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** "… outside a store in Hialeah. (AP Photo/Ada Quill)", "Ada Quill | Bloomberg | Getty Images": a picture's line. */
function isCredited(text: string): boolean {
  return (
    text.length < 400 &&
    /(?:\((?:AP|AFP|EPA|PA|Photo|Image|Picture|Credit)\b[^)]{0,80}\)|\((?:[^)]{0,40})(?:Getty(?: Images)?|Reuters|Shutterstock|via AP)\)|[|/] ?(?:Getty Images|Bloomberg|Reuters|AFP|Shutterstock)|\((?:Image|Photo|Picture)(?: credit)?: [^)]{1,60}\))$/u.test(
      text,
    )
  );
}

function isDoubleBreak(element: Element): boolean {
  let next = element.nextSibling;
  while (next && next.nodeType === 3 && next.textContent!.trim() === '') next = next.nextSibling;
  return next?.nodeType === 1 && (next as Element).tagName.toUpperCase() === 'BR';
}

function kindOf(element: Element, tag: string, outer: BlockKind): BlockKind {
  if (/^H[1-6]$/u.test(tag)) return 'heading';
  if (tag === 'FIGCAPTION' || tag === 'FIGURE' || isCaption(element)) return 'caption';
  if (tag === 'BLOCKQUOTE') return 'blockquote';
  if (tag === 'LI' || tag === 'DT' || tag === 'DD') return outer === 'caption' ? outer : 'list-item';
  return outer;
}

function isCaption(element: Element): boolean {
  const marks = element.getAttribute('class') ?? '';
  return (
    /caption(?!ed)|(?:photo|image|media|picture)[-_]?(?:credit|info|source|desc)|(?:^|[\s_-])credits?(?:$|[\s_-])/iu.test(
      marks,
    ) && element.textContent!.length < 700
  );
}
