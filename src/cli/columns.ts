import type { Command } from 'commander';
import { type Columns, parseColumns } from '../read/columns.ts';

/** The option for tables and JSON whose columns have names that do not tell what they hold. */
export interface ColumnsOption {
  readonly columns?: Columns;
}

/** Adds the option to a command. */
export function withColumns(command: Command): Command {
  return command.option(
    '--columns <pairs>',
    'which columns of CSV and Parquet, and fields of JSON, hold what, where their names do not tell: text=body,title=headline (text, html, title, byline, outlet, url, published, language)',
    parseColumns,
  );
}
