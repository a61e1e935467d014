import { type Document, type Range, RangeIndex } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';
import { postsOf } from './posts.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { turnsOf } from './turns.ts';

/** A document with what every later step needs of it, each found once. */
export interface Prepared {
  readonly document: Document;
  readonly quotations: readonly Quotation[];
  readonly quotationIndex: RangeIndex<Quotation>;
  /** The sentences of the narration, in the order of the text; bylines have none. */
  readonly sentences: readonly Sentence[];
  readonly sentenceIndex: RangeIndex<Sentence>;
  /** The turns of a transcript, an interview or a speech. */
  readonly turns: readonly Attribution[];
  /** The posts that the document shows. */
  readonly posts: readonly Attribution[];
}

/** Finds the quotations, the sentences and the turns of a document. */
export function prepare(document: Document): Prepared {
  const quotations = findQuotations(document);
  const quotationIndex = indexed(quotations);
  const sentences = document.blocks.flatMap((block, number) =>
    block.kind === 'byline' ? [] : sentencesOf(document.text, block, quotationIndex.near(block), number),
  );
  return {
    document,
    quotations,
    quotationIndex,
    sentences,
    sentenceIndex: indexed(sentences),
    turns: turnsOf(document),
    posts: postsOf(document),
  };
}

/**
 * The inside of a content as if it were a document of one paragraph, without sentences or turns.
 *
 * @param quotations those inside `content`
 */
export function prepareContent(document: Document, content: Range, quotations: readonly Quotation[]): Prepared {
  return {
    document: { ...document, blocks: [{ kind: 'paragraph', ...content }] },
    quotations,
    quotationIndex: indexed(quotations),
    sentences: [],
    sentenceIndex: indexed<Sentence>([]),
    turns: [],
    posts: [],
  };
}

function indexed<T extends Range>(values: readonly T[]): RangeIndex<T> {
  return new RangeIndex(values, (value) => [value]);
}
