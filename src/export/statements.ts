import type { StoredStatement } from '../record/index.ts';
import { type Column, csvTable } from './csv.ts';

/** The columns of a table of statements, in order. Positions are UTF-16 offsets in the document's text. */
export const STATEMENT_COLUMNS: readonly Column<StoredStatement>[] = [
  ['id', (statement) => statement.id],
  ['document', (statement) => statement.document.id],
  ['title', (statement) => statement.document.title],
  ['outlet', (statement) => statement.document.outlet],
  ['published', (statement) => statement.document.published],
  ['url', (statement) => statement.document.url],
  ['kind', (statement) => statement.kind],
  ['class', (statement) => statement.class],
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

/** Statements as CSV lines, with a header line. */
export function toCsv(statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>): AsyncGenerator<string> {
  return csvTable(STATEMENT_COLUMNS, statements);
}

/** Statements as JSON Lines: as in the JSON of `extract`, each with its document's id, title, outlet, date and address. */
export async function* toJsonLines(
  statements: Iterable<StoredStatement> | AsyncIterable<StoredStatement>,
): AsyncGenerator<string> {
  for await (const statement of statements) yield `${JSON.stringify(statement)}\n`;
}
