import type { Kysely, RawBuilder } from 'kysely';
import { postgresFullText } from './postgres-fulltext.ts';
import type { Schema } from './schema.ts';
import { isPostgres } from './sql.ts';
import { sqliteFullText } from './sqlite-fulltext.ts';
import type { TextQuery } from './text-query.ts';

/**
 * What is searched: the `content` of statements, or that and who says it (`statement`); the `text` of documents, or that
 * and their titles (`document`).
 */
export type Searched = 'content' | 'statement' | 'text' | 'document';

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
  /** What fits of what is not removed, as it is shown. */
  hits(db: Kysely<Schema>, searched: 'statement' | 'document', query: TextQuery, limit: number): Promise<TextHit[]>;
}

function fullText(db: Kysely<Schema>): FullText {
  return isPostgres(db) ? postgresFullText : sqliteFullText;
}

export const rowsMatching = (db: Kysely<Schema>, searched: Searched, query: TextQuery) =>
  fullText(db).rows(searched, query);

export const bestMatching: FullText['best'] = (db, searched, query, limit) =>
  fullText(db).best(db, searched, query, limit);

export const hitsOf: FullText['hits'] = (db, searched, query, limit) => fullText(db).hits(db, searched, query, limit);
