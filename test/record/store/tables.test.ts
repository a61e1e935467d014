import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { add } from '../../../src/pipeline/add.ts';
import {
  findStatements,
  type OpenRecord,
  openRecord,
  recordDigests,
  saveSearch,
  saveTopic,
} from '../../../src/record/index.ts';
import type { Column } from '../../../src/record/store/columns.ts';
import { type IndexPart, TABLE_LIST, type Table } from '../../../src/record/store/tables.ts';
import { recordPlace } from '../../records.ts';
import { byName, type DescribedTable, definitions, describedTables } from './described.ts';
import { releasedRecord } from './released.ts';

let folder: string;
let record: OpenRecord;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const isOnPostgres = inject('postgres') !== undefined;
const TYPES: Readonly<Record<Column['type'], string>> = isOnPostgres
  ? { text: 'text', integer: 'integer', real: 'double precision', bytes: 'bytea', 'row-number': 'bigint' }
  : { text: 'text', integer: 'integer', real: 'real', bytes: 'blob', 'row-number': 'integer' };

/** A table as `tables.ts` tells it, in the words in which a store describes it. */
function expected(name: string, { columns, key, unique = [], indexes = {}, search }: Table): DescribedTable {
  const part = (on: IndexPart) => (typeof on === 'string' ? on : 'caseless' in on ? `caseless ${on.caseless}` : '…');
  const caseless = key.filter((column) => columns[column]!.isCaseless);
  return {
    columns: [
      ...Object.entries(columns).map(([column, of]) => ({
        name: column,
        type: TYPES[of.type],
        isNullable: of.isNullable === true,
        isComputed: of.computed !== undefined,
        default: of.default === undefined ? null : typeof of.default === 'string' ? `'${of.default}'` : `${of.default}`,
      })),
      ...(isOnPostgres && search
        ? [{ name: 'words', type: 'tsvector', isNullable: true, isComputed: false, default: null }]
        : []),
    ].sort(byName),
    key,
    unique: unique.map(String).sort(),
    pointers: Object.entries(columns)
      .flatMap(([column, { references: to }]) =>
        to ? [`${column} ${to.table}.${to.column} ${to.cascade ? 'cascade' : 'no action'}`] : [],
      )
      .sort(),
    indexes: {
      ...Object.fromEntries(Object.entries(indexes).map(([index, { on }]) => [index, on.map(part)])),
      ...(isOnPostgres
        ? Object.fromEntries(caseless.map((column) => [`${name}_${column}`, [`caseless ${column}`]]))
        : {}),
      ...(isOnPostgres && search ? { [`${name}_words`]: ['words'] } : {}),
    },
    triggers: isOnPostgres
      ? [...(search ? [`${name}_words`] : []), 'noted'].sort()
      : search
        ? [`${name}_added`, `${name}_changed`, `${name}_gone`]
        : [],
  };
}

const EXPECTED = Object.fromEntries(TABLE_LIST.map(([name, table]) => [name, expected(name, table)]));

const PIER =
  '# Pier closes\n\nMaren Coyle\n12 March 2025\n\nMayor Ada Vane told the Gazette on Tuesday: “We have patched it for thirty years.” Chloë O’Hara, the engineer, said the piles were rotten.';

test('a new record has the tables, columns, keys, indexes and triggers of tables.ts', async () => {
  expect(await describedTables(record)).toEqual(EXPECTED);
});

describe('a record of the released version 0.1', () => {
  let released: OpenRecord;
  beforeEach(async () => {
    await add(record, Buffer.from(PIER), 'pier.md');
    await add(record, Buffer.from(PIER.replace('Vane', 'Quill')), 'quill.md');
    await saveTopic(record, { name: 'Pier', phrasings: ['patched'] });
    await saveSearch(record, 'Vane', { on: 'said', speaker: 'Vane' }, 'Ines Farrow');
    // The last statements went, and the search has seen their numbers.
    await record.db.updateTable('saved_search').set({ looked: '{"statement":40,"version":"2025"}' }).execute();
    released = await openRecord(await releasedRecord(folder, record));
  });
  afterEach(async () => released.close());

  test('has the same schema as a new one once it is opened', async () => {
    expect(await describedTables(released)).toEqual(EXPECTED);
    expect(await definitions(released)).toEqual(await definitions(record));
  });
  test('keeps every row, and is found by its words', async () => {
    expect(await recordDigests(released)).toEqual(await recordDigests(record));
    expect(await findStatements(released, { about: 'patched' })).toEqual(
      await findStatements(record, { about: 'patched' }),
    );
    await add(released, Buffer.from(PIER.replace('patched', 'mended')), 'mended.md');
    expect(await findStatements(released, { about: 'mended' })).toHaveLength(1);
  });
  test('calls the units of its figures by the names that they have now', async () => {
    const [document] = await record.db.selectFrom('document').select('id').execute();
    const figure = (unit: string) => ({ text: 'printed "unit":"km"', value: 1.5, unit, counts: 'road' });
    const rows = ['km', 'mph', 'foot', 'kilo', 'percent'].map((unit, position) => ({
      document: document!.id,
      position,
      statement: null,
      value: JSON.stringify(figure(unit)),
    }));
    await record.db.deleteFrom('figure').execute();
    await record.db.insertInto('figure').values(rows).execute();
    const older = await openRecord(await releasedRecord(mkdtempSync(join(folder, 'older-')), record));
    const values = await older.db.selectFrom('figure').select('value').orderBy('position').execute();
    await older.close();
    expect(values.map(({ value }) => JSON.parse(value))).toEqual(
      ['kilometre', 'mile per hour', 'foot', 'kilogram', 'percent'].map(figure),
    );
  });
  test('gives no number again that a search has seen', async () => {
    await add(released, Buffer.from(PIER.replace('patched', 'mended')), 'mended.md');
    const { last } = await released.db
      .selectFrom('statement')
      .select((select) => select.fn.max('rowid').as('last'))
      .executeTakeFirstOrThrow();
    expect(last).toBeGreaterThan(40);
  });
});

test('every table is copied when a record is moved', async () => {
  expect((await recordDigests(record)).map(({ table }) => table)).toEqual(TABLE_LIST.map(([name]) => name));
});
