import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onrecord, start } from './run.ts';

const DOCUMENTS = 300;
let folder: string;
let record: string;
let articles: string;

/** Short articles of our own, each unlike the others. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = join(folder, 'r.sqlite');
  articles = join(folder, 'articles');
  mkdirSync(articles);
  for (let i = 0; i < DOCUMENTS; i++) {
    writeFileSync(
      join(articles, `${String(i).padStart(4, '0')}.md`),
      `# Report ${i} from Nesse\n\n12 March 2025\n\n“We counted ${i + 2} boats,” Petra Holm told the Gazette on Monday. Ned Lund said that berth ${i} was empty.\n`,
    );
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Ids of whole documents; throws when the record is broken or holds half a document. */
function wholeDocuments(): number {
  const db = new Database(record);
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    if (!db.prepare("select 1 from sqlite_master where name = 'document'").get()) return 0;
    const counts = db
      .prepare(
        'select (select count(*) from statement where document = d.id) as n, (select count(*) from appearance where document = d.id) as a from document d',
      )
      .all() as { n: number; a: number }[];
    expect(counts.every(({ n, a }) => n === 2 && a === 1)).toBe(true);
    const bare = db.prepare('select count(*) as n from statement where id not in (select statement from vector)').get();
    expect(bare).toEqual({ n: 0 });
    expect(
      db.prepare("insert into statement_search (statement_search) values ('integrity-check')").run().changes,
    ).toBeGreaterThanOrEqual(0);
    return counts.length;
  } finally {
    db.close();
  }
}

test('killed at any moment the record is whole, and the same add completes it', async () => {
  let killed = 0;
  for (let attempt = 0; attempt < 12; attempt++) {
    const child = start(['--record', record, 'add', articles, '--quiet']);
    const ended = new Promise((done) => child.once('close', done));
    await sleep(350 + attempt * 60);
    if (child.kill('SIGKILL')) killed++;
    await ended;
    wholeDocuments();
  }
  expect(killed).toBeGreaterThan(3);
  expect(onrecord(['--record', record, 'add', articles, '--quiet']).status).toBe(0);
  expect(wholeDocuments()).toBe(DOCUMENTS);
});

test('two processes may add at once', async () => {
  const children = [1, 2, 3].map(() => start(['--record', record, 'add', articles, '--quiet']));
  const statuses = await Promise.all(children.map((child) => new Promise((done) => child.once('close', done))));
  expect(statuses).toEqual([0, 0, 0]);
  expect(wholeDocuments()).toBe(DOCUMENTS);
});

test('Ctrl-C finishes the document at hand and says what is left', async () => {
  const child = start(['--record', record, 'add', articles]);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const ended = new Promise((done) => child.once('close', done));
  while (!existsSync(record) || wholeDocuments() < 2) await sleep(20);
  child.kill('SIGINT');
  const status = await ended;
  const stored = wholeDocuments();
  if (stored === DOCUMENTS) return; // It was done before the signal came.
  expect(status).toBe(130);
  expect(told).toContain(`Stopped: ${DOCUMENTS - stored} of ${DOCUMENTS} files are left`);
});
