import { type Document, type Range, RangeIndex } from '../../document/index.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A document with what every later step needs of it: its quotations, and the sentences of its narration. */
export interface Prepared {
  readonly document: Document;
  readonly quotations: readonly Quotation[];
  /** In the order of the text; bylines have none. */
  readonly sentences: readonly Sentence[];
}

/** Finds the quotations and the sentences of a document. */
export function prepare(document: Document): Prepared {
  const quotations = findQuotations(document);
  const index = new RangeIndex(quotations, (quotation) => [quotation]);
  const sentences = document.blocks.flatMap((block, number) =>
    block.kind === 'byline' ? [] : sentencesOf(document.text, block, index.near(block), number),
  );
  return { document, quotations, sentences };
}

/**
 * The labelled spans of one attribution: offsets of its content, cue and source, each possibly in several runs, as in
 * PolNeAR's guidelines (Newell, Margolin and Ruths 2018): quotation marks and "that" belong to the content,
 * auxiliaries to the cue, appositions that identify to the source.
 */
export interface Attribution {
  /** Never empty; in the order of the text. */
  readonly content: readonly Range[];
  readonly cue: readonly Range[];
  readonly source: readonly Range[];
  /** How sure the tagger is that this is a statement, 0–1. */
  readonly confidence: number;
  /**
   * Where the spans need not be read from the words: a transcript's label, a quotation that carries on, one that answers
   * what another asked.
   */
  readonly by?: 'label' | 'continued' | 'answered';
}

/** What stands around an attribution: its sentence, and the attributions that have a part in it. */
export interface Surroundings {
  /** Undefined for an attribution inside a quotation. */
  readonly sentence: Sentence | undefined;
  readonly attributions: readonly Attribution[];
}
