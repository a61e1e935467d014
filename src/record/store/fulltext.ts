import type { Kysely } from 'kysely';
import { postgresFullText } from './postgres-fulltext.ts';
import type { Schema } from './schema.ts';
import { isPostgres } from './sql.ts';
import { sqliteFullText } from './sqlite-fulltext.ts';
import type { TextQuery } from './text-query.ts';
import type { FullText, Searched } from './text-search.ts';

function fullText(db: Kysely<Schema>): FullText {
  return isPostgres(db) ? postgresFullText : sqliteFullText;
}

/** A subquery of the rows of statements or documents that fit; to stand after `in`. */
export const rowsMatching = (db: Kysely<Schema>, searched: Searched, query: TextQuery) =>
  fullText(db).rows(searched, query);

/** Rows that fit, those with most and rarest words first. */
export const bestMatching: FullText['best'] = (db, searched, query, limit) =>
  fullText(db).best(db, searched, query, limit);

/** What fits of what is not removed, as it is shown; of statements only what was said, or `thoughts` too. */
export const hitsOf: FullText['hits'] = (db, searched, query, limit, thoughts) =>
  fullText(db).hits(db, searched, query, limit, thoughts);

/** How much fits of what is not removed. */
export const countHits: FullText['count'] = (db, searched, query, thoughts) =>
  fullText(db).count(db, searched, query, thoughts);
