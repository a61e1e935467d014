/** Rows that go into one statement of SQL: databases bound how many values one may hold. */
const CHUNK = 400;

/** Rows in parts of a size that a database takes at once. */
export function* chunks<T>(rows: readonly T[], size = CHUNK): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}
