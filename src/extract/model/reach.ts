import { overlap, type Range, RangeIndex } from '../../document/index.ts';
import { isOnlyQuotation, type Sentence } from '../text/sentences.ts';

/** What may belong together, by where it stands. */
export interface Reach {
  /** Which of several cues a content may belong to. */
  readonly cuesOf: (content: Range, cues: readonly Range[]) => boolean[];
  /** Which of several sources a cue may have. */
  readonly sourcesOf: (cue: Range, sources: readonly Range[]) => boolean[];
}

/**
 * A quotation belongs to a cue right before it: `who once {declared}, <“Never,”>`. Otherwise the two stand in one
 * sentence, or in one paragraph with nothing but quotations between: `“…,” she said. “…”`. What the next paragraph quotes
 * is for `continuation.ts`. A source may stand in a sentence before its cue's, but not after it: of 18 such links in the
 * held-out tenth of PolNeAR's `train` none was right. Without sentences nothing is too far.
 */
export function reachIn(text: string, sentences: readonly Sentence[]): Reach {
  const index = new RangeIndex(
    sentences.map((sentence, number) => ({ sentence, number })),
    ({ sentence }) => [sentence],
  );
  const sentencesAt = (range: Range) => index.near(range).filter(({ sentence }) => overlap(sentence, range) > 0);
  return {
    cuesOf: (content, cues) => {
      const leading = cues.map((cue) => leadsInto(text, cue, content));
      if (leading.includes(true)) return leading;
      if (sentences.length === 0) return cues.map(() => true);
      const contentSentences = sentencesAt(content);
      return cues.map((cue) => {
        const cueSentence = sentencesAt(cue)[0];
        return (
          cueSentence !== undefined &&
          contentSentences.some(({ number }) => isReached(sentences, cueSentence.number, number))
        );
      });
    },
    sourcesOf: (cue, sources) => {
      const end = sentencesAt(cue).at(-1)?.sentence.end ?? text.length;
      return sources.map((source) => source.start < end);
    },
  };
}

function leadsInto(text: string, cue: Range, content: Range): boolean {
  const gap = content.start - cue.end;
  return gap >= 0 && gap < 4 && /^[\s,:]*[“"‘'«]$/u.test(text.slice(cue.end, content.start + 1));
}

/** Whether sentence `to` is sentence `from`, or in its paragraph with nothing but quotation from there on. */
function isReached(sentences: readonly Sentence[], from: number, to: number): boolean {
  if (sentences[from]!.block !== sentences[to]!.block) return false;
  const between = from < to ? sentences.slice(from + 1, to + 1) : sentences.slice(to, from);
  return between.every(isOnlyQuotation);
}
