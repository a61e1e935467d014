import type { Insertable, Selectable } from 'kysely';
import type { Column } from './columns.ts';
import type { TABLES } from './tables.ts';

type ColumnsOf<Name extends keyof typeof TABLES> = (typeof TABLES)[Name]['columns'];

/** The tables as Kysely sees them, alike on both stores. */
export type Schema = {
  -readonly [Name in keyof typeof TABLES]: {
    -readonly [Key in keyof ColumnsOf<Name>]: ColumnsOf<Name>[Key] extends Column<infer Value> ? Value : never;
  };
};

/** A document as it is read from the store. */
export type DocumentRow = Selectable<Schema['document']>;

/** A document as it is written to the store. */
export type NewDocumentRow = Insertable<Schema['document']>;

export type LinkRow = Schema['link'];
