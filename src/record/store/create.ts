import type { Column, Expressions } from './columns.ts';
import { type Index, type IndexPart, TABLE_LIST, type Table, type TableName } from './tables.ts';

/** What differs between the stores in the SQL that makes the tables. */
export interface CreateDialect extends Expressions {
  /** The type of a column, and what else follows its name before the conditions that all stores share. */
  type(column: Column): string;
  /** What stands after the expression of a computed column. */
  readonly kept: 'virtual' | 'stored';
  /** Whether a column is the key by itself, or only `unique` because the store has its own key for the table. */
  keyOf(table: Table): string;
  /** What stands after the columns of a table. */
  options(table: Table): string;
  /** A part of an index, in an order where that needs to be said. */
  part(part: IndexPart, index: Index): string;
  /** Statements that make what the store needs besides the table: full text, other keys, triggers. */
  besides(name: TableName, table: Table): readonly string[];
  /** Columns that only this store has. */
  columnsBesides(table: Table): readonly string[];
}

/** The statements of SQL that make all tables of a new record, with their indexes and triggers. */
export function createStatements(dialect: CreateDialect): string[] {
  return TABLE_LIST.flatMap(([name, table]) => [
    createTable(name, table, dialect),
    ...createIndexes(name, table, dialect),
    ...dialect.besides(name, table),
  ]);
}

function createTable(name: string, table: Table, dialect: CreateDialect): string {
  const parts = [
    ...Object.entries(table.columns).map(([column, of]) => `${column} ${columnSql(column, of, table, dialect)}`),
    ...dialect.columnsBesides(table),
    ...(table.key.length > 1 ? [`primary key (${table.key.join(', ')})`] : []),
    ...(table.unique ?? []).map((columns) => `unique (${columns.join(', ')})`),
  ];
  return `create table ${name} (\n  ${parts.join(',\n  ')}\n)${dialect.options(table)}`;
}

function columnSql(name: string, column: Column, table: Table, dialect: CreateDialect): string {
  const type = dialect.type(column);
  if (column.type === 'row-number') return type;
  if (column.computed) return `${type} generated always as (${column.computed(dialect)}) ${dialect.kept}`;
  const isKey = table.key.length === 1 && table.key[0] === name;
  const { references, default: value } = column;
  return [
    type,
    isKey ? dialect.keyOf(table) : column.isNullable ? '' : 'not null',
    value === undefined ? '' : `default ${typeof value === 'string' ? `'${value}'` : value}`,
    references ? `references ${references.table} (${references.column})` : '',
    references?.cascade ? 'on delete cascade' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function createIndexes(name: string, table: Table, dialect: CreateDialect): string[] {
  return Object.entries(table.indexes ?? {}).map(([index, of]) => {
    const on = of.on.map((part) => dialect.part(part, of)).join(', ');
    return `create index ${index} on ${name} (${on})${of.where ? ` where ${of.where}` : ''}`;
  });
}
