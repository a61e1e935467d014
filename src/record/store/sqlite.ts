import { existsSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import { plain } from '../../language/english/name-keys.ts';
import type { OpenOptions, OpenRecord } from './open.ts';
import type { Schema } from './schema.ts';
import { MIGRATIONS, type Migration } from './sqlite-schema.ts';

/** "onre", so that another program's database is not taken for a record. */
const APPLICATION_ID = 0x6f6e7265;

/** Opens a record that is a file; see `openRecord`. */
export async function openSqlite(
  file: string,
  { mustExist = false, migrations = MIGRATIONS }: OpenOptions,
): Promise<OpenRecord> {
  if (mustExist && !existsSync(file)) {
    throw new OnrecordError('record-missing', `there is no record at ${file}; make one with: onrecord add FILE…`);
  }
  const sqlite = openFile(file);
  try {
    await migrate(sqlite, file, migrations);
  } catch (cause) {
    sqlite.close();
    throw sqliteError(cause, file);
  }
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: sqlite }) });
  return {
    db,
    store: 'sqlite',
    place: file,
    name: file,
    transaction: (work) => db.connection().execute((connection) => inTransaction(connection, work)),
    version: async () => {
      const others = sqlite.pragma('data_version', { simple: true });
      const { own } = sqlite.prepare('select total_changes() as own').get() as { own: number };
      return `${others}-${own}`;
    },
    backup: async (to) => {
      if (existsSync(to)) throw new OnrecordError('wrong-usage', `${to} is already there; name a new file`);
      await sqlite.backup(to);
    },
    claim: async (name) => claimFile(`${file}-${name}`),
    close: () => db.destroy(),
  };
}

/** A lock on a file beside the record: the system lets go of it when the process ends, however it ends. */
function claimFile(file: string): (() => Promise<void>) | undefined {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma('locking_mode = exclusive');
    lock.exec('begin exclusive; create table if not exists taken (x)');
  } catch {
    lock.close();
    return undefined;
  }
  return async () => {
    lock.close();
    rmSync(file, { force: true });
  };
}

/** Kysely's own transactions begin without the lock, and hide the cause when SQLite has rolled back by itself. */
async function inTransaction<T>(connection: Kysely<Schema>, work: (tx: Kysely<Schema>) => Promise<T>): Promise<T> {
  await sql`begin immediate`.execute(connection);
  try {
    const result = await work(connection);
    await sql`commit`.execute(connection);
    return result;
  } catch (cause) {
    // A full disk ends the transaction before this does; what matters is the first cause.
    await sql`rollback`.execute(connection).catch(() => undefined);
    throw cause;
  }
}

function openFile(file: string): Database.Database {
  if (existsSync(file) && statSync(file).isDirectory())
    throw new OnrecordError('record-damaged', `${file} is a folder, not a record`);
  try {
    const sqlite = new Database(file, { timeout: 30_000 });
    sqlite.pragma('journal_mode = wal');
    sqlite.pragma('synchronous = normal');
    sqlite.pragma('foreign_keys = on');
    sqlite.function('plain_name', { deterministic: true }, (name) => (typeof name === 'string' ? plain(name) : ''));
    return sqlite;
  } catch (cause) {
    throw sqliteError(cause, file);
  }
}

async function migrate(sqlite: Database.Database, file: string, migrations: readonly Migration[]): Promise<void> {
  const version = () => sqlite.pragma('user_version', { simple: true }) as number;
  const id = sqlite.pragma('application_id', { simple: true }) as number;
  if (version() > 0 && id !== APPLICATION_ID)
    throw new OnrecordError('record-damaged', `${file} is a database of another program`);
  if (version() > migrations.length) {
    throw new OnrecordError(
      'record-newer',
      `${file} was made by a newer Onrecord (schema ${version()}, this one knows ${migrations.length}); install the newer one`,
    );
  }
  if (version() === migrations.length) return;
  if (version() > 0) {
    const copy = `${file}.schema-${version()}.bak`;
    if (!existsSync(copy)) await sqlite.backup(copy);
  }
  // Exclusive, and the version is read again inside: two processes may open a new record at once.
  sqlite
    .transaction(() => {
      for (let step = version(); step < migrations.length; step++) {
        sqlite.exec(migrations[step]!.sql);
        sqlite.pragma(`user_version = ${step + 1}`);
      }
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
    })
    .exclusive();
}

/** A failure of SQLite as an error that says what to do; other errors pass through. */
export function sqliteError(cause: unknown, file: string): unknown {
  if (cause instanceof OnrecordError || !(cause instanceof Error)) return cause;
  const code = (cause as { code?: string }).code ?? '';
  if (/directory does not exist/u.test(cause.message)) {
    return new OnrecordError('record-missing', `the folder of ${file} does not exist; make it first`, { cause });
  }
  if (code === 'SQLITE_FULL')
    return new OnrecordError('disk-full', `the disk is full; ${file} keeps what was added before`, { cause });
  if (code.startsWith('SQLITE_BUSY'))
    return new OnrecordError('record-busy', `${file} is in use by another program; try again`, { cause });
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new OnrecordError('record-damaged', `${file} is no record, or it is damaged`, { cause });
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_CANTOPEN_ISDIR')
    return new OnrecordError(
      'record-missing',
      `${file} cannot be opened; does its folder exist, and may you write there?`,
      { cause },
    );
  if (code.startsWith('SQLITE_READONLY'))
    return new OnrecordError('record-damaged', `${file} cannot be written to`, { cause });
  return code.startsWith('SQLITE_IOERR')
    ? new OnrecordError('disk-full', `${file} cannot be read or written (disk full, or damaged?)`, { cause })
    : cause;
}
