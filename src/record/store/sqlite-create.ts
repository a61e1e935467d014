import type { ColumnType } from './columns.ts';
import { type CreateDialect, createStatements } from './create.ts';
import type { Table } from './tables.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  real: 'real',
  bytes: 'blob',
  'row-number': 'integer primary key',
};

function hasRowNumber(table: Table): boolean {
  return Object.values(table.columns).some(({ type }) => type === 'row-number');
}

const DIALECT: CreateDialect = {
  kept: 'virtual',
  type: ({ type, isGrowing, isCaseless }) =>
    `${TYPES[type]}${isGrowing ? ' autoincrement' : ''}${isCaseless ? ' collate nocase' : ''}`,
  keyOf: (table) => (hasRowNumber(table) ? 'not null unique' : 'primary key'),
  options: (table) => (hasRowNumber(table) || table.isLarge ? ' strict' : ' strict, without rowid'),
  part: (part) =>
    typeof part === 'string' ? part : 'caseless' in part ? `${part.caseless} collate nocase` : part.expression,
  json: (column, path) =>
    `json_extract(${column}, '$${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')}')`,
  lowest: (...expressions) => `min(${expressions.join(', ')})`,
  columnsBesides: () => [],
  besides: (name, { search }) => (search ? fullTextOf(name, Object.keys(search)) : []),
};

/** Full text by FTS5 beside a table, and the triggers that keep it in step. */
function fullTextOf(table: string, columns: readonly string[]): string[] {
  const search = `${table}_search`;
  const list = columns.join(', ');
  const values = (row: 'old' | 'new') => [`${row}.rowid`, ...columns.map((column) => `${row}.${column}`)].join(', ');
  const add = `insert into ${search} (rowid, ${list}) values (${values('new')});`;
  const remove = `insert into ${search} (${search}, rowid, ${list}) values ('delete', ${values('old')});`;
  const changed = columns.map((column) => `old.${column} is not new.${column}`).join(' or ');
  return [
    `create virtual table ${search} using fts5 (
  ${list}, content = '${table}', tokenize = 'unicode61 remove_diacritics 2'
)`,
    `create trigger ${table}_added after insert on ${table} begin ${add} end`,
    `create trigger ${table}_gone after delete on ${table} begin ${remove} end`,
    `create trigger ${table}_changed after update of ${list} on ${table}
when ${changed} begin ${remove} ${add} end`,
  ];
}

/** The statements of SQL that make a new record in an empty file. */
export const createSqlite = (): string[] => createStatements(DIALECT);
