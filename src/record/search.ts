import { bestMatching, countHits, hitsOf } from './store/fulltext.ts';
import type { OpenRecord } from './store/record.ts';
import { anyOf, phrasesQuery, type TextQuery, wordsQuery } from './store/text-query.ts';
import type { TextHit } from './store/text-search.ts';

/** A statement or a document with the words that were searched for; only a statement has a `speaker`. */
export interface SearchHit extends TextHit {
  readonly type: 'statement' | 'document';
}

export interface SearchOptions {
  readonly limit?: number;
  readonly thoughts?: boolean | undefined;
}

/** What a search found. */
export interface SearchResult {
  /** Statements first, then documents, each by rank; none for a query without letters or digits. */
  readonly hits: readonly SearchHit[];
  /** How many there are of each in the record, shown or not. */
  readonly totals: { readonly statements: number; readonly documents: number };
  /** Whether each hit has all the words, or any of them because nothing has all. */
  readonly words: 'all' | 'any';
}

/**
 * Searches statements and documents for words, each in any of its forms and in either spelling: "tax" finds taxes, "labour"
 * finds labor. All must occur; where nothing has all of them, any will do.
 *
 * @param options.limit the most hits of each type
 * @param options.thoughts also what somebody is said to think
 */
export async function search(
  record: OpenRecord,
  words: string,
  { limit = 50, thoughts = false }: SearchOptions = {},
): Promise<SearchResult> {
  const all = wordsQuery(words);
  const found = await searchFor(record, all, limit, thoughts);
  const any = anyOf(all);
  if (found.hits.length > 0 || any.length < 2) return { ...found, words: 'all' };
  return { ...(await searchFor(record, any, limit, thoughts)), words: 'any' };
}

async function searchFor(
  record: OpenRecord,
  query: TextQuery,
  limit: number,
  thoughts: boolean,
): Promise<Omit<SearchResult, 'words'>> {
  const statements = await hitsOf(record.db, 'statement', query, limit, thoughts);
  const documents = await hitsOf(record.db, 'document', query, limit, thoughts);
  return {
    hits: [
      ...statements.map((hit) => ({ type: 'statement' as const, ...hit })),
      ...documents.map((hit) => ({ type: 'document' as const, ...hit })),
    ],
    totals: {
      statements: await totalOf(record, 'statement', query, statements.length, limit, thoughts),
      documents: await totalOf(record, 'document', query, documents.length, limit, thoughts),
    },
  };
}

/** Counts only where more may fit than are shown. */
async function totalOf(
  record: OpenRecord,
  searched: 'statement' | 'document',
  query: TextQuery,
  shown: number,
  limit: number,
  thoughts: boolean,
): Promise<number> {
  return shown < limit ? shown : await countHits(record.db, searched, query, thoughts);
}

/** How many documents are looked up for each that is wanted, since some may have been removed. */
const SPARE = 2;

/**
 * Ids of documents that share three-word phrases with a passage; those with the most and rarest phrases first.
 *
 * @param words the passage's words in order, without punctuation
 */
export async function findDocumentsLike(record: OpenRecord, words: readonly string[], limit = 20): Promise<string[]> {
  return documentsWith(record, phrasesQuery(words), limit);
}

/** Words of a phrase that two texts hardly share by chance. */
const TELLING = 6;
/** Documents that print one passage, at most. */
const MOST_PRINTINGS = 200;

/**
 * Ids of the documents that print a passage, or long phrases of it. Unlike those that `findDocumentsLike` finds, long
 * transcripts are among them whatever else shares a few of the words.
 */
export async function findPrintings(record: OpenRecord, words: readonly string[]): Promise<string[]> {
  return documentsWith(record, phrasesQuery(words, Math.min(TELLING, words.length)), MOST_PRINTINGS);
}

async function documentsWith(record: OpenRecord, query: TextQuery, limit: number): Promise<string[]> {
  const found = await bestMatching(record.db, 'text', query, SPARE * limit);
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
