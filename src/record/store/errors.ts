import { postgresError } from './postgres.ts';
import { sqliteError } from './sqlite.ts';

/**
 * A failure of the store as an error that says what to do; other errors pass through.
 *
 * @param place what opened the record, or what it is called
 */
export function recordError(cause: unknown, place: string): unknown {
  return postgresError(sqliteError(cause, place), place);
}
