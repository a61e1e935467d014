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

/** Whether a column has exactly this value; found by the index of the column that counts capitals as one. */
export function isExactly(db: Kysely<Schema>, column: string, value: string) {
  const own = sql.ref(column);
  return isPostgres(db)
    ? sql<boolean>`(lower(${own}) = lower(${value}) and ${own} = ${value})`
    : sql<boolean>`(${own} = ${value} collate nocase and ${own} = ${value})`;
}

/** The end of a condition that lets only statements of what was said through, unless `thoughts` are wanted too. */
export function classed(thoughts: boolean) {
  return thoughts ? sql`` : sql`and statement.class = 'speech'`;
}
