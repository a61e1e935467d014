import { sql } from 'kysely';

/** Whether a statement's speaker has a name that holds these whole words. */
export function isSpeaker(words: string) {
  return sql<boolean>`' ' || lower(replace(replace(statement.speaker, ',', ' '), '’', ' ')) || ' ' like lower(${`% ${likeWords(words)} %`}) escape '\\'`;
}

function likeWords(words: string): string {
  return words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[%_\\]/gu, '\\$&');
}
