import { type Kysely, sql } from 'kysely';
import type { Schema } from '../store/schema.ts';
import { isExactly } from '../store/sql.ts';

/** Whether the name of a statement's speaker contains these whole words. */
export function isSpeaker(words: string) {
  return sql<boolean>`' ' || lower(replace(replace(statement.speaker, ',', ' '), '’', ' ')) || ' ' like lower(${`% ${likeWords(words)} %`}) escape '\\'`;
}

/** Whether a statement's speaker has exactly this name. Compares twice, because the index of both stores ignores case. */
export function isSpeakerNamed(db: Kysely<Schema>, name: string) {
  return isExactly(db, 'statement.speaker', name);
}

function likeWords(words: string): string {
  return words
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[%_\\]/gu, '\\$&');
}
