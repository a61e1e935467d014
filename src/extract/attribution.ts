import type { BlockPost, BlockSpeaker, Range, StatementClass } from '../document/index.ts';
import type { Sentence } from './text/sentences.ts';

/**
 * The spans of one attribution: offsets of its content, cue and source, each possibly in several runs, as in PolNeAR's
 * guidelines (Newell, Margolin and Ruths 2018): quotation marks and "that" belong to the content, auxiliaries to the
 * cue, appositions that identify to the source.
 */
export interface Attribution {
  /** Never empty; in the order of the text. */
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  readonly class: StatementClass;
  /** The probability that this is a statement, 0–1. */
  readonly confidence: number;
  /** How its speaker is known where the words do not say: a transcript's label, a quotation that continues another, or one that answers it. */
  readonly by?: 'label' | 'continued' | 'answered';
  /** Of a turn, who speaks, and of a post, where, as reading found it. */
  readonly speaker?: Pick<BlockSpeaker, 'name' | 'role' | 'channel'>;
  /** Of a post shown in the article, where and when it was posted, with the line that says so. */
  readonly post?: Pick<BlockPost, 'channel' | 'published'> & { readonly signature: Range };
}

/** A cue and its source, without content. */
export type CueWithSource = Pick<Attribution, 'cue' | 'source'>;

/** The sentence of an attribution, and every attribution that has a part in it. */
export interface SentenceContext {
  /** Undefined for an attribution inside a quotation. */
  readonly sentence: Sentence | undefined;
  readonly attributions: readonly Attribution[];
}

/** Where an attribution is anchored: its cue, or its content where it has none. */
export function anchorOf({ cue, content }: Pick<Attribution, 'cue' | 'content'>): Range {
  return cue[0] ?? content[0]!;
}
