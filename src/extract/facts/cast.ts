import { RangeIndex } from '../../document/index.ts';
import type { Frame } from '../print/frames.ts';
import type { Prepared } from '../tagger.ts';
import { findMentions, type Mention } from './mentions.ts';
import { groupMentions, type Named } from './people.ts';

/** Who is named in a document, and where. */
export interface Cast {
  readonly frames: RangeIndex<Frame>;
  /** The number of each frame, from the document's first. */
  readonly numbers: ReadonlyMap<Frame, number>;
  readonly named: readonly Named[];
  /** Every mention with whom it names, in the order of the text. */
  readonly mentions: readonly { readonly mention: Mention; readonly named: Named }[];
}

/** Finds the names in a document's narration, those of one person or organisation together. */
export function castOf({ document, frames }: Prepared): Cast {
  const named = groupMentions(findMentions(document.text, frames));
  return {
    frames: new RangeIndex(frames, (frame) => [frame]),
    numbers: new Map(frames.map((frame, i) => [frame, i])),
    named,
    mentions: named
      .flatMap((one) => one.mentions.map((mention) => ({ mention, named: one })))
      .sort((a, b) => a.mention.start - b.mention.start),
  };
}

/** How many mentions begin before the place. */
export function mentionsBefore({ mentions }: Cast, place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.mention.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
