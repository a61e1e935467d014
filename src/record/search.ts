import { sql } from 'kysely';
import type { OpenRecord } from './open.ts';
import { matchWords } from './statements/words.ts';

/** A statement or a document that holds the words sought. */
export interface SearchHit {
  readonly type: 'statement' | 'document';
  /** Id of the statement, or of the document. */
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  /** The speaker of a statement. */
  readonly speaker?: string;
  /** The passage, with `[` and `]` around what was found. */
  readonly passage: string;
}

/** Statements first, then documents, each by rank (bm25). Gives nothing for a query without letters or digits. */
export async function search(record: OpenRecord, words: string, limit = 50): Promise<SearchHit[]> {
  const match = matchWords(words);
  if (match === '') return [];
  const statements = await sql<Omit<SearchHit, 'type'>>`
    select statement.id, statement.document, document.title, document.outlet, document.published, statement.speaker,
      snippet(statement_search, 0, '[', ']', '…', 24) as passage
    from statement_search
    join statement on statement.rowid = statement_search.rowid
    join document on document.id = statement.document
    where statement_search match ${match} and document.removed is null
    order by statement_search.rank, statement.rowid limit ${limit}`.execute(record.db);
  const documents = await sql<Omit<SearchHit, 'type'>>`
    select document.id, document.id as document, document.title, document.outlet, document.published,
      snippet(document_search, 1, '[', ']', '…', 24) as passage
    from document_search
    join document on document.rowid = document_search.rowid
    where document_search match ${match} and document.removed is null
    order by document_search.rank, document.rowid limit ${limit}`.execute(record.db);
  return [
    ...statements.rows.map((row) => ({ type: 'statement' as const, ...row })),
    ...documents.rows.map((row) => ({ type: 'document' as const, ...row })),
  ];
}

/** Phrases that are looked for at once, and words to each. */
const PHRASES = 48;
const PHRASE = 3;
/** Of so many phrases in a row one is looked for: what shares eight words with the passage has all of some such row. */
const ROW = 3;

/**
 * Words → an FTS5 query for their phrases of three words, any of them; of fewer words for all of them; undefined for none.
 * Of three phrases in a row that with the longest words is taken, which are the rarest and soonest found.
 */
export function phrasesQuery(words: readonly string[]): string | undefined {
  const phrases = Array.from({ length: Math.max(1, words.length - PHRASE + 1) }, (_, at) =>
    words
      .slice(at, at + PHRASE)
      .join(' ')
      .replace(/[^\p{L}\p{N} ]+/gu, ' '),
  ).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const row = Math.max(ROW, Math.ceil(phrases.length / PHRASES));
  const taken: string[] = [];
  for (let at = 0; at < phrases.length; at += row)
    taken.push(
      phrases.slice(at, at + row).reduce((longest, phrase) => (phrase.length > longest.length ? phrase : longest)),
    );
  return taken.length === 0 ? undefined : taken.map((phrase) => `"${phrase}"`).join(' OR ');
}

/**
 * Ids of the documents that hold phrases of three words of a passage, those with most and rarest first.
 *
 * @param words in order, without marks
 */
export async function findDocumentsLike(record: OpenRecord, words: readonly string[], limit = 20): Promise<string[]> {
  const match = phrasesQuery(words);
  if (match === undefined) return [];
  const { rows } = await sql<{ id: string }>`
    select document.id from document_search join document on document.rowid = document_search.rowid
    where document_search match ${`text : (${match})`} and document.removed is null
    order by document_search.rank, document.rowid limit ${limit}`.execute(record.db);
  return rows.map(({ id }) => id);
}
