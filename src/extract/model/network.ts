import type { Crf } from './crf.ts';
import type { Choices } from './trees.ts';
import type { Window } from './windows.ts';
import type { Vocabulary } from './wordpiece.ts';

/** What the network says of the words that a window is asked for. */
export interface Scores {
  /** Scores of the role labels: `Float32Array, words × 7`. */
  readonly roles: Float32Array;
  /** Scores of the name labels: `Float32Array, words × 7`. */
  readonly names: Float32Array;
  /** For each part that a span may play in a link, a vector of its first and one of its last word: `Float32Array, words × parts × 2 × width`. */
  readonly links: Float32Array;
  /** How likely a cue that begins at the word has no source, as a logit: `Float32Array, words`. */
  readonly noSource: Float32Array;
  /** How likely a content that begins at the word has no cue, as a logit: `Float32Array, words`. */
  readonly noCue: Float32Array;
  /** How likely a cue that begins at the word tells a thought, as a logit: `Float32Array, words`. */
  readonly thought: Float32Array;
  /** The state of each word in the encoder's sixth layer, from which antecedents are found: `Float32Array, words × 384`. */
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

/** Mentions, and their candidate antecedents. */
export interface AntecedentQuestion {
  /** Vectors of the mentions that are asked about: `Float32Array, queries × 1605`. */
  readonly queries: Float32Array;
  /** `Float32Array, candidates × 1605`. */
  readonly candidates: Float32Array;
  /** Buckets of the words from the mention to the candidate: queries × candidates. */
  readonly distances: readonly number[];
  /** The form of the candidate, and whether it ends with the mention's own word: queries × candidates. */
  readonly kinds: readonly number[];
}

/** A trained tagger. Extraction reads no files, so that it is handed one that is loaded. */
export interface Network {
  readonly vocabulary: Vocabulary;
  readonly tables: Tables;
  readonly choices: Choices;
  /** One window at a time, so that its scores never depend on what stands beside it. */
  readonly run: (window: Window) => Promise<Scores>;
  /** The vectors of mentions, `mentions × 1605`, from the encoder states of their first and last words, `mentions × 2 × 384`. */
  readonly mentions: (words: Float32Array) => Promise<Float32Array>;
  /** For each query a score of each candidate and, last, of none of them: `Float32Array, nets × queries × (candidates + 1)`. */
  readonly antecedents: (question: AntecedentQuestion) => Promise<Float32Array>;
}
