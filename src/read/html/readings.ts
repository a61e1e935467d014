import type { BodySource } from '../../document/index.ts';
import type { LinkedBlock } from './blocks.ts';
import { lettersOf } from './body.ts';

/** One reading of an article's body, and where it stands in the page. */
export interface Reading {
  readonly from?: BodySource;
  readonly blocks: readonly LinkedBlock[];
}

/** How much longer another reading must be to be taken before the one that is shown. */
const FULLER = 1.35;
/** Letters that make a text of an article. */
const LEAST = 250;

/**
 * The reading that is to be kept: the text that the page shows, unless one of those that it keeps for machines is much fuller
 * (it is shown only to who pays, or put in place by a script).
 */
export function fullest(shown: readonly LinkedBlock[], others: readonly Reading[]): Reading {
  let best: Reading = { blocks: shown };
  for (const other of others) {
    const length = lengthOf(other.blocks);
    if (length >= LEAST && length > FULLER * lengthOf(best.blocks)) best = other;
  }
  return best;
}

/** How much of the text shown the structured data must hold to tell where the article ends. */
const WHOLE = 0.75;

/**
 * Without what stands under the last paragraph that the structured data has, where that holds the whole article. A correction
 * stays, for it may have come later.
 */
export function upToEnd(shown: readonly LinkedBlock[], articleBody: string | undefined): readonly LinkedBlock[] {
  if (articleBody === undefined) return shown;
  const told = lettersOf(articleBody);
  if (told.length < WHOLE * lengthOf(shown)) return shown;
  const isTold = ({ text }: LinkedBlock) => told.includes(lettersOf(text).slice(0, 60));
  const last = shown.findLastIndex((block) => block.kind !== 'heading' && block.text.length > 20 && isTold(block));
  const after = shown.slice(last + 1);
  if (last < 0 || lengthOf(after) > lengthOf(shown) / 4) return shown;
  return [
    ...shown.slice(0, last + 1),
    ...after.filter(
      (block) =>
        block.postNumber !== undefined || block.kind === 'caption' || /\b(?:correct|clarif|amend)/iu.test(block.text),
    ),
  ];
}

export function lengthOf(blocks: readonly LinkedBlock[]): number {
  return blocks.reduce((sum, { kind, text }) => sum + (kind === 'caption' ? 0 : lettersOf(text).length), 0);
}

/**
 * A text without tags, as structured data holds it, in paragraphs. Where the lines were joined, a new one begins after a stop
 * that no space follows: "… said.The council …".
 */
export function plainParagraphs(body: string): string[] {
  const lines = body.split(/\s*\n\s*|\s{3,}/u).filter((line) => line !== '');
  if (lines.length > 1) return lines;
  return body.split(/(?<=\p{Ll}[.!?]["”’]?)(?=[“"‘]?\p{Lu}\p{Ll})/u);
}
