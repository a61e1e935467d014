import type { StoredStatement } from '../record/index.ts';

/** The columns of the CSV, in order: a name, and where its value comes from. */
const COLUMNS: readonly (readonly [
  name: string,
  value: (statement: StoredStatement) => string | number | boolean | undefined | null,
])[] = [
  ['id', (statement) => statement.id],
  ['document', (statement) => statement.document.id],
  ['title', (statement) => statement.document.title],
  ['outlet', (statement) => statement.document.outlet],
  ['published', (statement) => statement.document.published],
  ['url', (statement) => statement.document.url],
  ['kind', (statement) => statement.kind],
  ['speaker', (statement) => statement.speaker.name],
  ['speaker_type', (statement) => statement.speaker.type],
  ['role', (statement) => statement.speaker.role],
  ['content', (statement) => join(statement.content)],
  ['cue', (statement) => join(statement.cue)],
  ['source', (statement) => join(statement.source)],
  ['act', (statement) => statement.act],
  ['negated', (statement) => statement.negated ?? false],
  ['channel', (statement) => statement.channel?.name],
  ['said_earliest', (statement) => statement.said.earliest],
  ['said_latest', (statement) => statement.said.latest],
  ['said_expression', (statement) => statement.said.expression?.text],
  ['said_basis', (statement) => statement.said.basis],
  ['parent', (statement) => statement.parent],
  ['start', (statement) => statement.content[0]?.start],
  ['end', (statement) => statement.content.at(-1)?.end],
  ['confidence_statement', (statement) => statement.confidence.statement],
  ['confidence_speaker', (statement) => statement.confidence.speaker],
  ['confidence_said', (statement) => statement.confidence.said],
];

function join(spans: readonly { readonly text: string }[]): string {
  return spans.map((span) => span.text).join(' … ');
}

/** Statements as CSV lines with a header line; see `csvLines`. */
export function* toCsv(statements: Iterable<StoredStatement>): Generator<string> {
  yield* csvLines([COLUMNS.map(([name]) => name)]);
  for (const statement of statements) yield* csvLines([COLUMNS.map(([, value]) => value(statement))]);
}

type Field = string | number | boolean | undefined | null;

/** Rows as CSV lines (RFC 4180); fields that a spreadsheet would run as formulas are quoted with an apostrophe. */
export function* csvLines(rows: Iterable<readonly Field[]>): Generator<string> {
  for (const row of rows) yield `${row.map(field).join(',')}\r\n`;
}

function field(value: Field): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

/** Statements as JSON Lines: the statement of DESIGN's JSON with its document's id, title, outlet, date and address. */
export function* toJsonLines(statements: Iterable<StoredStatement>): Generator<string> {
  for (const statement of statements) yield `${JSON.stringify(statement)}\n`;
}
