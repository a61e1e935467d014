/** A cell's value. Undefined and null give an empty cell. */
export type Field = string | number | boolean | undefined | null;

/** A column of a table: its name, and how its value is read from a row. */
export type Column<Row> = readonly [name: string, value: (row: Row) => Field];

/** Rows as CSV lines (RFC 4180), each with its CRLF. Text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function* csvLines(rows: Iterable<readonly Field[]>): Generator<string> {
  for (const row of rows) yield csvLine(row);
}

function csvLine(row: readonly Field[]): string {
  return `${row.map(field).join(',')}\r\n`;
}

function field(value: Field): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

/** A table as CSV lines, with a header line. */
export async function* csvTable<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield csvLine(columns.map(([name]) => name));
  for await (const row of rows) yield csvLine(columns.map(([, value]) => value(row)));
}
