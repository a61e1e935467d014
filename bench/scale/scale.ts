import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageOf } from '../../src/compare/index.ts';
import {
  countRecord,
  findStatements,
  moveRecord,
  type OpenRecord,
  openRecord,
  search,
} from '../../src/record/index.ts';
import { POSTGRES_PROGRAMS, startPostgres } from '../../test/postgres.ts';
import { submit, WITHOUT_SPARK } from '../../test/spark/submit.ts';
import { lineOf, madeArticles } from '../made/articles.ts';
import { fill } from '../record/fill.ts';
import { readEvents } from '../utterances/basil.ts';

const ARTICLES = Number(process.env.ONRECORD_ARTICLES ?? 5000);
/** How often each query is run; the median is printed. */
const TIMES = 7;

/**
 * One process, two workers on Postgres, and Spark with two executors on the same articles of our own; then what Postgres
 * costs beside SQLite on one record of 100,000 statements (`ONRECORD_WEB_RECORD` names a file that holds one).
 */
export async function run(data: string): Promise<void> {
  if (POSTGRES_PROGRAMS === undefined || WITHOUT_SPARK) {
    process.stderr.write(`Postgres and Spark are needed${WITHOUT_SPARK}\n`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-scale-'));
  const postgres = await startPostgres();
  try {
    if (!process.env.ONRECORD_ONLY_STORES) await engines(folder, postgres.url);
    await stores(folder, data, postgres.url);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function engines(folder: string, postgres: string): Promise<void> {
  const files = join(folder, 'articles');
  mkdirSync(files);
  const lines: string[] = [];
  let number = 0;
  for (const article of madeArticles(ARTICLES, 9)) {
    const line = lineOf(article, `m${number}`);
    lines.push(line);
    writeFileSync(join(files, `${String(number++).padStart(6, '0')}.json`), line);
  }
  const ndjson = join(folder, 'articles.ndjson');
  writeFileSync(ndjson, `${lines.join('\n')}\n`);
  process.stdout.write(`${ARTICLES} articles of some 120 words\n`);

  const onrecord = async (...args: string[]) => {
    const child = spawn(process.execPath, ['dist/cli/onrecord.js', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await once(child, 'exit');
  };
  const one = await timed('one process, a file, onrecord add', () =>
    onrecord('--record', join(folder, 'one.sqlite'), 'add', '-q', files),
  );
  const place = `${postgres}?schema=scale`;
  await timed(
    'one process, Postgres, onrecord add',
    () => onrecord('--record', `${postgres}?schema=alone`, 'add', '-q', files),
    one,
  );
  await onrecord('--record', place, 'add', '--queue', '-q', files);
  await timed(
    'two workers, Postgres, onrecord work',
    async () => await Promise.all([1, 2].map(() => onrecord('--record', place, 'work', '--once', '-q'))),
    one,
  );
  const filter = await timed('one process, no record, extract --ndjson --threads 1', async () => {
    execFileSync('sh', [
      '-c',
      `"${process.execPath}" dist/cli/onrecord.js extract --ndjson --full --threads 1 < "${ndjson}" > "${join(folder, 'one.ndjson')}"`,
    ]);
  });
  await timed(
    'two executors, Spark, extract.py (against the line before)',
    () => submit('extract', [ndjson, join(folder, 'spark'), '--partitions', '20']).done,
    filter,
  );
  for (const [name, where] of [
    ['file', join(folder, 'one.sqlite')],
    ['Postgres, two workers', place],
  ] as const) {
    const record = await openRecord(where);
    const { documents, statements } = await countRecord(record.db);
    process.stdout.write(`${name}: ${documents} documents, ${statements} statements\n`);
    await record.close();
  }
}

async function timed(what: string, work: () => Promise<unknown>, beside?: number): Promise<number> {
  const started = performance.now();
  await work();
  const rate = ARTICLES / ((performance.now() - started) / 1000);
  process.stdout.write(
    `${what}: ${rate.toFixed(1)} articles a second${beside === undefined ? '' : `, ${(rate / beside).toFixed(2)} of one process`}\n`,
  );
  return rate;
}

async function stores(folder: string, data: string, postgres: string): Promise<void> {
  const kept = process.env.ONRECORD_WEB_RECORD;
  const place = join(folder, 'large.sqlite');
  if (kept && existsSync(kept)) copyFileSync(kept, place);
  const file = await openRecord(place);
  if ((await countRecord(file.db)).documents === 0) await fill(file, readEvents(data));
  const { documents, statements } = await countRecord(file.db);
  process.stdout.write(`${documents} documents, ${statements} statements\n`);
  const server = await openRecord(`${postgres}?schema=large`);
  const started = performance.now();
  const digests = await moveRecord(file, server);
  const rows = digests.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `moved to Postgres and proved: ${rows} rows in ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
  );
  const week = { since: '2012-08-12', until: '2012-08-18' };
  const questions: readonly [string, (record: OpenRecord) => Promise<unknown>][] = [
    [
      'said, one speaker of thousands of statements',
      (record) => findStatements(record, { speaker: 'Obama', about: 'tax' }),
    ],
    [
      'said, since a day',
      (record) => findStatements(record, { speaker: 'Romney', since: '2012-08-01', until: '2012-08-31' }),
    ],
    ['search, two words', (record) => search(record, 'health reform')],
    ['search, a phrase', (record) => search(record, '"the united states"')],
    ['coverage of a week', (record) => coverageOf(record, week)],
  ];
  for (const [what, ask] of questions) {
    const [one, other] = [await median(() => ask(file)), await median(() => ask(server))];
    process.stdout.write(
      `${what}: SQLite ${one.toFixed(0)} ms, Postgres ${other.toFixed(0)} ms (${(other / one).toFixed(1)} times)\n`,
    );
  }
  await file.close();
  await server.close();
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
}
