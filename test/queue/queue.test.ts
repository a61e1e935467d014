import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openQueue, type Queue } from '../../src/pipeline/queue/queue.ts';
import { type JobReport, work } from '../../src/pipeline/queue/worker.ts';
import {
  countRecord,
  findStatements,
  listDocuments,
  type OpenRecord,
  openRecord,
  reviewStatement,
} from '../../src/record/index.ts';
import { onrecord } from '../cli/run.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;
let queue: Queue;
const bytes = (text: string) => new TextEncoder().encode(text);
const article = (i: number) =>
  `# Pier ${i}\n\nMaren Coyle\n${(i % 27) + 1} March 2025\n\nMayor Ada Vane told the Gazette on Tuesday: “We have patched pier ${i} for thirty years.”\n\n“It will not last the winter,” Vane said.`;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
  queue = await openQueue(record);
});
afterEach(async () => {
  await queue.close();
  await record.close();
  rmSync(folder, { recursive: true });
});

describe('a worker', () => {
  test('reads, extracts and compares what is queued, and ends when told to', async () => {
    for (let i = 0; i < 3; i++) await queue.sendBytes(bytes(article(i)), `${i}.md`);
    const done: JobReport[] = [];
    await work(queue, { once: true, onJob: (report) => done.push(report) });
    expect(done.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
      ...Array(3).fill('compare done'),
      ...Array(3).fill('extract done'),
    ]);
    expect((await countRecord(record.db)).documents).toBe(3);
    const joined = await record.db.selectFrom('report').selectAll().execute();
    expect(joined).toHaveLength((await findStatements(record)).length);
  });

  test('does not try again what cannot get better, and says why', async () => {
    await queue.sendBytes(bytes('<html><body><nav>Home</nav></body></html>'), 'empty.html');
    await work(queue, { once: true });
    const [failed] = await queue.list(['failed']);
    expect(failed).toMatchObject({ kind: 'extract', about: 'empty.html', reason: expect.stringMatching(/no .*text/u) });
    expect(await queue.retry([failed!.id.slice(0, 8)])).toBe(1);
    expect(await queue.list(['waiting'])).toHaveLength(1);
    await expect(queue.retry(['nonsense'])).rejects.toMatchObject({ code: 'not-found' });
  });

  test('tries again later what may get better', async () => {
    await queue.send('read', { address: 'http://127.0.0.1:1/', details: {} });
    const done: JobReport[] = [];
    const stop = new AbortController();
    await work(queue, {
      allowPrivate: true,
      signal: stop.signal,
      onJob: (report) => {
        done.push(report);
        stop.abort();
      },
    });
    expect(done).toMatchObject([{ kind: 'read', outcome: 'again', reason: expect.stringMatching(/refuses/u) }]);
    expect(await queue.list(['later'])).toHaveLength(1);
  });

  test('refuses private addresses unless they are allowed', async () => {
    await queue.send('read', { address: 'http://127.0.0.1:1/', details: {} });
    await work(queue, { once: true });
    expect(await queue.list(['failed'])).toMatchObject([{ reason: expect.stringMatching(/private network/u) }]);
  });
});

test('documents are extracted again by workers, and keep what persons said', async () => {
  await queue.sendBytes(bytes(article(1)), 'a.md');
  await work(queue, { once: true });
  const [first] = await findStatements(record);
  await reviewStatement(record, first!.id, 'speaker', { speaker: { name: 'Owen Price', type: 'person' } }, 'Ines');
  expect(onrecord(['--record', record.place, 'reextract', '--queue']).stderr).toMatch(/1 queued/u);
  const done: JobReport[] = [];
  await work(queue, { once: true, onJob: (report) => done.push(report) });
  // What the correction left to be compared is compared too, in whatever order the workers take it.
  expect(done.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual(['compare done', 'reextract done']);
  expect((await findStatements(record, { speaker: 'Price' })).length).toBe(1);
});

test('what waits for the same thing is kept once; what is no document is refused at once', async () => {
  await queue.sendBytes(bytes(article(1)), 'a.md');
  await queue.sendBytes(bytes(article(1)), 'a.md');
  expect(await queue.list(['waiting'])).toHaveLength(1);
  await expect(queue.sendBytes(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'a.bin')).rejects.toThrow(
    /program/u,
  );
});

test('a record that is a file has no queue', async () => {
  const file = await openRecord(join(folder, 'f.sqlite'));
  await expect(openQueue(file)).rejects.toThrow(/is a file, which has no queue/u);
  await file.close();
});

test('workers that are killed at any moment lose nothing and do nothing twice', async () => {
  const files = join(folder, 'articles');
  const count = 24;
  mkdirSync(files);
  for (let i = 0; i < count; i++) writeFileSync(join(files, `${i}.md`), article(i));
  const queued = onrecord(['--record', record.place, 'add', '--queue', files]);
  expect(queued).toMatchObject({ status: 0, stderr: expect.stringContaining(`${count} queued`) });

  const start = () =>
    spawn(process.execPath, ['dist/cli/onrecord.js', '--record', record.place, 'work', '--once', '-q']);
  const running: ChildProcess[] = [start(), start()];
  for (let kill = 0; kill < 6; kill++) {
    await setTimeout(1200 + 300 * kill);
    running.shift()!.kill('SIGKILL');
    running.push(start());
  }
  await Promise.all(running.map((child) => new Promise((done) => child.on('exit', done))));

  const jobs = await queue.list(['waiting', 'later', 'running', 'failed']);
  expect(jobs).toEqual([]);
  const names = (await listDocuments(record)).flatMap((document) => document.names);
  expect(names.sort()).toEqual(
    readdirSync(files)
      .map((name) => join(files, name))
      .sort(),
  );
  const alone = await openRecord(join(folder, 'alone.sqlite'));
  expect(onrecord(['--record', alone.place, 'add', '-q', files]).status).toBe(0);
  const own = async (one: OpenRecord) => (await findStatements(one)).map(({ entity: _, ...statement }) => statement);
  expect(await own(record)).toEqual(await own(alone));
  const vectors = async (one: OpenRecord) =>
    (await one.db.selectFrom('vector').select('statement').orderBy('statement').execute()).length;
  expect(await vectors(record)).toBe(await vectors(alone));
  await alone.close();
  expect(onrecord(['--record', record.place, 'jobs']).stdout).toMatch(/extract +0 +0 +0 +24 +0/u);
});
