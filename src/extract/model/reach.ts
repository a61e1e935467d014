import { overlap, type Range, RangeIndex } from '../../document/index.ts';
import { type Frame, isOnlyQuotation } from '../text/sentences.ts';

/** What may belong together, by where it stands. */
export interface Reach {
  /** Which of several cues a content may belong to. */
  readonly cuesOf: (content: Range, cues: readonly Range[]) => boolean[];
  /** Which of several sources a cue may have. */
  readonly sourcesOf: (cue: Range, sources: readonly Range[]) => boolean[];
}

/**
 * A cue right before a quotation has it: `who once {declared}, <“Never,”>`. Otherwise the two stand in one sentence, or
 * in one paragraph with nothing but quotation between: `“…,” she said. “…”`. What the next paragraph quotes is for
 * `continuation.ts`. A source may stand in a sentence before its cue's, but in none after it: on the held-out tenth of
 * PolNeAR's `train` no such link was right of 18. Without sentences nothing is too far.
 */
export function reachIn(text: string, frames: readonly Frame[]): Reach {
  const index = new RangeIndex(
    frames.map((frame, number) => ({ frame, number })),
    ({ frame }) => [frame],
  );
  const framesAt = (range: Range) => index.near(range).filter(({ frame }) => overlap(frame, range) > 0);
  return {
    cuesOf: (content, cues) => {
      const leading = cues.map((cue) => leadsInto(text, cue, content));
      if (leading.includes(true)) return leading;
      if (frames.length === 0) return cues.map(() => true);
      const own = framesAt(content);
      return cues.map((cue) => {
        const home = framesAt(cue)[0];
        return home !== undefined && own.some(({ number }) => isReached(frames, home.number, number));
      });
    },
    sourcesOf: (cue, sources) => {
      const end = framesAt(cue).at(-1)?.frame.end ?? text.length;
      return sources.map((source) => source.start < end);
    },
  };
}

function leadsInto(text: string, cue: Range, content: Range): boolean {
  const gap = content.start - cue.end;
  return gap >= 0 && gap < 4 && /^[\s,:]*[“"‘'«]$/u.test(text.slice(cue.end, content.start + 1));
}

/** Whether frame `to` is frame `from`, or in its paragraph with nothing but quotation from there on. */
function isReached(frames: readonly Frame[], from: number, to: number): boolean {
  if (frames[from]!.block !== frames[to]!.block) return false;
  const between = from < to ? frames.slice(from + 1, to + 1) : frames.slice(to, from);
  return between.every(isOnlyQuotation);
}
