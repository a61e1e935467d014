import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { add } from '../../src/pipeline/add.ts';
import {
  countRecord,
  findFigures,
  findStatements,
  moveRecord,
  type OpenRecord,
  openRecord,
  recordDigests,
  recordError,
} from '../../src/record/index.ts';
import { SQLITE_HISTORY } from '../../src/record/store/sqlite-history.ts';
import { definitions, describedTables } from './store/described.ts';
import { olderRecord, releasedRecord } from './store/released.ts';

let folder: string;
let record: OpenRecord;
const bytes = (text: string) => new TextEncoder().encode(text);

/** Who has no rights: its number is the same on all systems that we know. */
const NOBODY = 65534;

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
  test.each([
    'delete',
    'wal',
  ])('another program’s database (journal: %s) stays as it is, byte for byte', async (journal) => {
    const file = join(folder, 'other.sqlite');
    const other = new Database(file);
    other.pragma(`journal_mode = ${journal}`);
    other.exec('create table t (x); insert into t values (1)');
    other.close();
    const [before, beside] = [digestOf(file), readdirSync(folder).length];
    await expect(openRecord(file)).rejects.toMatchObject({
      code: 'record-damaged',
      message: expect.stringMatching(/another program/u),
    });
    await expect(openRecord(file, { mustExist: true })).rejects.toMatchObject({ code: 'record-damaged' });
    expect(digestOf(file)).toBe(before);
    expect(readdirSync(folder)).toHaveLength(beside);
  });
  test('another program’s database that is in use stays as it is', async () => {
    const file = join(folder, 'other.sqlite');
    const other = new Database(file);
    other.pragma('journal_mode = wal');
    other.exec('create table t (x); insert into t values (1)');
    const before = [digestOf(file), digestOf(`${file}-wal`)];
    await expect(openRecord(file)).rejects.toMatchObject({ code: 'record-damaged' });
    expect([digestOf(file), digestOf(`${file}-wal`)]).toEqual(before);
    other.close();
  });
  test('an empty file becomes a record, and a record in use is opened by another', async () => {
    const file = join(folder, 'empty.sqlite');
    writeFileSync(file, '');
    const [one, two] = await Promise.all([openRecord(file), openRecord(file)]);
    await add(one, bytes(PIER), 'pier.md');
    expect(await countRecord(two.db)).toEqual(await countRecord(one.db));
    await one.close();
    await two.close();
  });
  test('ten processes at once make one record', async () => {
    const file = join(folder, 'ten.sqlite');
    const script = `import { openRecord, recordDigests } from './src/record/index.ts';
      const record = await openRecord(process.argv[1]);
      process.stdout.write(String((await recordDigests(record)).length));
      await record.close();`;
    const all = await Promise.all(Array.from({ length: 10 }, () => runScript(script, file)));
    expect(new Set(all).size).toBe(1);
    expect(Number(all[0])).toBeGreaterThan(20);
  });
  test('a released record is brought up to date, and a copy of it kept', async () => {
    await add(record, bytes(PIER), 'pier.md');
    const released = await openRecord(await releasedRecord(folder, record));
    expect(await recordDigests(released)).toEqual(await recordDigests(record));
    const copy = new Database(`${released.place}.schema-5.bak`, { readonly: true });
    expect(copy.prepare('select count(*) as n from document').get()).toEqual({ n: 1 });
    expect(copy.pragma('user_version', { simple: true })).toBe(5);
    copy.close();
    await released.close();
  });
  test.each(
    SQLITE_HISTORY.map((_, i) => i + 1),
  )('a record with the first %i steps ends in the same schema', async (steps) => {
    const older = await openRecord(olderRecord(folder, steps));
    expect(await describedTables(older)).toEqual(await describedTables(record));
    expect(await definitions(older)).toEqual(await definitions(record));
    await older.close();
  });
  test('version 0.1 refuses what is newer than it, by the number that it looks at', async () => {
    const file = new Database(record.place, { readonly: true });
    expect(file.pragma('user_version', { simple: true })).toBeGreaterThan(5);
    file.close();
  });
  test('a step that fails changes nothing', async () => {
    await add(record, bytes(PIER), 'pier.md');
    const place = await releasedRecord(folder, record);
    const file = new Database(place);
    // What the step is about to make is there already.
    file.exec('create table statement_made_again (x)');
    const before = file.prepare('select sql from sqlite_schema').all();
    await expect(openRecord(place)).rejects.toThrow(/already exists/u);
    expect(file.pragma('user_version', { simple: true })).toBe(5);
    expect(file.prepare("select sql from sqlite_schema where name not like '%kysely%'").all()).toEqual(before);
    file.exec('drop table statement_made_again');
    file.close();
    const again = await openRecord(place);
    expect((await countRecord(again.db)).documents).toBe(1);
    await again.close();
  });
  test('a newer record is refused with a sentence', async () => {
    const file = join(folder, 'newer.sqlite');
    await (await openRecord(file)).close();
    const newer = new Database(file);
    newer.exec("insert into kysely_migration values ('99-what-comes', '2030-01-01')");
    newer.close();
    await expect(openRecord(file)).rejects.toThrow(/newer Onrecord \(schema 99, this one knows \d+\)/u);
  });
});

describe('a record that cannot be written to', () => {
  let place: string;
  beforeEach(async () => {
    await add(record, bytes(PIER), 'pier.md');
    const own = mkdtempSync(join(folder, 'shut-'));
    place = join(own, 'shut.sqlite');
    await record.backup(place);
  });

  test('is asked, and refuses what would change it', async () => {
    await withoutRights(place, async () => {
      const shut = await openRecord(place, { mustExist: true });
      expect(shut.isReadOnly).toBe(true);
      expect(await findStatements(shut, { about: 'patched' })).toEqual(
        await findStatements(record, { about: 'patched' }),
      );
      const writing = shut.transaction((tx) => tx.deleteFrom('figure').execute());
      await expect(writing.catch((cause: unknown) => Promise.reject(recordError(cause, place)))).rejects.toMatchObject({
        code: 'record-read-only',
      });
      await shut.close();
    });
  });
  test('is asked with what stands beside it and is not in the file yet', async () => {
    const script = `import { openRecord, saveTopic } from './src/record/index.ts';
      const record = await openRecord(process.argv[1]);
      await saveTopic(record, { name: 'Pier', phrasings: ['patched'] });
      process.kill(process.pid, 'SIGKILL');`;
    await runScript(script, place).catch(() => undefined);
    rmSync(`${place}-shm`);
    await withoutRights(place, async () => {
      const shut = await openRecord(place);
      expect(await shut.db.selectFrom('topic').select('name').execute()).toEqual([{ name: 'Pier' }]);
      await shut.close();
    });
  });
  test('and that is older says that it would have to be brought up to date', async () => {
    const older = olderRecord(join(place, '..'), 5);
    await withoutRights(older, async () => {
      await expect(openRecord(older)).rejects.toMatchObject({
        code: 'record-read-only',
        message: expect.stringMatching(/older Onrecord/u),
      });
    });
  });
});

test('a row that holds no valid JSON is a damaged record, not a fault of the program', async () => {
  const { document } = await add(record, bytes(`${PIER} The vote cost at least 60,000 people their walk.`), 'pier.md');
  const { place } = record;
  await record.close();
  const whole = readFileSync(place, 'latin1');
  writeFileSync(place, whole.replaceAll('{"', 'x"'), 'latin1');
  record = await openRecord(place);
  for (const ask of [() => findStatements(record), () => findFigures(record, document)]) {
    const error = await ask().catch((cause: unknown) => recordError(cause, place));
    expect(error).toMatchObject({ code: 'record-damaged', message: expect.stringMatching(/no valid JSON/u) });
  }
});

describe('moving', () => {
  test.each([
    ['in the middle', "{ if (table === 'statement') process.kill(process.pid, 'SIGKILL'); }"],
    ['before it could tell', '{}'],
  ])('killed %s, it can be done again', async (_, onTable) => {
    await add(record, bytes(PIER), 'pier.md');
    const place = join(folder, 'to.sqlite');
    const script = `import { moveRecord, openRecord } from './src/record/index.ts';
      const from = await openRecord('${record.place}');
      const to = await openRecord(process.argv[1]);
      await moveRecord(from, to, (table) => ${onTable});
      process.kill(process.pid, 'SIGKILL');`;
    await expect(runScript(script, place)).rejects.toMatchObject({ signal: 'SIGKILL' });
    const to = await openRecord(place);
    expect(await moveRecord(record, to)).toEqual(await recordDigests(record));
    expect(await recordDigests(to)).toEqual(await recordDigests(record));
    await add(record, bytes(PIER.replace('Vane', 'Quill')), 'quill.md');
    await expect(moveRecord(record, to)).rejects.toThrow(/holds a record already/u);
    await to.close();
  });
});

function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Runs a module of ours in a process of its own, with a file as its argument; gives what it prints. */
async function runScript(script: string, file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
    file,
  ]);
  return stdout;
}

/** Does something while neither a file nor its folder can be written to. */
async function withoutRights(file: string, work: () => Promise<void>): Promise<void> {
  const own = join(file, '..');
  chmodSync(folder, 0o755);
  for (const name of readdirSync(own)) chmodSync(join(own, name), 0o444);
  chmodSync(own, 0o555);
  // Rights mean nothing to root.
  const isRoot = process.geteuid!() === 0;
  if (isRoot) process.seteuid!(NOBODY);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid!(0);
    chmodSync(own, 0o755);
  }
}
