import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import { chunks } from './chunks.ts';
import type { OpenRecord } from './record.ts';
import type { Schema } from './schema.ts';
import { TABLE_LIST, type Table, type TableName } from './tables.ts';

/** How many rows a table has, and a SHA-256 of all of them in the order of their key. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  readonly digest: string;
}

/** Rows that are read at once. */
const STEP = 500;

/**
 * Copies a record with all that persons said into another that is empty, in one transaction, and proves it: the rows of
 * both are read again and must have the same digests, or nothing is kept. A target that holds the same record already is
 * left as it is, so that a move that was interrupted can be done again.
 *
 * @param onTable is told the name of a table and how many of its rows are copied
 * @returns the digests of all tables, the same on both sides
 * @throws OnrecordError `wrong-usage` where the target holds something else, `record-busy` where the record was changed
 *   meanwhile, `record-damaged` where a digest differs
 */
export async function moveRecord(
  from: OpenRecord,
  to: OpenRecord,
  onTable: (table: string, rows: number) => void = () => {},
): Promise<TableDigest[]> {
  if (!(await isEmpty(to.db))) {
    const here = await recordDigests(from);
    if (differing(here, await recordDigests(to)).length === 0) return here;
    throw new OnrecordError('wrong-usage', `${to.name} holds a record already; name an empty place`);
  }
  const before = await from.version();
  return await to.transaction(async (tx) => {
    for (const [name, table] of TABLE_LIST) await copyTable(from.db, tx, name, table, (rows) => onTable(name, rows));
    await to.continueFrom(tx, await growingNumbers(from));
    const [there, here] = [await digestsOf(tx), await recordDigests(from)];
    if ((await from.version()) !== before)
      throw new OnrecordError('record-busy', `${from.name} was changed meanwhile; nothing was copied, move it again`);
    const wrong = differing(here, there);
    if (wrong.length > 0)
      throw new OnrecordError('record-damaged', `the copy differs in: ${wrong.join(', ')}; nothing was kept of it`);
    return here;
  });
}

/** Counts and digests of all tables of a record; alike on both stores for alike contents. */
export async function recordDigests(record: OpenRecord): Promise<TableDigest[]> {
  return await digestsOf(record.db);
}

async function digestsOf(db: Kysely<Schema>): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const [name, table] of TABLE_LIST) {
    const hash = createHash('sha256');
    let rows = 0;
    for await (const part of rowsOf(db, name, table)) {
      rows += part.length;
      for (const row of part) hash.update(`${JSON.stringify(row, printed)}\n`);
    }
    digests.push({ table: name, rows, digest: hash.digest('hex') });
  }
  return digests;
}

/** The names of the tables that two records have not alike. */
function differing(one: readonly TableDigest[], other: readonly TableDigest[]): string[] {
  return one.filter(({ digest }, i) => digest !== other[i]!.digest).map(({ table }) => table);
}

async function isEmpty(db: Kysely<Schema>): Promise<boolean> {
  for (const [name] of TABLE_LIST) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** The highest number that each table has given out whose numbers are never given again. */
async function growingNumbers(record: OpenRecord): Promise<Map<TableName, number>> {
  const numbers = new Map<TableName, number>();
  for (const [name, { columns }] of TABLE_LIST)
    if (Object.values(columns).some(({ isGrowing }) => isGrowing)) numbers.set(name, await record.lastNumber(name));
  return numbers;
}

type Row = Record<string, unknown>;

async function copyTable(
  from: Kysely<Schema>,
  tx: Kysely<Schema>,
  name: TableName,
  table: Table,
  onRows: (rows: number) => void,
): Promise<void> {
  const own = Object.entries(table.columns).find(([, { references }]) => references?.table === name)?.[0];
  const pointers: { row: Row; to: unknown }[] = [];
  let rows = 0;
  for await (const part of rowsOf(from, name, table)) {
    // What a row points to in its own table may come after it.
    const copied = own === undefined ? part : part.map((row) => ({ ...row, [own]: null }));
    if (own !== undefined) pointers.push(...part.flatMap((row) => (row[own] === null ? [] : { row, to: row[own] })));
    for (const some of chunks(copied))
      await tx
        .insertInto(name)
        .values(some as never)
        .execute();
    rows += part.length;
    onRows(rows);
  }
  const [key] = table.key as [string];
  for (const { row, to } of pointers)
    await sql`update ${sql.table(name)} set ${sql.ref(own!)} = ${to} where ${sql.ref(key)} = ${row[key]}`.execute(tx);
}

/** The rows of a table in the order of its key, some at a time. */
async function* rowsOf(db: Kysely<Schema>, name: TableName, { columns, key }: Table): AsyncGenerator<Row[]> {
  const stored = Object.keys(columns).filter((column) => !columns[column]!.computed);
  const read = sql.join(stored.map((column) => sql.ref(column)));
  // What is computed from a column is ordered by its code points on both stores, whatever the column is.
  const keys = key.map((column) => (columns[column]!.isCaseless ? sql`(${sql.ref(column)} || '')` : sql.ref(column)));
  const order = sql.join(keys);
  let last: Row | undefined;
  for (;;) {
    const after = last
      ? sql<boolean>`(${order}) > (${sql.join(key.map((column) => sql.val(last![column])))})`
      : sql<boolean>`1 = 1`;
    const { rows } = await sql<Row>`
      select ${read} from ${sql.table(name)} where ${after} order by ${order} limit ${STEP}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!;
  }
}

/** Bytes by their hash; `this` has them before they print themselves as lists of numbers. */
function printed(this: Row, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array ? createHash('sha256').update(own).digest('hex') : value;
}
