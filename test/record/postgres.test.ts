import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { plain } from '../../src/language/english/plain.ts';
import { add } from '../../src/pipeline/add.ts';
import {
  countRecord,
  findStatements,
  followFeed,
  mergeEntities,
  moveRecord,
  type OpenRecord,
  openRecord,
  recordDigests,
  recordError,
  reviewStatement,
  saveTopic,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;
const bytes = (text: string) => new TextEncoder().encode(text);
const PIER =
  '# Pier closes\n\nMaren Coyle\n12 March 2025\n\nMayor Ada Vane told the Gazette on Tuesday: “We have patched it for thirty years.” Chloë O’Hara, the engineer, said the piles were rotten.';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

describe('opening', () => {
  const base = () => inject('postgres')!;
  test('a schema that is not there', async () => {
    await expect(openRecord(recordPlace(folder), { mustExist: true })).rejects.toMatchObject({
      code: 'record-missing',
    });
  });
  test.each([
    ['nobody answers', () => 'postgres://onrecord@127.0.0.1:1/postgres', 'record-missing', /nobody answers/u],
    ['no such database', () => base().replace('/postgres', '/nothing'), 'record-missing', /no such database/u],
    ['a name that is no plain word', () => `${base()}?schema=a"b`, 'wrong-usage', /small letters/u],
    ['no address', () => 'postgres://[', 'wrong-usage', /no address/u],
  ])('%s', async (_, place, code, sentence) => {
    await expect(openRecord(place())).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) });
  });
  test('another program’s tables are left alone', async () => {
    const place = recordPlace(folder);
    const schema = new URL(place).searchParams.get('schema')!;
    await sql`create schema ${sql.id(schema)}`.execute(record.db);
    await sql`create table ${sql.id(schema, 'theirs')} (x integer)`.execute(record.db);
    await expect(openRecord(place)).rejects.toMatchObject({ code: 'record-damaged' });
  });
  test('a newer record is refused with a sentence', async () => {
    await sql`insert into kysely_migration values ('99-what-comes', '2030-01-01')`.execute(record.db);
    await expect(openRecord(record.place)).rejects.toThrow(/newer Onrecord/u);
  });
  test('ten at once make one record', async () => {
    const place = recordPlace(folder);
    const all = await Promise.all(Array.from({ length: 10 }, () => openRecord(place)));
    expect(await countRecord(all[9]!.db)).toEqual({ documents: 0, statements: 0 });
    await Promise.all(all.map((one) => one.close()));
  });
  test('a password is never printed', async () => {
    const place = record.place.replace('onrecord@', 'onrecord:s3cret@');
    const other = await openRecord(place);
    expect(other.name).not.toContain('s3cret');
    await other.close();
    const error = recordError(Object.assign(new Error('x'), { code: '57P03' }), place) as Error;
    expect(error.message).not.toContain('s3cret');
  });
});

test('the version changes with every change, by whomever, and with nothing else', async () => {
  const other = await openRecord(record.place);
  const before = await record.version();
  expect(await record.version()).toBe(before);
  await add(other, bytes(PIER), 'pier.md');
  const after = await record.version();
  expect(after).not.toBe(before);
  expect(await findStatements(record)).not.toHaveLength(0);
  expect(await record.version()).toBe(after);
  await other.close();
});

test.each([
  'Ada Vane',
  'Chloë O’Hara',
  'J.-P. Łoś',
  'the “Iron” Duke’s',
  'Müller & Söhne, GmbH',
  'AT&T',
  'Зоя Петрова',
  'James’',
  '  ',
])('names are made plain alike: %s', async (name) => {
  const { rows } = await sql<{ name: string }>`select plain_name(${name}) as name`.execute(record.db);
  expect(rows[0]!.name).toBe(plain(name));
});

test('nothing comes before something, as in a file', async () => {
  await add(record, bytes('A word.\n\nNobody said a thing here at all, and no day is known.'), 'a.txt');
  await add(record, bytes(PIER), 'pier.md');
  const rows = (direction: 'asc' | 'desc') =>
    record.db.selectFrom('document').select('published').orderBy('published', direction).execute();
  expect((await rows('asc')).map(({ published }) => published)).toEqual([null, '2025-03-12']);
  expect((await rows('desc')).map(({ published }) => published)).toEqual(['2025-03-12', null]);
});

describe('moving', () => {
  test('there and back keeps everything, and proves it', async () => {
    const file = await openRecord(join(folder, 'from.sqlite'));
    await add(file, bytes(PIER), 'pier.md');
    await add(file, bytes(PIER.replace('Vane', 'Quill').replace('12 March', '14 March')), 'again.md');
    const [first] = await findStatements(file);
    await reviewStatement(file, first!.id, 'speaker', { speaker: { name: 'Owen Price', type: 'person' } }, 'Ines');
    // Ordered otherwise by who counts capitals as one.
    for (const name of ['pier', 'Quay']) await saveTopic(file, { name, phrasings: ['patched'] });
    const [one, other] = await file.db.selectFrom('entity').select('id').orderBy('id').limit(2).execute();
    await mergeEntities(file, one!.id, other!.id, 'Ines');
    const before = await recordDigests(file);

    expect(await moveRecord(file, record)).toEqual(before);
    expect(await findStatements(record)).toEqual(await findStatements(file));
    // What is added after has a place of its own.
    await add(record, bytes(PIER.replace('patched', 'mended')), 'third.md');

    const back = await openRecord(join(folder, 'back.sqlite'));
    expect(await moveRecord(record, back)).toEqual(await recordDigests(record));
    expect(await findStatements(back)).toEqual(await findStatements(record));
    await expect(moveRecord(file, back)).rejects.toThrow(/holds a record already/u);
    expect(await moveRecord(record, back)).toEqual(await recordDigests(record));
    const followed = await openRecord(join(folder, 'followed.sqlite'));
    await followFeed(followed, { url: 'https://gazette.example/feed' });
    await expect(moveRecord(file, followed)).rejects.toThrow(/holds a record already/u);
    await followed.close();
    await back.close();
    await file.close();
  });
  test('numbers that were given out before are given to nothing else after', async () => {
    const file = await openRecord(join(folder, 'from.sqlite'));
    await add(file, bytes(PIER), 'pier.md');
    await file.db.deleteFrom('statement').execute();
    const last = await file.lastNumber('statement');
    expect(last).toBeGreaterThan(0);
    await moveRecord(file, record);
    const back = await openRecord(join(folder, 'back.sqlite'));
    await moveRecord(record, back);
    for (const moved of [record, back]) {
      expect(await moved.lastNumber('statement')).toBe(last);
      await add(moved, bytes(PIER.replace('patched', 'mended')), 'mended.md');
      const rows = await moved.db.selectFrom('statement').select('rowid').execute();
      expect(Math.min(...rows.map(({ rowid }) => rowid))).toBeGreaterThan(last);
    }
    await back.close();
    await file.close();
  });
});
