import { sql } from 'kysely';
import type { OpenRecord } from './open.ts';
import { matchWords } from './statements.ts';

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
