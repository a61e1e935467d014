import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { OnrecordError } from '../../document/index.ts';
import { chunks } from './chunks.ts';
import { type OpenRecord, openRecord } from './open.ts';
import type { Schema } from './schema.ts';

/** The tables, those that others point to first, each with the columns that are copied and those that order it. */
const TABLES: readonly { readonly name: keyof Schema; readonly key: readonly string[]; readonly columns: string }[] = [
  { name: 'original', key: ['sha256'], columns: 'sha256 format bytes' },
  {
    name: 'document',
    key: ['id'],
    columns:
      'rowid id original fingerprint title byline outlet url published language text blocks details added removed superseded',
  },
  {
    name: 'appearance',
    key: ['document', 'original', 'name'],
    columns: 'document original name title outlet url published added',
  },
  {
    name: 'statement',
    key: ['id'],
    columns:
      'rowid id document position kind act speaker speaker_type content earliest latest parent value extracted origin',
  },
  { name: 'figure', key: ['document', 'position'], columns: 'document position statement value' },
  { name: 'entity', key: ['id'], columns: 'id type name renamed origin merged created' },
  { name: 'alias', key: ['entity', 'key', 'name'], columns: 'entity key name origin' },
  { name: 'identifier', key: ['scheme', 'value'], columns: 'entity scheme value' },
  { name: 'holding', key: ['entity', 'post', 'earliest'], columns: 'entity post key organisation earliest latest' },
  { name: 'link', key: ['document', 'type', 'name'], columns: 'document type name role entity origin basis' },
  { name: 'about', key: ['statement', 'type', 'name'], columns: 'statement document type name' },
  { name: 'named', key: ['document', 'type', 'name'], columns: 'document type name role aliases' },
  { name: 'decision', key: ['id'], columns: 'id kind value author made undone' },
  { name: 'review', key: ['id'], columns: 'id document kind selector value author made undone' },
  { name: 'report', key: ['statement'], columns: 'statement document utterance' },
  { name: 'vector', key: ['statement'], columns: 'statement value' },
  { name: 'topic', key: ['name'], columns: 'name phrasings' },
  { name: 'version', key: ['address', 'number'], columns: 'address number document seen last' },
  {
    name: 'feed',
    key: ['url'],
    columns: 'url title outlet home state etag modified added asked succeeded due failures problem flaw',
  },
  {
    name: 'item',
    key: ['feed', 'key'],
    columns: 'feed key url title digest state document seen due read attempts problem entry',
  },
  { name: 'saved_search', key: ['id'], columns: 'id name query author created looked webhook secret' },
  {
    name: 'alert',
    key: ['id'],
    columns: 'id search statement document fired why delivery attempts due problem',
  },
];

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
 * both are read again and must have the same digests.
 *
 * @returns the digests of all tables, the same on both sides
 * @throws OnrecordError `wrong-usage` where the target holds something, `record-damaged` where a digest differs
 */
export async function moveRecord(
  from: OpenRecord,
  to: OpenRecord,
  onTable: (table: string, rows: number) => void = () => {},
): Promise<TableDigest[]> {
  if (!(await isEmpty(to)))
    throw new OnrecordError('wrong-usage', `${to.name} holds a record already; name an empty place`);
  const before = await from.version();
  await to.transaction(async (tx) => {
    for (const table of TABLES) {
      let rows = 0;
      // Whom an entity was merged into may come after it.
      const merged: { id: string; merged: string }[] = [];
      for await (const part of rowsOf(from.db, table)) {
        for (const some of chunks(part)) await tx.insertInto(table.name).values(withoutMerged(some, merged)).execute();
        rows += part.length;
        onTable(table.name, rows);
      }
      for (const { id, merged: into } of merged)
        await tx.updateTable('entity').set({ merged: into }).where('id', '=', id).execute();
    }
    if (to.store === 'postgres')
      for (const table of ['document', 'statement'] as const)
        await sql`select setval(pg_get_serial_sequence(${table}, 'rowid'), coalesce(max(rowid), 0) + 1, false)
          from ${sql.table(table)}`.execute(tx);
    // Else the first questions are planned as if the tables were empty.
    if (to.store === 'postgres') await sql`analyze ${sql.join(TABLES.map(({ name }) => sql.table(name)))}`.execute(tx);
  });
  const [there, here] = [await recordDigests(to), await recordDigests(from)];
  if ((await from.version()) !== before)
    throw new OnrecordError('record-busy', `${from.name} was changed meanwhile; move it again to an empty place`);
  const differing = here.filter(({ digest }, i) => digest !== there[i]!.digest);
  if (differing.length > 0)
    throw new OnrecordError(
      'record-damaged',
      `the copy differs in: ${differing.map(({ table }) => table).join(', ')}; do not use ${to.name}`,
    );
  return here;
}

async function isEmpty(record: OpenRecord): Promise<boolean> {
  for (const { name } of TABLES) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(record.db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Counts and digests of all tables of a record; alike on both stores for alike contents. */
export async function recordDigests(record: OpenRecord): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of TABLES) {
    const hash = createHash('sha256');
    let rows = 0;
    for await (const part of rowsOf(record.db, table)) {
      rows += part.length;
      for (const row of part) hash.update(`${JSON.stringify(row, printed)}\n`);
    }
    digests.push({ table: table.name, rows, digest: hash.digest('hex') });
  }
  return digests;
}

/** A record of Postgres as a new SQLite file. Throws `wrong-usage` when the file exists. */
export async function backupToFile(record: OpenRecord, to: string): Promise<void> {
  if (existsSync(to)) throw new OnrecordError('wrong-usage', `${to} is already there; name a new file`);
  const copy = await openRecord(to);
  try {
    await moveRecord(record, copy);
  } finally {
    await copy.close();
  }
}

type Row = Record<string, unknown>;

/** The rows of a table in the order of its key, some at a time. */
async function* rowsOf(db: Kysely<Schema>, { name, key, columns }: (typeof TABLES)[number]): AsyncGenerator<Row[]> {
  const read = sql.join(columns.split(' ').map((column) => sql.ref(column)));
  const order = sql.join(key.map((column) => sql.ref(column)));
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

function withoutMerged(rows: readonly Row[], merged: { id: string; merged: string }[]): never {
  return rows.map((row) => {
    if (!('merged' in row) || row.merged === null) return row;
    merged.push({ id: row.id as string, merged: row.merged as string });
    return { ...row, merged: null };
  }) as never;
}

/** Bytes by their hash; `this` has them before they print themselves as lists of numbers. */
function printed(this: Row, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array ? createHash('sha256').update(own).digest('hex') : value;
}
