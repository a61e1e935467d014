import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import { migrate } from './migrate.ts';
import type { OpenOptions, OpenRecord } from './record.ts';
import type { Schema } from './schema.ts';
import { createSqlite } from './sqlite-create.ts';
import { APPLICATION_ID, type OpenFile, openFile } from './sqlite-file.ts';
import { SQLITE_HISTORY } from './sqlite-history.ts';

/** Transactions have the write lock from their start, and tell the first cause of a failure. */
class LockingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk ends the transaction before this does.
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

/** Steps of the schema are done in a transaction, whose lock keeps other processes from doing the same. */
class MigratingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Dialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new LockingDriver(this.#config);
  }

  override createAdapter(): DialectAdapter {
    return new MigratingAdapter();
  }
}

/** Opens a record that is a file; see `openRecord`. */
export async function openSqlite(file: string, { mustExist = false }: OpenOptions = {}): Promise<OpenRecord> {
  if (mustExist && !existsSync(file)) throw new OnrecordError('record-missing', `there is no record at ${file}`);
  const opened = opening(file);
  const { sqlite, isReadOnly, after } = opened;
  const db = new Kysely<Schema>({ dialect: new Dialect({ database: sqlite }) });
  const close = async () => {
    await db.destroy();
    after();
  };
  try {
    await bringUpToDate(db, file, opened);
  } catch (cause) {
    // Kysely closes only what was used.
    sqlite.close();
    await close();
    throw sqliteError(cause, file);
  }
  return {
    db,
    place: file,
    name: file,
    isShared: false,
    isReadOnly,
    transaction: (work) => db.transaction().execute(work),
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
    lastNumber: async (table) => {
      const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(db);
      return rows[0]?.seq ?? 0;
    },
    continueFrom: async (tx, numbers) => {
      for (const [table, number] of numbers) {
        await sql`delete from sqlite_sequence where name = ${table}`.execute(tx);
        await sql`insert into sqlite_sequence (name, seq)
          select ${table}, max(coalesce(max(rowid), 0), ${number}) from ${sql.table(table)}`.execute(tx);
      }
    },
    close,
  };
}

function opening(file: string): OpenFile {
  try {
    return openFile(file);
  } catch (cause) {
    throw sqliteError(cause, file);
  }
}

async function bringUpToDate(db: Kysely<Schema>, file: string, { sqlite, isReadOnly }: OpenFile): Promise<void> {
  // While tables are made again, what points to them must stay.
  sqlite.pragma('foreign_keys = off');
  await migrate({
    db,
    kind: 'sqlite',
    name: file,
    isReadOnly,
    stepsDone: async () => {
      const list = sqlite.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get();
      return list ? (sqlite.prepare('select name from kysely_migration order by name').pluck().all() as string[]) : [];
    },
    noted: async () => sqlite.pragma('user_version', { simple: true }) as number,
    note: async (_, number) => {
      sqlite.pragma(`application_id = ${APPLICATION_ID}`);
      sqlite.pragma(`user_version = ${number}`);
    },
    run: async (_, statements) => {
      sqlite.exec(statements);
    },
    create: createSqlite,
    history: (from) => SQLITE_HISTORY.slice(from),
    keepCopy: async (number) => {
      const copy = `${file}.schema-${number}.bak`;
      if (!existsSync(copy)) await sqlite.backup(copy);
    },
  });
  sqlite.pragma('foreign_keys = on');
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

/** What SQLite reports by the beginning of its code, and what to do; `FILE` stands for the record. */
const ERRORS: readonly (readonly [
  string,
  'record-missing' | 'record-busy' | 'record-damaged' | 'record-read-only' | 'disk-full',
  string,
])[] = [
  ['SQLITE_FULL', 'disk-full', 'the disk is full; FILE keeps what was added before'],
  ['SQLITE_BUSY', 'record-busy', 'FILE is in use by another program; try again'],
  ['SQLITE_NOTADB', 'record-damaged', 'FILE is not a record, or it is damaged'],
  ['SQLITE_CORRUPT', 'record-damaged', 'FILE is damaged; restore it from a backup'],
  ['SQLITE_CANTOPEN', 'record-missing', 'FILE cannot be opened; does its folder exist, and may you write there?'],
  ['SQLITE_READONLY', 'record-read-only', 'FILE cannot be written to'],
  ['SQLITE_IOERR', 'disk-full', 'FILE cannot be read or written (disk full, or damaged?)'],
];

/** A failure of SQLite as an error that says what to do; other errors pass through. */
export function sqliteError(cause: unknown, file: string): unknown {
  if (cause instanceof OnrecordError || !(cause instanceof Error)) return cause;
  if (/directory does not exist/u.test(cause.message))
    return new OnrecordError('record-missing', `the folder of ${file} does not exist; make it first`, { cause });
  const { code = '' } = cause as { code?: string };
  if (code === 'EACCES' || code === 'EPERM')
    return new OnrecordError('record-missing', `${file} cannot be read; may you read it?`, { cause });
  // Computed columns read the JSON of their row.
  if (code === 'SQLITE_ERROR' && /malformed JSON/u.test(cause.message))
    return new OnrecordError(
      'record-damaged',
      `${file} is damaged: a row holds no valid JSON; restore it from a backup`,
      {
        cause,
      },
    );
  const known = ERRORS.find(([beginning]) => code.startsWith(beginning));
  return known ? new OnrecordError(known[1], known[2].replace('FILE', file), { cause }) : cause;
}
