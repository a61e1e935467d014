import type { StoredStatement } from '../record/index.ts';
import { STATEMENT_COLUMNS } from './statements.ts';

/** Columns that are numbers or booleans; all others are text. */
const TYPES: Readonly<Record<string, 'INT32' | 'DOUBLE' | 'BOOLEAN'>> = {
  negated: 'BOOLEAN',
  start: 'INT32',
  end: 'INT32',
  confidence_statement: 'DOUBLE',
  confidence_speaker: 'DOUBLE',
  confidence_said: 'DOUBLE',
};

/** Rows in a row group. No more rows than this are in memory, besides the finished file. */
const GROUP = 10_000;

/** Statements as an Apache Parquet file, with the columns of the CSV. */
export async function toParquet(
  statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>,
): Promise<Uint8Array> {
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  await parquetWriteRows({
    writer,
    rows: rowsOf(statements),
    columns: STATEMENT_COLUMNS.map(([name]) => ({ name, type: TYPES[name] ?? 'STRING', nullable: true })),
    rowGroupSize: GROUP,
  });
  return writer.getBytes();
}

async function* rowsOf(statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>) {
  for await (const statement of statements)
    yield Object.fromEntries(STATEMENT_COLUMNS.map(([name, value]) => [name, value(statement) ?? null]));
}
