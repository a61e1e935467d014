import { tidy } from '../assemble.ts';

/** What an element holds. */
export interface Contents {
  /** Letters of text, white space among them. */
  readonly length: number;
  /** Letters of them inside links. */
  readonly linked: number;
  /** Letters of running prose, and the paragraphs that they make. */
  readonly prose: number;
  readonly paragraphs: number;
  readonly quotations: number;
}

type Sums = { -readonly [Key in keyof Contents]: number };

/** Elements that stand within a line. All others begin a line of their own. */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Letters from which a line can be a paragraph of prose. */
const SHORTEST_PROSE = 70;
const SENTENCE_END = /[.!?…]["”’'»)\]]*(?:\s|$)|[。！？]/u;

/**
 * Whether a line is running prose, whatever its element is called: sentences in ordinary letters, and not mostly links.
 * A list of headlines, a menu and a row of figures are not.
 */
export function isProse(line: string, linked = 0): boolean {
  if (line.length < 40 || linked > line.length * 0.4 || !SENTENCE_END.test(line)) return false;
  if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(line)) return true;
  if (line.length < SHORTEST_PROSE) return false;
  const words = line.match(/\p{L}+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 10 && capitals <= words.length * 0.55;
}

/** What each element of a tree holds, in one pass. */
export function contentsOf(root: Element): Map<Element, Contents> {
  const contents = new Map<Element, Contents>();
  measure(root, contents, false, { text: '', linked: 0 });
  return contents;
}

/** A line that is being put together from the texts within it. */
interface Line {
  text: string;
  linked: number;
}

function measure(element: Element, contents: Map<Element, Contents>, inLink: boolean, outer: Line): Contents {
  const sums: Sums = { length: 0, linked: 0, prose: 0, paragraphs: 0, quotations: 0 };
  const isInline = INLINE.has(element.tagName);
  const isLink = inLink || element.tagName === 'A';
  const line = isInline ? outer : { text: '', linked: 0 };
  const close = () => {
    if (line.text.length >= 40) {
      const text = tidy(line.text);
      if (isProse(text, line.linked)) {
        sums.prose += text.length;
        sums.paragraphs++;
      }
    }
    line.text = '';
    line.linked = 0;
  };
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) {
      const text = child.nodeValue ?? '';
      sums.length += text.length;
      line.text += text;
      if (isLink) {
        sums.linked += text.length;
        line.linked += text.length;
      }
    } else if (child.nodeType === 1) {
      const inner = child as Element;
      if (!INLINE.has(inner.tagName)) close();
      const held = measure(inner, contents, isLink, line);
      sums.length += held.length;
      sums.linked += held.linked;
      sums.prose += held.prose;
      sums.paragraphs += held.paragraphs;
      sums.quotations += held.quotations + (inner.tagName === 'BLOCKQUOTE' ? 1 : 0);
    }
  }
  if (!isInline) close();
  contents.set(element, sums);
  return sums;
}
