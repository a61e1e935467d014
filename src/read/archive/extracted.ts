import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { OnrecordError } from '../../document/index.ts';

/** A row of the Parquet that `scale/spark/extract.py` writes: a document with what was extracted of it, as JSON. */
export interface ExtractedRow {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly answer: string;
}

/** Rows that are read at once. */
const STEP = 200;
const COLUMNS = ['id', 'text', 'title', 'byline', 'outlet', 'url', 'published', 'language', 'answer'];

/** The Parquet files of a folder, in the order of their names: partitions are folders. */
export async function parquetFiles(folder: string): Promise<string[]> {
  if (!(await stat(folder)).isDirectory()) return [folder];
  const files: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if ((await stat(path)).isDirectory()) files.push(...(await parquetFiles(path)));
    else if (/\.parquet$/iu.test(name) && !/^[._]/u.test(name)) files.push(path);
  }
  return files;
}

/** The rows of one file, some at a time. Throws `damaged` and `not-a-document`. */
export async function* extractedRows(path: string): AsyncGenerator<ExtractedRow> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((cause) => {
    throw new OnrecordError('damaged', 'the Parquet file is damaged and cannot be read', { cause });
  });
  const missing = COLUMNS.filter((column) => !metadata.schema.some(({ name }) => name === column));
  if (missing.length > 0)
    throw new OnrecordError(
      'not-a-document',
      `it has no column ${missing.join(', ')}; scale/spark/extract.py writes them`,
    );
  const rows = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rows; rowStart += STEP) {
    const rowEnd = Math.min(rows, rowStart + STEP);
    yield* (await parquetReadObjects({
      file,
      metadata,
      columns: COLUMNS,
      rowStart,
      rowEnd,
      compressors,
    })) as unknown as ExtractedRow[];
  }
}
