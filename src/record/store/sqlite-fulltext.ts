import { type RawBuilder, sql } from 'kysely';
import { classed } from './sql.ts';
import { anyOf, type TextQuery } from './text-query.ts';
import { type FullText, type Searched, type TextHit, WHOLE } from './text-search.ts';

/** The table of an index, and the column that alone is searched. */
const INDEXES: Record<Searched, { table: string; column?: string }> = {
  content: { table: 'statement_search', column: 'content' },
  speaker: { table: 'statement_search', column: 'speaker' },
  statement: { table: 'statement_search' },
  text: { table: 'document_search', column: 'text' },
  document: { table: 'document_search' },
};

/** Full text by FTS5, ranked by bm25. */
export const sqliteFullText: FullText = {
  rows(searched, query) {
    const { table, match } = matching(searched, query);
    return sql<number>`(select rowid from ${table} where ${match})`;
  },
  async best(db, searched, query, limit) {
    if (query.length === 0) return [];
    const { table, match } = matching(searched, query);
    const { rows } = await sql<{ rowid: number }>`
      select rowid from ${table} where ${match} order by rank limit ${limit}`.execute(db);
    return rows.map(({ rowid }) => rowid);
  },
  async hits(db, searched, query, limit, thoughts) {
    if (query.length === 0) return [];
    const { match } = matching(searched, query);
    const found =
      searched === 'statement'
        ? sql<TextHit>`
          select statement.id, statement.document, document.title, document.outlet, document.published, statement.speaker,
            snippet(statement_search, 0, '[', ']', '…', 24) as passage
          from statement_search
          join statement on statement.rowid = statement_search.rowid
          join document on document.id = statement.document
          where ${match} and document.removed is null ${classed(thoughts)}
          order by statement.rowid in ${this.rows('speaker', anyOf(query))} desc,
            statement_search.rank * min(1.0, length(statement.content) * 1.0 / ${WHOLE}), statement.rowid limit ${limit}`
        : sql<TextHit>`
          select document.id, document.id as document, document.title, document.outlet, document.published,
            snippet(document_search, 1, '[', ']', '…', 24) as passage
          from document_search
          join document on document.rowid = document_search.rowid
          where ${match} and document.removed is null
          order by document_search.rank, document.rowid limit ${limit}`;
    return (await found.execute(db)).rows;
  },
  async count(db, searched, query, thoughts) {
    const rows = this.rows(searched, query);
    const found =
      searched === 'statement'
        ? sql<{ n: number }>`
          select count(*) as n from statement join document on document.id = statement.document
          where statement.rowid in ${rows} and document.removed is null ${classed(thoughts)}`
        : sql<{ n: number }>`select count(*) as n from document where rowid in ${rows} and removed is null`;
    return (await found.execute(db)).rows[0]!.n;
  },
};

function matching(searched: Searched, query: TextQuery): { table: RawBuilder<unknown>; match: RawBuilder<boolean> } {
  const { table, column } = INDEXES[searched];
  const words = query
    .map((terms) => terms.map(termOf).join(' AND '))
    .map((all) => (query.length > 1 ? `(${all})` : all))
    .join(' OR ');
  const name = sql.table(table);
  return {
    table: name,
    match:
      query.length === 0
        ? sql<boolean>`1 = 0`
        : sql<boolean>`${name} match ${column === undefined ? words : `${column} : (${words})`}`,
  };
}

function termOf({ words, prefix, others = [] }: TextQuery[number][number]): string {
  if (others.length === 0) return `"${words}"${prefix ? '*' : ''}`;
  return `(${[words, ...others].map((word) => `"${word}"`).join(' OR ')})`;
}
