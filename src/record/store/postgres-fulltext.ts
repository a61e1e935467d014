import { sql } from 'kysely';
import { classed } from './sql.ts';
import { anyOf, type TextQuery } from './text-query.ts';
import { type FullText, type Searched, type TextHit, WHOLE } from './text-search.ts';

/** In the column `words` the content of a statement and the text of a document have weight A, speakers and titles B. */
const INDEXES: Record<Searched, { table: string; weight: string }> = {
  content: { table: 'statement', weight: 'A' },
  speaker: { table: 'statement', weight: 'B' },
  statement: { table: 'statement', weight: '' },
  text: { table: 'document', weight: 'A' },
  document: { table: 'document', weight: '' },
};

type Term = TextQuery[number][number];

/** Words around the first that was sought, at most. */
const PASSAGE = 24;

/** Full text by `tsvector`, ranked by `ts_rank`, which knows nothing of how rare a word is. */
export const postgresFullText: FullText = {
  rows(searched, query) {
    const { table, match } = matching(searched, query);
    return sql<number>`(select rowid from ${table} where ${match})`;
  },
  async best(db, searched, query, limit) {
    const { table, match, rank } = matching(searched, query);
    const { rows } = await sql<{ rowid: number }>`
      select rowid from ${table} where ${match} order by ${rank} desc, rowid limit ${limit}`.execute(db);
    return rows.map(({ rowid }) => rowid);
  },
  async hits(db, searched, query, limit, thoughts) {
    const { match, rank } = matching(searched, query);
    const { match: bySpeaker } = matching('speaker', anyOf(query));
    const found =
      searched === 'statement'
        ? sql<TextHit>`
          select statement.id, statement.document, document.title, document.outlet, document.published,
            statement.speaker, statement.content as passage
          from statement join document on document.id = statement.document
          where ${match} and document.removed is null ${classed(thoughts)}
          order by ${bySpeaker} desc, ${rank} * least(1, length(statement.content) / ${WHOLE}::real) desc, statement.rowid
          limit ${limit}`
        : sql<TextHit>`
          select document.id, document.id as document, document.title, document.outlet, document.published,
            document.text as passage
          from document
          where ${match} and document.removed is null order by ${rank} desc, document.rowid limit ${limit}`;
    const { rows } = await found.execute(db);
    return rows.map((row) => ({ ...row, passage: passageOf(row.passage, query) }));
  },
  async count(db, searched, query, thoughts) {
    const { match } = matching(searched, query);
    const found =
      searched === 'statement'
        ? sql<{ n: string }>`
          select count(*) as n from statement join document on document.id = statement.document
          where ${match} and document.removed is null ${classed(thoughts)}`
        : sql<{ n: string }>`select count(*) as n from document where ${match} and document.removed is null`;
    return Number((await found.execute(db)).rows[0]!.n);
  },
};

function matching(searched: Searched, query: TextQuery) {
  const { table, weight } = INDEXES[searched];
  const words = tsquery(query, weight);
  const own = sql.ref(`${table}.words`);
  const asked = sql`cast(${words} as tsquery)`;
  return {
    table: sql.table(table),
    match: words === '' ? sql<boolean>`1 = 0` : sql<boolean>`${own} @@ ${asked}`,
    rank: words === '' ? sql<number>`cast(0 as real)` : sql<number>`ts_rank(${own}, ${asked})`,
  };
}

/** A query in the words of `tsquery`, already split as the column `words` is. */
function tsquery(query: TextQuery, weight: string): string {
  return query
    .map((terms) => terms.map((term) => termOf(term, weight)).filter(Boolean))
    .filter((terms) => terms.length > 0)
    .map((terms) => `(${terms.join(' & ')})`)
    .join(' | ');
}

function termOf({ words, prefix = false, others = [] }: Term, weight: string): string {
  const own = phrase(wordsOf(words), prefix, weight);
  if (others.length === 0) return own;
  return `(${[own, ...others.map((word) => phrase(wordsOf(word), false, weight))].join(' | ')})`;
}

function phrase(words: readonly string[], prefix: boolean, weight: string): string {
  const lexemes = words.map((word, i) => {
    const flags = `${prefix && i === words.length - 1 ? '*' : ''}${weight}`;
    return `'${word}'${flags ? `:${flags}` : ''}`;
  });
  return lexemes.length > 1 ? `(${lexemes.join(' <-> ')})` : (lexemes[0] ?? '');
}

/** Letters of a word from which on `search_words` does not keep it; so many fit a `tsquery`, and are found nowhere. */
const TOO_LONG = 500;

/** Words as the function `search_words` of the schema splits them. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, TOO_LONG));
}

/** Some words of a text around the first that was sought, with `[` and `]` around each that was. */
function passageOf(text: string, query: TextQuery): string {
  const sought = query.flat().flatMap(({ words, prefix, others = [] }) => {
    const all = wordsOf(words);
    return [
      ...all.map((word, i) => ({ word, prefix: prefix === true && i === all.length - 1 })),
      ...others.flatMap(wordsOf).map((word) => ({ word, prefix: false })),
    ];
  });
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => {
    const [own = ''] = wordsOf(match[0]);
    return {
      start: match.index,
      end: match.index + match[0].length,
      isSought: sought.some(({ word, prefix }) => (prefix ? own.startsWith(word) : own === word)),
    };
  });
  const first = Math.max(
    0,
    words.findIndex(({ isSought }) => isSought),
  );
  const from = Math.max(0, Math.min(first - PASSAGE / 4, words.length - PASSAGE));
  const shown = words.slice(from, from + PASSAGE);
  if (shown.length === 0) return text.slice(0, 200);
  const isWhole = from + PASSAGE >= words.length;
  let passage = from > 0 ? '…' : '';
  let at = from > 0 ? shown[0]!.start : 0;
  for (const { start, end, isSought } of shown) {
    passage += text.slice(at, start) + (isSought ? `[${text.slice(start, end)}]` : text.slice(start, end));
    at = end;
  }
  return passage + (isWhole ? text.slice(at) : '…');
}
