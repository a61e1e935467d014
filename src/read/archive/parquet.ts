import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { OnrecordError } from '../../document/index.ts';
import { type Columns, columnsAmong, holdText, noTextColumn, rowOf } from '../columns.ts';
import type { Contents } from '../contents.ts';
import type { ArchiveEntry } from './entry.ts';

/** Rows that are read at once. */
const STEP = 200;
/** Columns that are taken as they are, under the names that a document of JSON has them. */
const COLUMNS = ['id', 'text', 'html', 'title', 'byline', 'outlet', 'url', 'published', 'language'];

/** The rows of a Parquet file, each a document: what its columns hold is told by their names, or as for `tableEntries`. */
export async function* parquetEntries(contents: Contents, told: Columns = {}): AsyncGenerator<ArchiveEntry> {
  const { name: path } = contents;
  const file = bufferOf(contents);
  const metadata = await parquetMetadataAsync(file).catch((cause) => {
    throw new OnrecordError('damaged', 'the Parquet file is damaged and cannot be read', { cause });
  });
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const own = COLUMNS.filter((column) => names.includes(column));
  const areOwn = Object.keys(told).length === 0 && (own.includes('text') || own.includes('html'));
  const found = columnsAmong(names, told);
  const missing = Object.values(told).find((column) => !names.includes(column));
  if (missing !== undefined)
    throw new OnrecordError(
      'not-a-document',
      `this Parquet file has no column "${missing}"; it has ${names.join(', ')}`,
    );
  if (!areOwn && !holdText(found)) throw noTextColumn('Parquet file', names);
  const columns = areOwn ? own : [...new Set(Object.values(found))];
  const rows = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rows; rowStart += STEP) {
    const rowEnd = Math.min(rows, rowStart + STEP);
    let part: Record<string, unknown>[];
    try {
      part = await parquetReadObjects({ file, metadata, columns, rowStart, rowEnd, compressors });
    } catch (cause) {
      yield {
        name: `${path}#${rowStart + 1}`,
        failure: new OnrecordError('damaged', `rows ${rowStart + 1} to ${rowEnd} cannot be read; left out`, { cause }),
      };
      continue;
    }
    for (const [i, row] of part.entries())
      yield { name: `${path}#${rowStart + i + 1}`, bytes: bytesOf(areOwn ? row : (rowOf(row, told) ?? row)) };
  }
}

function bytesOf(row: object): Buffer {
  return Buffer.from(JSON.stringify(row, printed));
}

/** Dates as ISO, big numbers as numbers. */
function printed(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** What hyparquet reads a file by. */
function bufferOf({ size, slice }: Contents): AsyncBuffer {
  return {
    byteLength: size,
    slice: async (start, end = size) => new Uint8Array(await slice(start, end)).buffer,
  };
}
