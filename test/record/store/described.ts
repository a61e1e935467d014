import { sql } from 'kysely';
import type { OpenRecord } from '../../../src/record/index.ts';
import { TABLE_LIST } from '../../../src/record/store/tables.ts';
import { schemaOf } from './released.ts';

/** What a store itself says of a table of a record. */
export interface DescribedTable {
  /** By their names: a column that was added later stands elsewhere. */
  readonly columns: readonly DescribedColumn[];
  readonly key: readonly string[];
  readonly unique: readonly string[];
  /** The columns that point to other tables. */
  readonly pointers: readonly string[];
  /** The parts of each index; `caseless x` for what finds x whatever its capitals, `…` for another expression. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  readonly triggers: readonly string[];
}

interface DescribedColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly isComputed: boolean;
  readonly default: string | null;
}

export function byName(a: DescribedColumn, b: DescribedColumn): number {
  return a.name < b.name ? -1 : 1;
}

/** Every table of a record as its store describes it. */
export async function describedTables(record: OpenRecord): Promise<Record<string, DescribedTable>> {
  const describe = record.isShared ? onPostgres : onSqlite;
  const tables: Record<string, DescribedTable> = {};
  for (const [name] of TABLE_LIST) tables[name] = await describe(record, name);
  return tables;
}

async function onSqlite({ db }: OpenRecord, table: string): Promise<DescribedTable> {
  const ask = async <Row>(text: string) => (await sql.raw<Row>(text).execute(db)).rows;
  const columns = await ask<{
    name: string;
    type: string;
    notnull: number;
    hidden: number;
    dflt_value: string | null;
    pk: number;
  }>(`select * from pragma_table_xinfo('${table}')`);
  const indexes = await ask<{ name: string; origin: string }>(
    `select * from pragma_index_list('${table}') order by name`,
  );
  const parts = new Map<string, string[]>();
  for (const { name } of indexes) {
    const rows = await ask<{ name: string | null; coll: string; key: number }>(
      `select * from pragma_index_xinfo('${name}') order by seqno`,
    );
    parts.set(
      name,
      rows
        .filter(({ key }) => key === 1)
        .map(({ name, coll }) => (name === null ? '…' : coll?.toUpperCase() === 'NOCASE' ? `caseless ${name}` : name)),
    );
  }
  const own = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const unique = indexes.filter(({ origin }) => origin === 'u').map(({ name }) => parts.get(name)!);
  const isNumbered = own[0]!.name === 'rowid';
  const pointers = await ask<{ from: string; table: string; to: string; on_delete: string }>(
    `select * from pragma_foreign_key_list('${table}')`,
  );
  const triggers = await ask<{ name: string }>(
    `select name from sqlite_schema where type = 'trigger' and tbl_name = '${table}' order by name`,
  );
  return {
    columns: columns
      .map(({ name, type, notnull, hidden, dflt_value, pk }) => ({
        name,
        type: type.toLowerCase().replace(' generated always', ''),
        isNullable: notnull === 0 && pk === 0,
        isComputed: hidden === 2,
        default: dflt_value,
      }))
      .sort(byName),
    key: isNumbered ? ['id'] : own.map(({ name }) => name),
    unique: unique
      .map(String)
      .filter((columns) => !isNumbered || columns !== 'id')
      .sort(),
    pointers: pointers
      .map(({ from, table, to, on_delete }) => `${from} ${table}.${to} ${on_delete.toLowerCase()}`)
      .sort(),
    indexes: Object.fromEntries(
      indexes.filter(({ origin }) => origin === 'c').map(({ name }) => [name, parts.get(name)!]),
    ),
    triggers: triggers.map(({ name }) => name),
  };
}

async function onPostgres({ db, place }: OpenRecord, table: string): Promise<DescribedTable> {
  const own = `'${schemaOf(place)}.${table}'::regclass`;
  const ask = async <Row>(text: string) => (await sql.raw<Row>(text).execute(db)).rows;
  const columns = await ask<{ name: string; type: string; notnull: boolean; generated: string; default: string }>(
    `select attname as name, format_type(atttypid, null) as type, attnotnull as notnull, attgenerated as generated,
       pg_get_expr(adbin, adrelid) as default
     from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
     where attrelid = ${own} and attnum > 0 and not attisdropped order by attnum`,
  );
  const constraints = await ask<{ kind: string; columns: string[]; target: string; on_delete: string }>(
    `select contype as kind, confrelid::regclass::text || '.' || (select attname from pg_attribute
         where attrelid = confrelid and attnum = confkey[1]) as target, confdeltype as on_delete,
       array(select attname::text from unnest(conkey) with ordinality as part (number, place)
         join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns
     from pg_constraint where conrelid = ${own}`,
  );
  const indexes = await ask<{ name: string; parts: string[] }>(
    `select indexrelid::regclass::text as name,
       array(select pg_get_indexdef(indexrelid, place, true) from generate_series(1, indnatts) as place) as parts
     from pg_index where indrelid = ${own}
       and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
     order by name`,
  );
  const triggers = await ask<{ name: string }>(
    `select tgname as name from pg_trigger where tgrelid = ${own} and not tgisinternal order by name`,
  );
  const of = (kind: string) => constraints.filter((one) => one.kind === kind);
  return {
    columns: columns
      .map((column) => ({
        name: column.name,
        type: column.type,
        isNullable: !column.notnull,
        isComputed: column.generated !== '',
        default: column.generated === '' ? (column.default?.replace('::text', '') ?? null) : null,
      }))
      .sort(byName),
    key: of('p')[0]!.columns,
    unique: of('u')
      .map(({ columns }) => String(columns))
      .filter((columns) => columns !== 'rowid')
      .sort(),
    pointers: of('f')
      .map(
        ({ columns, target, on_delete }) =>
          `${columns} ${target.replace(/^.*\.(?=.*\.)/u, '')} ${on_delete === 'c' ? 'cascade' : 'no action'}`,
      )
      .sort(),
    indexes: Object.fromEntries(
      indexes.map(({ name, parts }) => [
        name,
        parts.map((part) =>
          part
            .replaceAll('"', '')
            .replace(/^lower\((\w+)\)$/u, 'caseless $1')
            .replace(/^COALESCE.*$/u, '…'),
        ),
      ]),
    ),
    triggers: triggers.map(({ name }) => name),
  };
}

/** All that makes the schema of a record, word for word as its store keeps it. */
export async function definitions({ db, isShared, place }: OpenRecord): Promise<string[]> {
  if (!isShared) {
    const { rows } = await sql<{ type: string; name: string; text: string }>`
      select type, name, sql as text from sqlite_schema where sql is not null order by type, name`.execute(db);
    // The other tables of 0.1 are written otherwise, and are the same by what the store says of them.
    return rows
      .filter(({ type, name }) => type !== 'table' || /^(?:statement|(?:statement|document)_search)$/u.test(name))
      .map(({ text }) =>
        text
          .replace(/"/gu, '')
          .replace(/\s+/gu, ' ')
          .replace(/ ?([(),;]) ?/gu, '$1'),
      );
  }
  const { rows } = await sql<{ text: string }>`
    select indexdef as text from pg_indexes where schemaname = current_schema()
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      and tgrelid in (select oid from pg_class where relnamespace = current_schema()::regnamespace)
    union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = current_schema()::regnamespace
    union all select table_name || ' ' || column_name || ' ' || data_type || ' ' || coalesce(collation_name, '') || ' '
        || is_nullable || ' ' || coalesce(column_default, '') || ' ' || coalesce(generation_expression, '') || ' '
        || coalesce(identity_generation, '')
      from information_schema.columns where table_schema = current_schema()
    order by text`.execute(db);
  return rows.map(({ text }) => text.replaceAll(`${schemaOf(place)}.`, ''));
}
