import type { Crf } from './crf.ts';
import type { Window } from './windows.ts';
import type { Vocabulary } from './wordpiece.ts';

/** What the network says of the words that a window is asked for, a row a word. */
export interface Scores {
  /** One column a role label. */
  readonly roles: Float32Array;
  /** One column a name label. */
  readonly names: Float32Array;
  /** For each part that a word's span may play in a link, a vector of its first and one of its last word. */
  readonly links: Float32Array;
  /** How far a cue that begins here has no source. */
  readonly noSource: Float32Array;
  /** What one of the encoder's middle layers says of each word, by which antecedents are found. */
  readonly states: Float32Array;
}

/** What decoding needs beside the network; written by `training/` together with it. */
export interface Tables {
  readonly roles: Crf;
  readonly names: Crf;
  readonly links: LinkTables;
  /** Weights of `featuresOf`, in its order. */
  readonly confidence: readonly number[];
}

export interface LinkTables {
  /** Numbers in a vector. */
  readonly width: number;
  /** The parts in the order of their vectors. */
  readonly parts: readonly string[];
  /** By the bucket of the number of words between content and cue, and between cue and source. */
  readonly cueDistance: readonly number[];
  readonly sourceDistance: readonly number[];
}

/** Mentions, and those that they may take up; a row a mention, a column a candidate. */
export interface AntecedentQuestion {
  readonly queries: Float32Array;
  readonly candidates: Float32Array;
  /** Buckets of the words from the mention to the candidate. */
  readonly distances: readonly number[];
  /** The form of the candidate, and whether it ends with the mention's own word. */
  readonly kinds: readonly number[];
}

/** A trained tagger, loaded by whoever may read files: extraction is handed it. */
export interface Network {
  readonly vocabulary: Vocabulary;
  readonly tables: Tables;
  /** One window at a time, so that its scores never depend on what stands beside it. */
  readonly run: (window: Window) => Promise<Scores>;
  /** A vector a mention, from what the encoder says of its first and its last word. */
  readonly mentions: (words: Float32Array) => Promise<Float32Array>;
  /**
   * Of such vectors, for each mention a score a candidate, and one in the last place for none of them; all of one net,
   * then all of the next: nets × queries × (candidates + 1).
   */
  readonly antecedents: (question: AntecedentQuestion) => Promise<Float32Array>;
}
