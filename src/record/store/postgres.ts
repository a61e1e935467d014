import {
  Kysely,
  type OrderByItemNode,
  PostgresDialect,
  PostgresQueryCompiler,
  type PrimitiveValueListNode,
  type QueryCompiler,
  RawNode,
  sql,
} from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import type { OpenOptions, OpenRecord } from './open.ts';
import { POSTGRES_MIGRATIONS } from './postgres-schema.ts';
import type { Schema } from './schema.ts';

/** Connections of one process. */
const CONNECTIONS = 10;
/** Where no schema is named. */
const SCHEMA = 'onrecord';
const INT8 = 20;

/** Whether a place is an address of Postgres; else it is a file. */
export function isPostgresPlace(place: string): boolean {
  return /^postgres(?:ql)?:\/\//iu.test(place);
}

/** An address taken apart. */
export interface PostgresPlace {
  /** The address that the driver takes. */
  readonly url: string;
  readonly schema: string;
  /** The address without its password. */
  readonly name: string;
}

/** Takes an address apart. Throws `wrong-usage` where it is none, or its schema's name is no plain word. */
export function postgresPlace(place: string): PostgresPlace {
  let url: URL;
  try {
    url = new URL(place);
  } catch {
    throw new OnrecordError(
      'wrong-usage',
      'that is no address of a record; write postgres://user:password@host/database',
    );
  }
  const schema = url.searchParams.get('schema') ?? SCHEMA;
  if (!/^[a-z_][a-z0-9_]{0,50}$/u.test(schema))
    throw new OnrecordError('wrong-usage', `schema=${schema}: give small letters, digits and _ only`);
  url.searchParams.delete('schema');
  const address = url.href;
  if (url.password !== '') url.password = '…';
  if (schema !== SCHEMA) url.searchParams.set('schema', schema);
  return { url: address, schema, name: decodeURI(url.href) };
}

/** Orders nothing before something, and finds nothing among none, as SQLite does. */
class LikeSqlite extends PostgresQueryCompiler {
  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (node.values.length > 0) super.visitPrimitiveValueList(node);
    else this.append('(select null where false)');
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    const isDescending =
      node.direction !== undefined && RawNode.is(node.direction) && node.direction.sqlFragments.join('') === 'desc';
    super.visitOrderByItem({ ...node, nulls: node.nulls ?? (isDescending ? 'last' : 'first') });
  }
}

class Dialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new LikeSqlite();
  }
}

/** Opens a record that is a schema of a Postgres database; see `openRecord`. */
export async function openPostgres(place: string, { mustExist = false }: OpenOptions): Promise<OpenRecord> {
  const { url, schema, name } = postgresPlace(place);
  // Loaded only by who keeps a record there: a start from a file is to be quick.
  const [{ default: pg }, { default: Cursor }] = await Promise.all([import('pg'), import('pg-cursor')]);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    options: `-c search_path=${schema}`,
    connectionTimeoutMillis: 10_000,
    application_name: 'onrecord',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        id === INT8 ? Number : pg.types.getTypeParser(id, format as 'text'),
    } as typeof pg.types,
  });
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new Dialect({ pool, cursor: Cursor }) });
  try {
    await migrate(db, schema, name, mustExist);
  } catch (cause) {
    await db.destroy();
    throw postgresError(cause, place);
  }
  const record: OpenRecord = {
    db,
    store: 'postgres',
    place,
    name,
    transaction: (work) =>
      db.transaction().execute(async (tx) => {
        await takeLock(tx, schema);
        return await work(tx);
      }),
    version: async () => {
      const { rows } = await sql<{ number: number }>`select number from change`.execute(db);
      return String(rows[0]!.number);
    },
    backup: async (to) => {
      const { backupToFile } = await import('./move.ts');
      await backupToFile(record, to);
    },
    claim: async (name) => {
      const client = new pg.Client({ connectionString: url, application_name: `onrecord ${name}` });
      client.on('error', () => undefined);
      await client.connect();
      const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as taken', [`${schema} ${name}`]);
      if (!rows[0].taken) {
        await client.end();
        return undefined;
      }
      return () => client.end();
    },
    close: () => db.destroy(),
  };
  return record;
}

/** One writer at a time, as in a file: whom a document names is decided in the order in which documents come. */
async function takeLock(tx: Kysely<Schema>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`onrecord ${schema}`}))`.execute(tx);
}

async function migrate(db: Kysely<Schema>, schema: string, name: string, mustExist: boolean): Promise<void> {
  const version = await schemaVersion(db, schema);
  if (version === undefined && mustExist)
    throw new OnrecordError('record-missing', `there is no record at ${name}; make one with: onrecord add FILE…`);
  if (version === POSTGRES_MIGRATIONS.length) return;
  await db.transaction().execute(async (tx) => {
    await takeLock(tx, schema);
    // Read again inside: two processes may open a new record at once.
    const now = await schemaVersion(tx, schema);
    if (now !== undefined && now > POSTGRES_MIGRATIONS.length)
      throw new OnrecordError(
        'record-newer',
        `${name} was made by a newer Onrecord (schema ${now}, this one knows ${POSTGRES_MIGRATIONS.length}); install the newer one`,
      );
    if (now === undefined) {
      await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
      const { rows } = await sql`select 1 from information_schema.tables where table_schema = ${schema}`.execute(tx);
      if (rows.length > 0)
        throw new OnrecordError('record-damaged', `the schema ${schema} of ${name} holds another program's tables`);
      await sql`create table onrecord_schema (version integer not null)`.execute(tx);
      await sql`insert into onrecord_schema values (0)`.execute(tx);
    }
    for (let step = now ?? 0; step < POSTGRES_MIGRATIONS.length; step++)
      await sql.raw(POSTGRES_MIGRATIONS[step]!).execute(tx);
    await sql`update ${sql.id(schema, 'onrecord_schema')} set version = ${POSTGRES_MIGRATIONS.length}`.execute(tx);
  });
}

/**
 * The schema's version; undefined where there is no record. The table is named with its schema: a connection that was open
 * before another process made the schema may not look there yet. And it is looked for in a table: `to_regclass` may answer from
 * what the connection remembers of before it waited for the lock.
 */
async function schemaVersion(db: Kysely<Schema>, schema: string): Promise<number | undefined> {
  const { rows } = await sql`
    select 1 from pg_tables where schemaname = ${schema} and tablename = 'onrecord_schema'`.execute(db);
  if (rows.length === 0) return undefined;
  const found = await sql<{ version: number }>`
    select version from ${sql.id(schema, 'onrecord_schema')}`.execute(db);
  return found.rows[0]?.version;
}

/** What Postgres and the way to it report, and what to do; `NAME` stands for the record. */
const ERRORS: Readonly<
  Record<string, readonly ['record-missing' | 'record-busy' | 'record-damaged' | 'disk-full', string]>
> = {
  ECONNREFUSED: ['record-missing', 'nobody answers at NAME; is Postgres running there?'],
  ENOTFOUND: ['record-missing', 'the host of NAME is not known; is it spelt right?'],
  EAI_AGAIN: ['record-missing', 'the host of NAME is not known; is it spelt right, and is there a connection?'],
  ETIMEDOUT: ['record-missing', 'NAME did not answer in time'],
  ECONNRESET: ['record-busy', 'the connection to NAME broke; try again'],
  '3D000': ['record-missing', 'there is no such database: NAME; make it with createdb'],
  '28P01': ['record-missing', 'NAME refuses the password'],
  '28000': ['record-missing', 'NAME refuses this user'],
  '42501': ['record-damaged', 'this user may not write to NAME'],
  '53100': ['disk-full', 'the disk of NAME is full; it keeps what was added before'],
  '53300': ['record-busy', 'NAME has no connection left; try again'],
  '57P01': ['record-busy', 'NAME was shut down; try again'],
  '57P02': ['record-busy', 'NAME crashed and comes back; try again'],
  '57P03': ['record-busy', 'NAME is starting; try again'],
  '40001': ['record-busy', 'NAME is in use by another program; try again'],
  '40P01': ['record-busy', 'NAME is in use by another program; try again'],
};

/** A failure of Postgres as an error that says what to do; other errors pass through. */
export function postgresError(cause: unknown, place: string): unknown {
  if (cause instanceof OnrecordError || !(cause instanceof Error)) return cause;
  const name = isPostgresPlace(place) ? postgresPlace(place).name : place;
  const code = codeOf(cause);
  const known = ERRORS[code];
  if (known) return new OnrecordError(known[0], known[1].replace('NAME', name), { cause });
  if (/Connection terminated|timeout exceeded when trying to connect/u.test(cause.message))
    return new OnrecordError('record-busy', `the connection to ${name} broke; try again`, { cause });
  return cause;
}

function codeOf(cause: Error): string {
  const { code, errors } = cause as { code?: string; errors?: readonly { code?: string }[] };
  return code ?? errors?.find((one) => one.code)?.code ?? '';
}
