import type { Block, DocumentDetails, Range, Span } from '../../document/index.ts';

/** How a printed quotation compares with its source. */
export type Match =
  /** Verbatim, in whole sentences. */
  | 'whole'
  /** A verbatim excerpt that begins or ends inside a sentence, or has edits marked by brackets or an ellipsis. */
  | 'part'
  /** The words that a machine recognised in a picture of the source: verbatim only where it read them right. */
  | 'recognised'
  /** An excerpt that leaves out words which change its meaning. */
  | 'clipped'
  /** Words were changed, inserted or dropped without a sign. */
  | 'altered'
  /** Passages from different places, printed as one quotation. */
  | 'stitched'
  /** Found only in another document, or said by somebody else. */
  | 'elsewhere'
  /** Found nowhere. */
  | 'not-found'
  /** Found nowhere, and no document is held in which the speaker speaks in their own words. */
  | 'source-not-held';

export type DifferenceKind =
  | 'inserted'
  | 'dropped'
  | 'changed'
  | 'bracketed'
  | 'ellipsis'
  /** Words of the same sentence, left out before or after the excerpt. */
  | 'before'
  | 'after'
  /** Another spelling of the same word. */
  | 'spelling'
  /** Different punctuation between the same words. */
  | 'punctuation';

/** One difference between a printed quotation and its source. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The words in the quotation; missing if they are only in the source. */
  readonly printed?: string;
  /** The words in the source; missing if they are only in the quotation. */
  readonly source?: string;
  /** True if it changes the meaning: a "not", an "if", another number. */
  readonly turnsSense?: boolean;
}

/** How words stand in a document. */
export type Standing =
  /** In the speaker's own words: a turn of a transcript, or what the document's author writes or is quoted with in it. */
  | 'own'
  /** As somebody's words, in quotation marks. */
  | 'quoted'
  /** As what somebody said, told without quotation marks. */
  | 'paraphrased'
  /** As nobody's in particular. */
  | 'narration';

/** What names a document to people. */
export type Heading = Pick<DocumentDetails, 'title' | 'outlet' | 'published'>;

/** Where a source has the quoted words, or the most similar ones. */
export interface SourcePassage extends Span, Heading {
  /** Id of the document. */
  readonly document: string;
  /** Who says it there, if known. */
  readonly speaker?: string;
  /** How sure the machine is of its letters, 0–1, where one recognised them in a picture. */
  readonly recognised?: number;
  readonly standing: Standing;
}

/** Another passage with the quoted words, or nearly. */
export interface Printing extends SourcePassage {
  /** How the quotation compares with it. */
  readonly match: Match;
  readonly likeness: number;
}

/** Why a quotation is `elsewhere`. */
export type ElsewhereReason =
  /** Another document than the given source has it. */
  | 'another-document'
  /** Somebody else says it. */
  | 'another-speaker'
  /** Others quote or tell it, but none of the speaker's own words that are held have it. */
  | 'only-quoted';

/** The result of checking a printed quotation against its sources. */
export interface Fidelity {
  readonly quote: string;
  readonly match: Match;
  /** Only for `elsewhere`. */
  readonly reason?: ElsewhereReason;
  /** Share of the printed words that the passage has in the same order, 0–1. */
  readonly likeness: number;
  /** One passage; for a stitched quotation, one for each piece; none if nothing is similar. */
  readonly sources: readonly SourcePassage[];
  readonly differences: readonly Difference[];
  /** Every other passage that was found with the same words, or nearly; the speakers' own words first. */
  readonly printings: readonly Printing[];
}

/** A block of a source, and how sure a machine is of its letters, 0–1, where one recognised them in a picture. */
type SourceBlock = Range & Pick<Block, 'recognised'>;

/** What one person says in a source: a turn of a transcript, a quotation in a press release. */
export interface Voice {
  /** As the source prints the name: "CAPTAIN REYK", "Stellan Brandt". */
  readonly speaker: string;
  readonly content: readonly Range[];
  /** How the words stand there; own words where it is not told. */
  readonly standing?: Exclude<Standing, 'narration'>;
}

/** A document that quotations are checked against. */
export interface Source extends Heading {
  /** Id of the document. */
  readonly document: string;
  readonly text: string;
  /** Paragraphs, headings and so on. No sentence crosses their ends. */
  readonly blocks: readonly SourceBlock[];
  /** Who says what in the source, as far as known. */
  readonly voices: readonly Voice[];
  /** Attributions inside a quotation ("…,” she said, “…"), which are skipped when it is compared. */
  readonly asides?: readonly Range[];
}
