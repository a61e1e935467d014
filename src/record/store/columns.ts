import type { Generated, GeneratedAlways } from 'kysely';

/** What a column holds; `row-number` is the number of a row, by which full text and comparisons refer to it. */
export type ColumnType = 'text' | 'integer' | 'real' | 'bytes' | 'row-number';

/** The few functions that computed columns are written with; each store has words of its own for them. */
export interface Expressions {
  /** A value inside a column of JSON, by its path; SQL null where it is missing. */
  json(column: string, path: readonly (string | number)[], type: ColumnType): string;
  /** The lowest of several expressions. */
  lowest(...expressions: string[]): string;
}

/** A column of a table, alike on both stores. `Value` is its type as Kysely sees it. */
export interface Column<Value = unknown> {
  readonly type: ColumnType;
  readonly isNullable?: true;
  readonly default?: string | number;
  /** The table whose rows it points to by their key; `cascade` where its own row goes with that one. */
  readonly references?: { readonly table: string; readonly column: string; readonly cascade: boolean };
  /** Two values that differ only in capitals count as one. */
  readonly isCaseless?: true;
  /** The sequence of row numbers only grows: the number of a deleted row is never given again. */
  readonly isGrowing?: true;
  /** The column's expression, for a column that the store computes. */
  readonly computed?: (sql: Expressions) => string;
  /** Carries the type of the column; never set. */
  readonly value?: Value;
}

export const text: Column<string> = { type: 'text' };
export const optionalText: Column<string | null> = { type: 'text', isNullable: true };
export const caselessText: Column<string> = { type: 'text', isCaseless: true };
export const integer: Column<number> = { type: 'integer' };
export const bytes: Column<Uint8Array> = { type: 'bytes' };
export const rowNumber: Column<Generated<number>> = { type: 'row-number' };
export const growingNumber: Column<Generated<number>> = { type: 'row-number', isGrowing: true };

/** A column with the value that it gets where none is given. */
export function withDefault<Value>(column: Column<Value>, value: string | number): Column<Value> {
  return { ...column, default: value };
}

/** A column that points to a row of another table, and keeps that row from being deleted. */
export function pointerTo(table: string, column: string): Column<string> {
  return { type: 'text', references: { table, column, cascade: false } };
}

/** A column that names the row of another table that its own row belongs to, and with which it is deleted. */
export function partOf(table: string, column: string): Column<string> {
  return { type: 'text', references: { table, column, cascade: true } };
}

/** A column that the store computes from others. */
export function computed<Value>(
  type: ColumnType,
  expression: (sql: Expressions) => string,
): Column<GeneratedAlways<Value>> {
  return { type, isNullable: true, computed: expression };
}
