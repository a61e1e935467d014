import { bestMatching, hitsOf } from './store/fulltext.ts';
import type { OpenRecord } from './store/record.ts';
import { phrasesQuery, wordsQuery } from './store/text-query.ts';
import type { TextHit } from './store/text-search.ts';

/** A statement or a document with the words that were searched for; only a statement has a `speaker`. */
export interface SearchHit extends TextHit {
  readonly type: 'statement' | 'document';
}

export interface SearchOptions {
  readonly limit?: number;
  readonly thoughts?: boolean | undefined;
}

/**
 * Searches statements and documents for words that must all occur.
 *
 * @param options.limit the most hits of each type
 * @param options.thoughts also what somebody is said to think
 * @returns statements first, then documents, each by rank; empty for a query without letters or digits
 */
export async function search(
  record: OpenRecord,
  words: string,
  { limit = 50, thoughts = false }: SearchOptions = {},
): Promise<SearchHit[]> {
  const query = wordsQuery(words);
  const statements = await hitsOf(record.db, 'statement', query, limit, thoughts);
  const documents = await hitsOf(record.db, 'document', query, limit, thoughts);
  return [
    ...statements.map((hit) => ({ type: 'statement' as const, ...hit })),
    ...documents.map((hit) => ({ type: 'document' as const, ...hit })),
  ];
}

/** How many documents are looked up for each that is wanted, since some may have been removed. */
const SPARE = 2;

/**
 * Ids of documents that share three-word phrases with a passage; those with the most and rarest phrases first.
 *
 * @param words the passage's words in order, without punctuation
 */
export async function findDocumentsLike(record: OpenRecord, words: readonly string[], limit = 20): Promise<string[]> {
  const found = await bestMatching(record.db, 'text', phrasesQuery(words), SPARE * limit);
  if (found.length === 0) return [];
  const rows = await record.db
    .selectFrom('document')
    .select(['rowid', 'id'])
    .where('rowid', 'in', found)
    .where('removed', 'is', null)
    .execute();
  const ids = new Map(rows.map(({ rowid, id }) => [rowid, id]));
  return found.flatMap((rowid) => ids.get(rowid) ?? []).slice(0, limit);
}
