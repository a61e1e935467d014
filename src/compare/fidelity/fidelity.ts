import type { Range, Span } from '../../document/index.ts';
import type { Voice } from './voices.ts';

/** How a printed quotation stands to its source; the words are those of the design: see ARCHITECTURE.md. */
export type Match =
  /** Verbatim, to the ends of its sentences. */
  | 'whole'
  /** A verbatim excerpt that begins or ends inside a sentence, or with honest edits. */
  | 'part'
  /** An excerpt whose dropped words turn the sense. */
  | 'clipped'
  /** Words changed, inserted or dropped without saying so. */
  | 'altered'
  /** Pieces from distant places printed as one. */
  | 'stitched'
  /** Not in the source given, or said there by somebody else; found in another document or of another speaker. */
  | 'elsewhere'
  /** Nowhere in what is held. */
  | 'not-found'
  /** Nowhere, and no document is held in which the speaker speaks for themselves. */
  | 'source-not-held';

export type DifferenceKind =
  | 'inserted'
  | 'dropped'
  | 'changed'
  | 'bracketed'
  | 'ellipsis'
  /** Words of the same sentence before or after the excerpt. */
  | 'before'
  | 'after'
  /** Another spelling of the same word. */
  | 'spelling'
  /** Another mark between the same words. */
  | 'punctuation';

/** One difference between a printed quotation and its source. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly printed?: string;
  readonly source?: string;
  /** Whether it turns what was said: a "not", an "if", another number. */
  readonly turnsSense?: boolean;
}

/** Where a source has the words, or in the case of none the likest ones. */
export interface SourcePassage extends Span {
  /** Id of the document. */
  readonly document: string;
  /** Who says it there, where that is known. */
  readonly speaker?: string;
}

/** A printed quotation checked against its source. */
export interface Fidelity {
  readonly quote: string;
  readonly match: Match;
  /** Share of the printed words that the passage has, in order, 0–1. */
  readonly likeness: number;
  /** One passage; of a stitched quotation one a piece; none where nothing is like it. */
  readonly sources: readonly SourcePassage[];
  readonly differences: readonly Difference[];
}

/** A document that quotations are checked against. */
export interface Source {
  /** Id of the document. */
  readonly document: string;
  readonly text: string;
  /** Paragraphs, headings and the like: no sentence runs over their ends. */
  readonly blocks: readonly Range[];
  readonly voices: readonly Voice[];
  /** Words of saying in the middle of a quotation ("…,” she said, “…"), which no quotation of it prints. */
  readonly asides?: readonly Range[];
}
