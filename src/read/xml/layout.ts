import type { BlockKind } from '../../document/index.ts';
import { table } from '../../language/words.ts';
import type { ReadBlock } from '../assemble.ts';
import type { XmlElement } from './tree.ts';

/** What the elements of NITF, XHTML, TEI and Akoma Ntoso that hold running words are. */
const KINDS = table<BlockKind>({
  ...all('paragraph', 'p ab l seg block div section body body.content table tr pre dd dt summary narrative scene'),
  ...all('heading', 'hl2 h1 h2 h3 h4 h5 h6 head heading subheading docTitle'),
  ...all('list-item', 'li item'),
  ...all('blockquote', 'blockquote bq'),
  ...all('caption', 'caption figcaption media-caption'),
});

/** What nobody reads as part of the text. */
const LEFT_OUT = new Set(
  'media-reference media-metadata media-object media-producer script style figDesc graphic gap recordedTime'.split(' '),
);

function all(kind: BlockKind, names: string): Record<string, BlockKind> {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/** The blocks of an element in the order of the text. Words that stand in no block of their own make one. */
export function blocksIn(root: XmlElement, leftOut: (element: XmlElement) => boolean = () => false): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  let open = '';
  const close = (kind: BlockKind) => {
    if (open.trim() !== '') blocks.push({ kind, text: open });
    open = '';
  };
  const walk = (element: XmlElement, outer: BlockKind) => {
    if (LEFT_OUT.has(element.name) || leftOut(element)) return;
    const own = KINDS[element.name];
    const inner = own === undefined || (own === 'paragraph' && outer !== 'paragraph') ? outer : own;
    if (own) close(outer);
    for (const child of element.children) {
      if (typeof child === 'string') open += child;
      else walk(child, inner);
    }
    if (own) close(inner);
    else if (/^(?:br|td|th|lb|cell)$/u.test(element.name)) open += ' ';
  };
  walk(root, 'paragraph');
  close('paragraph');
  return blocks;
}
