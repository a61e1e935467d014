import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Whether a connection is one to Postgres. */
export function isPostgres(db: Kysely<Schema>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** One value in a list that may be longer than a database takes values; to stand after `in`. */
export function among(values: readonly string[]) {
  return sql<string>`(select value from json_each(cast(${JSON.stringify(values)} as text)))`;
}
