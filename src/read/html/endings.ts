import { isAuthorBox, isDisclaimer } from '../../language/english/author-boxes.ts';
import { announcesOthers, isFurniture } from '../../language/english/furniture.ts';
import { isOffer } from '../../language/english/offers.ts';
import type { LinkedBlock } from './blocks.ts';
import { isProse } from './contents.ts';

/** Blocks at the end among which something of the article still follows what is not of it. */
const REACH = 6;

/**
 * Leaves out what stands under an article: who wrote it, offers, disclaimers, links to others, and headings over
 * nothing. A correction or a line of another kind among them is kept.
 */
export function withoutEnding(blocks: readonly LinkedBlock[], byline: string | undefined): LinkedBlock[] {
  const authors = (byline ?? '').split(/, | and | & /u).filter((name) => name.length > 2);
  const kept: LinkedBlock[] = [];
  let ofArticle = 0;
  for (const block of [...blocks].reverse()) {
    if (ofArticle < REACH && isEnding(block, authors, kept.length, ofArticle)) continue;
    if (isProse(block.text, block.linked * block.text.length)) ofArticle++;
    kept.push(block);
  }
  return kept.length === 0 ? [...blocks] : kept.reverse();
}

/** Without what follows a last heading that announces other articles, where that is mostly links. */
export function beforeLinks(blocks: readonly LinkedBlock[]): LinkedBlock[] {
  const at = blocks.findLastIndex(({ text, linked }) => text.length < 60 && linked < 0.5 && announcesOthers(text));
  if (at < blocks.length / 2) return [...blocks];
  const after = blocks.slice(at + 1);
  const linked = after.filter((block) => block.linked > 0.4).length;
  return after.length > 0 && linked >= after.length / 2 ? blocks.slice(0, at) : [...blocks];
}

function isEnding(block: LinkedBlock, authors: readonly string[], after: number, proseAfter: number): boolean {
  const { text, kind, linked, postNumber } = block;
  if (postNumber !== undefined || kind === 'blockquote') return false;
  if (isAuthorBox(text, authors) || isDisclaimer(text) || isOffer(text) || isFurniture(text)) return true;
  if (kind === 'heading') return after === 0;
  return proseAfter === 0 && linked > 0.85 && text.length < 200;
}
