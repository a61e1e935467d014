import { sql } from 'kysely';

/** Whether a statement's speaker has a name that holds these whole words. */
export function isSpeaker(words: string) {
  return sql<boolean>`' ' || replace(replace(statement.speaker, ',', ' '), '’', ' ') || ' ' like ${`% ${likeWords(words)} %`} escape '\\'`;
}

function likeWords(words: string): string {
  return words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[%_\\]/gu, '\\$&');
}

/** A person's words → an FTS5 query: all words, phrases in quotation marks, `*` at a word's end for its beginnings. */
export function matchWords(words: string): string {
  const terms = [...words.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)].map((match) => match[1] ?? match[2]!);
  return terms
    .map((term) => ({ term: term.replace(/["“”*]/gu, ' ').trim(), prefix: term.endsWith('*') }))
    .filter(({ term }) => /[\p{L}\p{N}]/u.test(term))
    .map(({ term, prefix }) => `"${term}"${prefix ? '*' : ''}`)
    .join(' AND ');
}

/** Phrasings → an FTS5 query for any of them. */
export function matchAny(phrasings: string | readonly string[]): string {
  if (typeof phrasings === 'string') return matchWords(phrasings);
  const queries = phrasings.map(matchWords).filter((query) => query !== '');
  return queries.length > 0 ? queries.map((query) => `(${query})`).join(' OR ') : '';
}
