import { parse } from 'csv-parse/sync';
import { type Columns, columnsAmong, holdText } from '../columns.ts';

/** How a table of text is written, and what its columns are called. */
export interface TableForm {
  readonly delimiter: string;
  /** Whether cells may stand in quotation marks, and then hold line breaks. */
  readonly isQuoted: boolean;
  readonly names: readonly string[];
  /** Lines before that with the names. */
  readonly skipped: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Rows by which a table is told. */
const ROWS = 20;
/** Letters of a head that is not the whole file. */
const CUT = 60_000;
/** The longest name of a column. */
const LONGEST = 60;

/**
 * How a table is written, by its first letters; undefined for what is no table: a first line of short names, of which one is
 * known to mean the text of an article (or several are names at least), and lines of as many cells.
 */
export function tableForm(head: string, told: Columns = {}): TableForm | undefined {
  // Excel's own first line: "sep=;".
  const [declared, separator] = /^sep=(.)\r?\n/u.exec(head) ?? [];
  const whole = head.slice(declared?.length ?? 0);
  // The last line of a long text is cut off.
  const rest = whole.length < CUT ? whole : whole.slice(0, whole.lastIndexOf('\n') + 1);
  const skipped = declared === undefined ? 0 : 1;
  const line = rest.slice(0, rest.search(/\r?\n|$/u));
  if (line === '' || line.length > 4000) return undefined;
  const forms = (separator === undefined ? DELIMITERS : [separator])
    .filter((delimiter) => told.text === line || line.includes(delimiter))
    .flatMap((delimiter) => [true, false].map((isQuoted) => formOf(rest, delimiter, isQuoted, told)))
    .filter((form) => form !== undefined);
  // A mark that nothing closes is a mark of the text; else what both ways fit is quoted.
  const rank = ({ isQuoted, isCut }: Fit) => (isQuoted && !isCut ? 2 : isQuoted ? 0 : 1);
  const [best] = forms.sort((a, b) => b.names.length - a.names.length || rank(b) - rank(a));
  return best && { delimiter: best.delimiter, isQuoted: best.isQuoted, names: best.names, skipped };
}

/** A way to read a table by which its first rows fit. */
interface Fit extends Omit<TableForm, 'skipped'> {
  /** Whether the text ends before a quotation mark is closed. */
  readonly isCut: boolean;
}

function formOf(text: string, delimiter: string, isQuoted: boolean, told: Columns): Fit | undefined {
  const { rows, isCut } = rowsIn(text, delimiter, isQuoted);
  const [names, ...cells] = rows;
  if (!names?.every(isName) || new Set(names).size < names.length) return undefined;
  const isKnown = holdText(columnsAmong(names, told)) && (names.length > 1 || told.text !== undefined);
  if (cells.length === 0) return isKnown && isCut ? { delimiter, isQuoted, names, isCut } : undefined;
  const fitting = cells.filter((row) => row.length === names.length).length;
  // Rows that do not fit are told one by one, where the names leave no doubt.
  if (fitting < (isKnown ? 0.5 : 0.8) * cells.length) return undefined;
  // Nobody writes prose with a tab in every line.
  const least = delimiter === '\t' ? 2 : 3;
  return isKnown || (names.length >= least && cells.length > 2) ? { delimiter, isQuoted, names, isCut } : undefined;
}

function isName(cell: string): boolean {
  return cell.trim() !== '' && cell.length <= LONGEST && !/[.!?]$|\n/u.test(cell.trim());
}

/** The first rows, and whether the text ends before the next one does. */
function rowsIn(text: string, delimiter: string, isQuoted: boolean): { rows: string[][]; isCut: boolean } {
  const rows: string[][] = [];
  try {
    parse(text, {
      delimiter,
      quote: isQuoted ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: ROWS + 1,
      on_record: (record: string[]) => {
        rows.push(record);
        return null;
      },
    });
    return { rows, isCut: false };
  } catch {
    return { rows, isCut: true };
  }
}
