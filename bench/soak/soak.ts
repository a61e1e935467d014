import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeOpml } from '../../src/read/feed/opml.ts';
import {
  changedDocuments,
  countRecord,
  listFeeds,
  listItems,
  type OpenRecord,
  openRecord,
} from '../../src/record/index.ts';
import { mulberry32 } from '../random.ts';
import { MARK, type Outlets, openOutlets, REWRITTEN } from './outlets.ts';

const FEEDS = Number(process.env.ONRECORD_FEEDS ?? 50);
const ARTICLES = Number(process.env.ONRECORD_ARTICLES ?? 5000);
const KILLS = 20;
const HOST = /\d+\.\d+\.\d+\.\d+(?::\d+)?/gu;
/** All articles are published within this many seconds; the rest is read after that. */
const SECONDS = Number(process.env.ONRECORD_SECONDS ?? ARTICLES / 14);

/** Follows simulated outlets with the built program, which is killed repeatedly, and prints what is in the record at the end. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-soak-'));
  const outlets = await openOutlets(FEEDS, ARTICLES, SECONDS);
  try {
    const opml = join(folder, 'feeds.opml');
    writeFileSync(opml, writeOpml(outlets.feeds.map((url) => ({ url }))));
    await soak(outlets, opml, join(folder, 'r.sqlite'));
  } finally {
    await outlets.close();
    if (process.env.ONRECORD_KEEP) process.stdout.write(`kept: ${folder}\n`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

async function soak(outlets: Outlets, opml: string, place: string): Promise<void> {
  const random = mulberry32(3);
  const started = Date.now();
  const memory: { pid: number; at: number; megabytes: number }[] = [];
  let kills = 0;
  let watcher = begin(opml, place);
  const sampling = setInterval(() => {
    const megabytes = residentOf(watcher.pid!);
    if (megabytes > 0) memory.push({ pid: watcher.pid!, at: (Date.now() - started) / 1000, megabytes });
  }, 1000);
  while (kills < KILLS) {
    await setTimeout((1000 * SECONDS * (0.4 + 1.2 * random())) / (KILLS + 1));
    watcher.kill('SIGKILL');
    await new Promise((done) => watcher.on('exit', done));
    kills++;
    watcher = begin(opml, place);
  }
  await settled(place);
  watcher.kill('SIGINT');
  await new Promise((done) => watcher.on('exit', done));
  clearInterval(sampling);
  process.stdout.write(
    `watched ${((Date.now() - started) / 1000).toFixed(0)} s, killed ${kills} times, ${outlets.requests()} requests\n`,
  );
  memoryLines(memory);
  await report(outlets, place);
}

function begin(opml: string, place: string): ChildProcess {
  return spawn(
    process.execPath,
    [
      'dist/cli/onrecord.js',
      '--record',
      place,
      'watch',
      opml,
      '--every',
      '5s',
      '--pause',
      '10ms',
      '--reread',
      `${(2 * REWRITTEN) / 1000}s`,
      '--allow-private',
      '-q',
    ],
    { stdio: 'ignore' },
  );
}

function residentOf(pid: number): number {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  } catch {
    return 0;
  }
}

/** Waits until everything has been read, and read again. */
async function settled(place: string): Promise<void> {
  const record = await openRecord(place);
  try {
    for (let quiet = 0; quiet < 5; ) {
      await setTimeout(2000);
      const soon = new Date(Date.now() + 3_600_000).toISOString();
      const { n } = await record.db
        .selectFrom('item')
        .select((count) => count.fn.countAll<number>().as('n'))
        .where('state', 'in', ['waiting', 'done'])
        .where('due', '<', soon)
        .executeTakeFirstOrThrow();
      quiet = Number(n) === 0 ? quiet + 1 : 0;
    }
  } finally {
    await record.close();
  }
}

/** Memory of the last watcher, which ran longest, minute by minute; and its peak. */
function memoryLines(memory: readonly { pid: number; at: number; megabytes: number }[]): void {
  const highest = Math.max(...memory.map(({ megabytes }) => megabytes));
  const last = memory.filter(({ pid }) => pid === memory.at(-1)!.pid);
  const minutes: number[][] = [];
  for (const { at, megabytes } of last) {
    minutes[Math.floor((at - last[0]!.at) / 60)] ??= [];
    minutes[Math.floor((at - last[0]!.at) / 60)]!.push(megabytes);
  }
  const means = minutes.map((some) => (some.reduce((sum, one) => sum + one, 0) / some.length).toFixed(0));
  process.stdout.write(
    `memory: at most ${highest.toFixed(0)} MB; the last watcher by its minutes: ${means.join(', ')} MB\n`,
  );
}

/** What the record says about the missing articles, by how their outlets misbehave. */
async function missingLines(record: OpenRecord, missing: readonly { url: string; manner: string }[]): Promise<void> {
  const items = new Map((await listItems(record, { limit: 100_000 })).map((item) => [item.url, item]));
  const fates = new Map<string, number>();
  for (const { url, manner } of missing) {
    const item = items.get(url);
    const fate = item ? `${item.state}, ${item.problem ?? 'no problem'}` : 'not in its feed when that was read';
    fates.set(`${manner}: ${fate}`, (fates.get(`${manner}: ${fate}`) ?? 0) + 1);
  }
  for (const [fate, count] of fates) process.stdout.write(`  missing: ${count} ${fate.replace(HOST, 'HOST')}\n`);
}

async function report(outlets: Outlets, place: string): Promise<void> {
  const record = await openRecord(place);
  try {
    const rows = await record.db.selectFrom('document').select(['id', 'text']).where('removed', 'is', null).execute();
    const found = new Map<string, number>();
    for (const { text } of rows) {
      const mark = MARK.exec(text)?.[1] ?? '';
      found.set(mark, (found.get(mark) ?? 0) + 1);
    }
    const missing = [...outlets.readable].flatMap(([mark, place]) => (found.has(mark) ? [] : [place]));
    const twice = [...found].filter(([, count]) => count > 1);
    const { documents, statements } = await countRecord(record.db);
    const changed = await changedDocuments(record, 100_000);
    process.stdout.write(`${documents} documents, ${statements} statements\n`);
    process.stdout.write(
      `should be there: ${outlets.readable.size}; missing: ${missing.length}; twice: ${twice.length}\n`,
    );
    await missingLines(record, missing);
    process.stdout.write(
      `not allowed by robots.txt: ${outlets.forbidden.size}; of these in the record: ${[...outlets.forbidden.keys()].filter((mark) => found.has(mark)).length}\n`,
    );
    process.stdout.write(
      `rewritten after they were read: ${outlets.rewritten.size}; versions found: ${changed.length}\n`,
    );
    const causes = new Map<string, number>();
    for (const { problem } of await listItems(record, { state: 'failed', limit: 100_000 })) {
      const cause = (problem ?? '').replace(HOST, 'HOST');
      causes.set(cause, (causes.get(cause) ?? 0) + 1);
    }
    for (const [cause, count] of causes) process.stdout.write(`  failed articles: ${count} ${cause}\n`);
    const feeds = await listFeeds(record);
    for (const state of ['active', 'gone', 'paused'])
      process.stdout.write(`feeds ${state}: ${feeds.filter((feed) => feed.state === state).length}\n`);
    process.stdout.write(
      `feeds read although they are broken: ${feeds.filter(({ flaw }) => flaw !== null).length}; moved: ${feeds.filter(({ url }) => url.endsWith('/feed')).length} of ${feeds.length} at their new addresses\n`,
    );
    if (missing.length > 0 || twice.length > 0) process.exitCode = 1;
  } finally {
    await record.close();
  }
}
