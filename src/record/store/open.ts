import type { Kysely } from 'kysely';
import { isPostgresPlace, openPostgres } from './postgres.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import type { Migration } from './sqlite-schema.ts';

/** An open record: a SQLite file, or a schema of a Postgres database. What is one store's alone is in this folder. */
export interface OpenRecord {
  readonly db: Kysely<Schema>;
  readonly store: 'sqlite' | 'postgres';
  /** What opens it again: a file, or a `postgres://` address, which may hold a password. */
  readonly place: string;
  /** The place as it may be printed. */
  readonly name: string;
  /**
   * Runs `work` in one transaction that has the record's write lock from its start: all of it is kept, or nothing.
   * Inside, only `tx` may be used; a query beside it would wait for ever.
   */
  transaction<T>(work: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Another value after every change of the record, by whomever it was made; the same while nothing changes. */
  version(): Promise<string>;
  /** Copies the record, while others may write to it, to a new SQLite file. Throws when that file exists. */
  backup(to: string): Promise<void>;
  /**
   * Takes a name that one process may have at a time, whatever becomes of that process; undefined where another has it.
   *
   * @returns what lets go of it
   */
  claim(name: string): Promise<(() => Promise<void>) | undefined>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Refuse to make a record where there is none. */
  readonly mustExist?: boolean;
  /** The steps of a SQLite record's schema; the program's own unless a test hands in others. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens a record, made new where there is none unless `mustExist`. An older record is migrated; of a SQLite file a copy
 * is kept beside it.
 *
 * @param place a file, or `postgres://user:password@host/database?schema=onrecord`
 * @throws OnrecordError `record-missing`, `record-newer`, `record-damaged`, `record-busy`
 */
export async function openRecord(place: string, options: OpenOptions = {}): Promise<OpenRecord> {
  return isPostgresPlace(place) ? await openPostgres(place, options) : await openSqlite(place, options);
}
