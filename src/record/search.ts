import { bestMatching, hitsOf } from './store/fulltext.ts';
import type { OpenRecord } from './store/record.ts';
import { phrasesQuery, wordsQuery } from './store/text-query.ts';
import type { TextHit } from './store/text-search.ts';

/** A statement or a document that holds the words sought; `speaker` of a statement alone. */
export interface SearchHit extends TextHit {
  readonly type: 'statement' | 'document';
}

/** Statements first, then documents, each by rank. Gives nothing for a query without letters or digits. */
export async function search(record: OpenRecord, words: string, limit = 50): Promise<SearchHit[]> {
  const query = wordsQuery(words);
  const statements = await hitsOf(record.db, 'statement', query, limit);
  const documents = await hitsOf(record.db, 'document', query, limit);
  return [
    ...statements.map((hit) => ({ type: 'statement' as const, ...hit })),
    ...documents.map((hit) => ({ type: 'document' as const, ...hit })),
  ];
}

/** Documents that are found for each that is wanted: some of them may be removed. */
const SPARE = 2;

/**
 * Ids of the documents that hold phrases of three words of a passage, those with most and rarest first.
 *
 * @param words in order, without marks
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
