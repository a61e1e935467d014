import { Readability } from '@mozilla/readability';
import { isFurniture } from '../../language/english/furniture.ts';
import { blocksIn, type LinkedBlock } from './blocks.ts';
import { contentsOf, isProse } from './contents.ts';
import { beforeLinks } from './endings.ts';

/** How many times the text chosen the page's fullest element must hold in prose before it is taken for the article. */
const FULLER = 2;

/**
 * The blocks of a page's article. Readability chooses an element by its classes and paragraphs; it may choose the first box of
 * several, or leave out what looks odd. So it is checked by what the page holds: the innermost element with most of its prose.
 * Its paragraphs between those chosen belong to the article; if it holds much more, it is the article. Changes the document.
 */
export function bodyOf(document: Document): LinkedBlock[] {
  const all = withoutTeasers(ofArticle(blocksIn(fullestElement(document.body))));
  const article = new Readability(document, {
    charThreshold: 250,
    keepClasses: true,
    serializer: (element) => element,
  }).parse();
  const content = article?.content as unknown as Element | undefined;
  const chosen = content ? ofArticle(blocksIn(content)) : [];
  return proseIn(all) > FULLER * lengthOf(chosen) ? all : filled(chosen, all);
}

/** Without the lines under headings that are links: they tell what other articles are about. */
function withoutTeasers(blocks: readonly LinkedBlock[]): LinkedBlock[] {
  let underLink = 0;
  return blocks.filter((block) => {
    if (block.kind === 'heading') underLink = block.linked > 0.8 ? 3 : 0;
    else underLink--;
    return underLink <= 0;
  });
}

/** Prose of which an inner element must hold as much for the one around it to be no part of the choice. */
const MOST = 0.8;

function fullestElement(body: Element): Element {
  const contents = contentsOf(body);
  let at = body;
  for (;;) {
    const least = contents.get(at)!.prose * MOST;
    const inner = [...at.children].find(
      (child) => contents.get(child)!.prose >= least && contents.get(child)!.paragraphs > 1,
    );
    if (!inner || least === 0 || contents.get(inner)!.paragraphs < 2) return at;
    at = inner;
  }
}

/** The blocks chosen, with those paragraphs of prose that the page has between them. */
function filled(chosen: readonly LinkedBlock[], all: readonly LinkedBlock[]): LinkedBlock[] {
  const letters = chosen.map((block) => lettersOf(block.text));
  const known = letters.join('\n');
  const places = new Map(letters.map((text, i) => [text, i]));
  const missing = new Map<number, LinkedBlock[]>();
  let place: number | undefined;
  let waiting: LinkedBlock[] = [];
  for (const block of all) {
    const text = lettersOf(block.text);
    const at = places.get(text);
    if (at !== undefined) {
      if (place !== undefined && waiting.length > 0) missing.set(place, [...(missing.get(place) ?? []), ...waiting]);
      waiting = [];
      place = at;
    } else if (place !== undefined && isParagraph(block) && !known.includes(text)) waiting.push(block);
  }
  return chosen.flatMap((block, i) => [block, ...(missing.get(i) ?? [])]);
}

function isParagraph(block: LinkedBlock): boolean {
  return (
    block.postNumber !== undefined ||
    (block.kind !== 'caption' && isProse(block.text, block.linked * block.text.length))
  );
}

function proseIn(blocks: readonly LinkedBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isParagraph(block) ? block.text.length : 0), 0);
}

function lengthOf(blocks: readonly LinkedBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** Without furniture, lists of links, and what is printed twice, as for narrow screens. */
export function ofArticle(blocks: readonly LinkedBlock[]): LinkedBlock[] {
  const seen = new Set<string>();
  const once = blocks.filter(({ text, kind }) => {
    if (text.length < 60 || kind === 'blockquote') return true;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
  return withoutLinkLists(
    beforeLinks(once).filter((block) => block.postNumber !== undefined || !isFurniture(block.text)),
  );
}

/** Lists and lone lines that are nothing but links lead elsewhere; so does a heading that only led to them. */
function withoutLinkLists(blocks: readonly LinkedBlock[]): LinkedBlock[] {
  const onlyLink = (block: LinkedBlock) =>
    block.postNumber === undefined &&
    block.linked > 0.85 &&
    block.kind !== 'heading' &&
    (block.kind === 'list-item' || block.text.length < 130) &&
    !/[.!?]["”’]?$/u.test(block.text);
  const kept: LinkedBlock[] = [];
  let next: LinkedBlock | undefined;
  for (const [i, block] of [...blocks.entries()].reverse()) {
    if (onlyLink(block)) continue;
    const after = blocks[i + 1];
    const ledOn = next === undefined || (after !== next && next.kind === 'heading');
    next = block;
    if (block.kind !== 'heading' || !ledOn) kept.push(block);
  }
  return kept.reverse();
}

export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
