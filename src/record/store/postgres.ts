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
import { migrate } from './migrate.ts';
import { createPostgres } from './postgres-create.ts';
import type { OpenOptions, OpenRecord } from './record.ts';
import type { Schema } from './schema.ts';
import { TABLE_LIST, TABLES, type TableName } from './tables.ts';

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

/**
 * Opens a record that is a schema of a Postgres database; see `openRecord`.
 *
 * @param copyTo copies the record to a new SQLite file
 */
export async function openPostgres(
  place: string,
  { mustExist = false }: OpenOptions,
  copyTo: (record: OpenRecord, file: string) => Promise<void>,
): Promise<OpenRecord> {
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
    await bringUpToDate(db, schema, name, mustExist);
  } catch (cause) {
    await db.destroy();
    throw postgresError(cause, place);
  }
  const record: OpenRecord = {
    db,
    place,
    name,
    isShared: true,
    isReadOnly: false,
    transaction: (work) =>
      db.transaction().execute(async (tx) => {
        await takeLock(tx, schema);
        return await work(tx);
      }),
    version: async () => {
      const { rows } = await sql<{ number: number }>`select number from change`.execute(db);
      return String(rows[0]!.number);
    },
    backup: (to) => copyTo(record, to),
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
    lastNumber: async (table) => {
      const { rows } = await sql<{ last: number }>`
        select case when is_called then last_value else last_value - 1 end as last
        from ${sql.table(sequenceOf(table))}`.execute(db);
      return rows[0]!.last;
    },
    continueFrom,
    close: () => db.destroy(),
  };
  return record;
}

/** The sequence of a table's row numbers, as Postgres names it. */
function sequenceOf(table: TableName): string {
  return `${table}_rowid_seq`;
}

async function continueFrom(tx: Kysely<Schema>, numbers: ReadonlyMap<TableName, number>): Promise<void> {
  for (const [table, { columns }] of TABLE_LIST)
    if ('rowid' in columns)
      await sql`select setval(${sequenceOf(table)}, 1 + greatest(max(rowid), ${numbers.get(table) ?? 0}), false)
        from ${sql.table(table)}`.execute(tx);
  // Else the first questions are planned as if the tables were empty.
  await sql`analyze ${sql.join(Object.keys(TABLES).map((table) => sql.table(table)))}`.execute(tx);
}

/** One writer at a time, as in a file: whom a document names is decided in the order in which documents come. */
async function takeLock(tx: Kysely<Schema>, schema: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`onrecord ${schema}`}))`.execute(tx);
}

async function bringUpToDate(db: Kysely<Schema>, schema: string, name: string, mustExist: boolean): Promise<void> {
  const isThere = await hasTable(db, schema, NOTED);
  if (!isThere && mustExist) throw new OnrecordError('record-missing', `there is no record at ${name}`);
  if (!isThere) await refuseForeign(db, schema, name);
  await migrate({
    db,
    kind: 'postgres',
    name,
    isReadOnly: false,
    schema,
    stepsDone: async () => {
      if (!(await hasTable(db, schema, STEPS))) return [];
      const { rows } = await sql<{ name: string }>`select name from ${sql.id(schema, STEPS)} order by name`.execute(db);
      return rows.map(({ name }) => name);
    },
    noted: async (db) => {
      if (!(await hasTable(db, schema, NOTED))) return 0;
      const { rows } = await sql<{ version: number }>`select version from ${sql.id(schema, NOTED)}`.execute(db);
      return rows[0]?.version ?? 0;
    },
    note: async (tx, number) => {
      await sql`create table if not exists ${sql.id(schema, NOTED)} (version integer not null)`.execute(tx);
      await sql`delete from ${sql.id(schema, NOTED)}`.execute(tx);
      await sql`insert into ${sql.id(schema, NOTED)} values (${number})`.execute(tx);
    },
    run: async (tx, statements) => {
      // A connection that was open before the schema was made does not look there yet.
      await sql`set local search_path = ${sql.id(schema)}`.execute(tx);
      await sql.raw(statements).execute(tx);
    },
    create: createPostgres,
    // The only older version is the one of 0.1.
    history: () => [],
    keepCopy: async () => undefined,
  });
}

/** The table in which 0.1 looks for the number of the schema, and that of Kysely's Migrator. */
const NOTED = 'onrecord_schema';
const STEPS = 'kysely_migration';

/**
 * It is looked for in a table: `to_regclass` may answer from what the connection remembers of before it waited for a
 * lock.
 */
async function hasTable(db: Kysely<Schema>, schema: string, table: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_tables where schemaname = ${schema} and tablename = ${table}`.execute(db);
  return rows.length > 0;
}

/** Refuses a schema that holds tables of another program; those of Kysely's Migrator are made before a record's. */
async function refuseForeign(db: Kysely<Schema>, schema: string, name: string): Promise<void> {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables where schemaname = ${schema}`.execute(db);
  if (rows.some(({ tablename }) => !tablename.startsWith(STEPS)) && !rows.some(({ tablename }) => tablename === NOTED))
    throw new OnrecordError('record-damaged', `the schema ${schema} of ${name} holds another program's tables`);
}

/** What Postgres and the way to it report, and what to do; `NAME` stands for the record. */
const ERRORS: Readonly<
  Record<
    string,
    readonly ['record-missing' | 'record-busy' | 'record-damaged' | 'record-read-only' | 'disk-full', string]
  >
> = {
  ECONNREFUSED: ['record-missing', 'nobody answers at NAME; is Postgres running there?'],
  ENOTFOUND: ['record-missing', 'the host of NAME is not known; is it spelt right?'],
  EAI_AGAIN: ['record-missing', 'the host of NAME is not known; is it spelt right, and is there a connection?'],
  ETIMEDOUT: ['record-missing', 'NAME did not answer in time'],
  ECONNRESET: ['record-busy', 'the connection to NAME broke; try again'],
  '3D000': ['record-missing', 'there is no such database: NAME; make it with createdb'],
  '28P01': ['record-missing', 'NAME refuses the password'],
  '28000': ['record-missing', 'NAME refuses this user'],
  '42501': ['record-read-only', 'this user may not write to NAME'],
  '25006': ['record-read-only', 'NAME cannot be written to'],
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
