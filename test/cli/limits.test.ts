import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hugePdf, longReport } from './large-files.ts';
import { onrecord, start } from './run.ts';

/** Seconds: enough for a page, even on a busy machine, and a fraction of what the long report takes. */
const LIMIT = 5;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  writeFileSync(join(folder, 'a-huge.pdf'), hugePdf());
  writeFileSync(join(folder, 'b-long.txt'), longReport(900_000));
  copyFileSync('samples/harbour-vote.md', join(folder, 'c-short.md'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('add gives up a document that takes too long, and adds the next', () => {
  const record = join(folder, 'r.sqlite');
  const [long, short] = ['b-long.txt', 'c-short.md'].map((name) => join(folder, name));
  const { status, stderr } = onrecord(['--record', record, 'add', '--limit', String(LIMIT), long!, short!]);
  expect(status).toBe(1);
  expect(stderr).toContain('seconds of processor time and was given up; allow more with --limit SECONDS');
  expect(stderr).toContain('1 document added');
  expect(JSON.parse(onrecord(['--record', record, 'list', '--json']).stdout)).toHaveLength(1);
});

test('add gives up a document that takes too much memory, and adds the next', () => {
  const files = ['a-huge.pdf', 'c-short.md'].map((name) => join(folder, name));
  const { status, stderr } = onrecord(['--record', join(folder, 'm.sqlite'), 'add', ...files]);
  expect(status).toBe(1);
  expect(stderr).toContain('a-huge.pdf: it takes more than 1 GB of memory; split it into smaller documents');
  expect(stderr).toContain('1 document added');
});

test('extract --ndjson answers a line that takes too long with an error, and the others in order', () => {
  const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
  const short = readFileSync('samples/harbour-vote.md', 'utf8');
  const { status, stdout } = onrecord(['extract', '--ndjson', '--threads', '2', '--limit', '3'], {
    input: line('one', short) + line('long', longReport(480_000)) + line('three', short),
  });
  expect(status).toBe(1);
  const answers = stdout
    .trim()
    .split('\n')
    .map((answer) => JSON.parse(answer) as { id: string; error?: string; statements?: unknown[] });
  expect(answers).toEqual([
    { id: 'one', statements: expect.any(Array) },
    { id: 'long', error: 'line 2: it took more than 3 seconds of processor time and was given up' },
    { id: 'three', statements: answers[0]!.statements },
  ]);
});

test.each(['0', '-3', 'long'])('--limit %s is refused with a sentence', (limit) => {
  const { status, stderr } = onrecord(['extract', '--limit', limit, 'samples/harbour-vote.md']);
  expect(status).toBe(2);
  expect(stderr).toContain(`--limit ${limit} is not a number of seconds`);
});

test.skipIf(process.platform !== 'linux')('what reads documents ends when the program is killed', async () => {
  const child = start(['extract', join(folder, 'b-long.txt')]);
  const reading = await until(() => childrenOf(child.pid!)[0]);
  child.kill('SIGKILL');
  await until(() => (isRunning(reading) ? undefined : true));
});

/** Waits until there is something to give. */
async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(50);
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && statusOf(Number(name))?.parent === pid)
    .map(Number);
}

function isRunning(pid: number): boolean {
  const status = statusOf(pid);
  return status !== undefined && status.state !== 'Z';
}

/** The state and the parent of a process; undefined where there is none. */
function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    return { state: state!, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
