import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { OnrecordError } from '../../document/index.ts';
import { type Columns, columnsAmong, holdText, noTextColumn, rowOf } from '../columns.ts';
import type { Contents } from '../contents.ts';
import { sampleOf } from '../sample.ts';
import type { ArchiveEntry } from './entry.ts';
import { tableForm } from './sniff.ts';
import { textOf } from './text.ts';

/** The longest row that is taken, in bytes. */
const ROW = 16_000_000;

/**
 * The rows of a table of text (CSV, TSV and the like), each a document: what its columns hold is told by their names.
 *
 * @param told which column holds what, where its name does not tell
 * @throws OnrecordError `not-a-document` where no column is known to hold the text
 */
export async function* tableEntries(contents: Contents, told: Columns = {}): AsyncGenerator<ArchiveEntry> {
  const form = tableForm((await sampleOf(contents)).head, told)!;
  const missing = Object.values(told).find((column) => !form.names.includes(column));
  if (missing !== undefined)
    throw new OnrecordError('not-a-document', `this table has no column "${missing}"; it has ${form.names.join(', ')}`);
  if (!holdText(columnsAmong(form.names, told))) throw noTextColumn('table', form.names);
  const rows = Readable.from(textOf(contents)).pipe(
    parse({
      delimiter: form.delimiter,
      quote: form.isQuoted ? '"' : null,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      from_line: form.skipped + 1,
      max_record_size: ROW,
    }),
  );
  let number = 0;
  let names: readonly string[] | undefined;
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      if (names === undefined) {
        names = cells;
        continue;
      }
      number++;
      const name = `${contents.name}#${number}`;
      const { length } = names;
      if (cells.slice(length).some((cell) => cell.trim() !== '')) {
        const count = `row ${number} has ${cells.length} cells, where there are ${length} columns`;
        yield { name, failure: new OnrecordError('damaged', `${count}; left out`) };
        continue;
      }
      const row = rowOf(Object.fromEntries(names.map((column, i) => [column, cells[i] ?? ''])), told);
      if (row) yield { name, bytes: Buffer.from(JSON.stringify(row)) };
      else yield { name, failure: new OnrecordError('no-text', `row ${number} has no text`) };
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    const isOpen = (cause as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED';
    const why = isOpen ? ': a quotation mark after it is not closed' : '';
    const failure = new OnrecordError('damaged', `the table cannot be read beyond row ${number}${why}`, { cause });
    yield { name: `${contents.name}#${number + 1}`, failure };
  }
}
