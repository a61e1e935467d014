import { OnrecordError } from '../../document/index.ts';
import { type Columns, rowOf } from '../columns.ts';
import type { Contents } from '../contents.ts';
import { linesOf } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';

/** The lines of an NDJSON file, each a document of JSON: ninjs, a post, or an object whose fields are an article's. */
export async function* ndjsonEntries(
  { name: path, from }: Contents,
  columns: Columns = {},
): AsyncGenerator<ArchiveEntry> {
  let number = 0;
  for await (const line of linesOf(from)) {
    number++;
    const name = `${path}#${number}`;
    if (line === undefined)
      yield { name, failure: new OnrecordError('damaged', `line ${number} cannot be read; left out`) };
    else if (line.some((byte) => byte !== 32 && byte !== 9)) yield { name, bytes: withNames(line, columns) };
  }
}

/** A line whose fields have the names of an article's parts, where it was told which they are. */
function withNames(line: Buffer, columns: Columns): Buffer {
  if (Object.keys(columns).length === 0) return line;
  try {
    const row = rowOf(JSON.parse(line.toString('utf8')) as Record<string, unknown>, columns);
    return row ? Buffer.from(JSON.stringify(row)) : line;
  } catch {
    // Whoever reads it says what is wrong.
    return line;
  }
}
