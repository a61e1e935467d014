import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { OpenRecord } from '../../../src/record/index.ts';
import { SQLITE_HISTORY } from '../../../src/record/store/sqlite-history.ts';
import { TABLE_LIST, type Table } from '../../../src/record/store/tables.ts';
import { recordPlace } from '../../records.ts';

const POSTGRES = readFileSync(new URL('./released/postgres-0.1.sql', import.meta.url), 'utf8');

/** Makes a record as the released version 0.1 made it, with the rows of a record of the present version; gives its place. */
export async function releasedRecord(folder: string, rows: OpenRecord): Promise<string> {
  const place = recordPlace(folder, 'released');
  if (rows.isShared) await releasedOnPostgres(place, rows);
  else {
    const sqlite = olderFile(place, SQLITE_HISTORY.length);
    sqlite.exec(`attach '${rows.place}' as present`);
    for (const [name, table] of TABLE_LIST) {
      const there = sqlite.pragma(`main.table_info(${name})`) as { readonly name: string }[];
      const columns = storedColumns(
        table,
        there.map((column) => column.name),
      );
      if (columns === '') continue;
      sqlite.exec(`insert into main.${name} (${columns}) select ${columns} from present.${name}`);
    }
    sqlite.close();
  }
  return place;
}

/** Makes an empty SQLite record with only the first steps of the schema, as versions before 0.1 made it. */
export function olderRecord(folder: string, steps: number): string {
  const place = join(folder, `older-${steps}.sqlite`);
  olderFile(place, steps).close();
  return place;
}

function olderFile(place: string, steps: number): Database.Database {
  const sqlite = new Database(place);
  sqlite.pragma('journal_mode = wal');
  for (const step of SQLITE_HISTORY.slice(0, steps)) sqlite.exec(step);
  sqlite.pragma('application_id = 0x6f6e7265');
  sqlite.pragma(`user_version = ${steps}`);
  return sqlite;
}

async function releasedOnPostgres(place: string, rows: OpenRecord): Promise<void> {
  const schema = schemaOf(place);
  await rows.db.connection().execute(async (db) => {
    await sql`create schema ${sql.id(schema)}`.execute(db);
    await sql`set search_path = ${sql.id(schema)}`.execute(db);
    await sql.raw(POSTGRES).execute(db);
    for (const [name, table] of TABLE_LIST) {
      const { rows: there } = await sql<{ column_name: string }>`
        select column_name from information_schema.columns
        where table_schema = ${schema} and table_name = ${name}`.execute(db);
      const columns = storedColumns(
        table,
        there.map((column) => column.column_name),
      );
      if (columns === '') continue;
      await sql
        .raw(`insert into ${schema}.${name} (${columns}) select ${columns} from ${schemaOf(rows.place)}.${name}`)
        .execute(db);
    }
    // The released program drew the numbers of its rows; a sequence does not notice rows that bring their own.
    for (const [name, { columns }] of TABLE_LIST)
      if ('rowid' in columns)
        await sql
          .raw(
            `select setval('${schema}.${name}_rowid_seq', 1 + coalesce(max(rowid), 0), false) from ${schema}.${name}`,
          )
          .execute(db);
    await sql`set search_path = ${sql.id(schemaOf(rows.place))}`.execute(db);
  });
}

/** The schema that an address of Postgres names. */
export function schemaOf(place: string): string {
  return new URL(place).searchParams.get('schema')!;
}

/** The columns of a table that are stored, of those that the released version knew; empty for a table that came later. */
function storedColumns({ columns }: Table, released: readonly string[]): string {
  return Object.keys(columns)
    .filter((name) => !columns[name]!.computed && released.includes(name))
    .join(', ');
}
