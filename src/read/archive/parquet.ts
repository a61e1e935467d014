import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import type { ArchiveEntry } from './entry.ts';

/** Rows that are read at once. */
const STEP = 200;
/** Columns that are taken, under the names that a document of JSON has them. */
const COLUMNS = ['id', 'text', 'html', 'title', 'byline', 'outlet', 'url', 'published', 'language'];

/** The rows of a Parquet file, each a document: a column `text` or `html`, and what else there is of `title`, `url` … */
export async function* parquetEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  const { name: path } = contents;
  const file = bufferOf(contents);
  const metadata = await parquetMetadataAsync(file).catch((cause) => {
    throw new OnrecordError('damaged', 'the Parquet file is damaged and cannot be read', { cause });
  });
  const columns = COLUMNS.filter((column) => metadata.schema.some(({ name }) => name === column));
  if (!columns.includes('text') && !columns.includes('html'))
    throw new OnrecordError('not-a-document', 'this Parquet file has no column "text" or "html"');
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
      yield { name: `${path}#${rowStart + i + 1}`, bytes: Buffer.from(JSON.stringify(row, printed)) };
  }
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
