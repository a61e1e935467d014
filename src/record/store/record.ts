import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import type { TableName } from './tables.ts';

/** An open record: a SQLite file, or a schema of a Postgres database. What only one store has is in this folder. */
export interface OpenRecord {
  readonly db: Kysely<Schema>;
  /** What opens it again: a file, or a `postgres://` address, which may hold a password. */
  readonly place: string;
  /** The place as it may be printed. */
  readonly name: string;
  /** Whether workers on several machines may share it, by a queue that stands in the same database. */
  readonly isShared: boolean;
  /** Whether it can only be asked: its file, or the folder of it, cannot be written to. */
  readonly isReadOnly: boolean;
  /**
   * Runs `work` in one transaction that has the record's write lock from its start: all of it is kept, or nothing.
   * Inside, only `tx` may be used; a query beside it would wait for ever.
   */
  transaction<T>(work: (tx: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Another value after every change of the record, whoever made it; the same while nothing changes. */
  version(): Promise<string>;
  /** Copies the record, while others may write to it, to a new SQLite file. Throws when that file exists. */
  backup(to: string): Promise<void>;
  /**
   * Takes a name that one process may have at a time; it is free again when that process ends, however it ends.
   *
   * @returns what gives it back; undefined where another process has it
   */
  claim(name: string): Promise<(() => Promise<void>) | undefined>;
  /** The highest row number that a table has given out, to a row that may be gone by now; 0 where it has given none. */
  lastNumber(table: TableName): Promise<number>;
  /** Readies tables that were filled from another record: numbers go on after these, and questions are planned anew. */
  continueFrom(tx: Kysely<Schema>, numbers: ReadonlyMap<TableName, number>): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Refuse to make a record where there is none. */
  readonly mustExist?: boolean;
}
