import type { Kysely, RawBuilder } from 'kysely';
import type { Schema } from './schema.ts';
import type { TextQuery } from './text-query.ts';

/**
 * What is searched: the `content` of statements, who says it (`speaker`), or both (`statement`); the `text` of documents,
 * or that and their titles (`document`).
 */
export type Searched = 'content' | 'speaker' | 'statement' | 'text' | 'document';

/** Letters of a statement's content from which it counts as whole; shorter ones count for less the shorter they are. */
export const WHOLE = 120;

/** What a search found; `passage` has `[` and `]` around the words that were sought. */
export interface TextHit {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly speaker?: string;
  readonly passage: string;
}

/** A store's way to search its text: words are runs of letters and digits, without accents, whatever their capitals. */
export interface FullText {
  /** A subquery of the rows of statements or documents that fit; to stand after `in`. */
  rows(searched: Searched, query: TextQuery): RawBuilder<number>;
  /** Rows that fit, those with most and rarest words first. */
  best(db: Kysely<Schema>, searched: Searched, query: TextQuery, limit: number): Promise<number[]>;
  /**
   * What fits of what is not removed, as it is shown; of statements only what was said, or `thoughts` too. Statements of
   * a speaker who is named in the query come first, then those with most and rarest words; fragments count for less.
   */
  hits(
    db: Kysely<Schema>,
    searched: 'statement' | 'document',
    query: TextQuery,
    limit: number,
    thoughts: boolean,
  ): Promise<TextHit[]>;
  /** How much fits of what `hits` shows. */
  count(db: Kysely<Schema>, searched: 'statement' | 'document', query: TextQuery, thoughts: boolean): Promise<number>;
}
