import { sql } from 'kysely';

/** One value in a list that may be longer than a database takes values; to stand after `in`. */
export function among(values: readonly string[]) {
  return sql<string>`(select value from json_each(cast(${JSON.stringify(values)} as text)))`;
}
