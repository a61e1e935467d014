import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { add } from '../../src/pipeline/add.ts';
import { countRecord, type OpenRecord, openRecord } from '../../src/record/index.ts';
import { MIGRATIONS } from '../../src/record/store/sqlite-schema.ts';

let folder: string;
let record: OpenRecord;
const bytes = (text: string) => new TextEncoder().encode(text);

const PIER =
  '# Pier closes\n\nMaren Coyle\n12 March 2025\n\nMayor Ada Vane told the Gazette on Tuesday: “We have patched it for thirty years.”';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(join(folder, 'r.sqlite'));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

describe('opening', () => {
  test('a record that is not there', async () => {
    await expect(openRecord(join(folder, 'no.sqlite'), { mustExist: true })).rejects.toMatchObject({
      code: 'record-missing',
    });
    await expect(openRecord(join(folder, 'no', 'r.sqlite'))).rejects.toMatchObject({ code: 'record-missing' });
  });
  test('a file that is none', async () => {
    const file = join(folder, 'x.sqlite');
    writeFileSync(
      file,
      'this is no database, and it is long enough to be taken for one by its size alone. '.repeat(20),
    );
    await expect(openRecord(file)).rejects.toMatchObject({ code: 'record-damaged' });
    await expect(openRecord(folder)).rejects.toMatchObject({ code: 'record-damaged' });
  });
  test('another program’s database is left alone', async () => {
    const file = join(folder, 'other.sqlite');
    const other = new Database(file);
    other.exec('create table t (x); pragma user_version = 1');
    other.close();
    await expect(openRecord(file)).rejects.toMatchObject({ code: 'record-damaged' });
  });
  test('an older record is migrated, and a copy of it kept', async () => {
    await add(record, bytes(PIER), 'pier.md');
    const next = [...MIGRATIONS, { name: 'one more', sql: 'alter table document add column note text' }];
    const migrated = await openRecord(record.place, { migrations: next });
    expect(await countRecord(migrated.db)).toEqual(await countRecord(record.db));
    await migrated.close();
    const copy = new Database(`${record.place}.schema-${MIGRATIONS.length}.bak`, { readonly: true });
    expect(copy.prepare('select count(*) as n from document').get()).toEqual({ n: 1 });
    expect(() => copy.prepare('select note from document')).toThrow(/no such column/u);
    copy.close();
  });
  test('a step that fails changes nothing', async () => {
    await add(record, bytes(PIER), 'pier.md');
    const broken = [
      ...MIGRATIONS,
      { name: 'broken', sql: 'alter table document add column note text; select nonsense' },
    ];
    await expect(openRecord(record.place, { migrations: broken })).rejects.toThrow();
    const again = await openRecord(record.place);
    expect((await countRecord(again.db)).documents).toBe(1);
    await again.close();
  });
  test('a newer record is refused with a sentence', async () => {
    const file = join(folder, 'newer.sqlite');
    await (await openRecord(file)).close();
    const newer = new Database(file);
    newer.pragma('user_version = 99');
    newer.close();
    await expect(openRecord(file)).rejects.toThrow(/newer Onrecord/u);
  });
});
