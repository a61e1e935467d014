import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM = 'dist/cli/onrecord.js';
/** The articles are streamed this many times, so that the program's start hardly counts. */
const ROUNDS = 3;

/**
 * Articles per second and peak memory of the built `onrecord extract --ndjson`, with one thread and with two. `data` has
 * `text/*.txt`, or the texts themselves.
 */
export async function run(data: string): Promise<void> {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there; run: npm run build`);
  const folder = existsSync(join(data, 'text')) ? join(data, 'text') : data;
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => `${JSON.stringify({ id: file, text: readFileSync(join(folder, file), 'utf8') })}\n`);
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/u).length, 0) / lines.length;
  const all = Array.from({ length: ROUNDS }, () => lines).flat();
  process.stdout.write(
    `${folder}: ${lines.length} articles of ${Math.round(words)} words on average, ${ROUNDS} times over\n`,
  );
  for (const threads of [1, 2]) {
    const started = performance.now();
    const peak = await extractAll(all, threads);
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(
      `${threads} ${threads === 1 ? 'thread' : 'threads'}: ${(all.length / seconds).toFixed(1)} articles a second (start included), peak memory ${Math.round(peak)} MB\n`,
    );
  }
}

/** Streams the lines through one process, and returns its peak memory in megabytes. */
async function extractAll(lines: readonly string[], threads: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, 'extract', '--ndjson', '--threads', String(threads)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let answers = 0;
  let peak = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    answers += chunk.toString('latin1').split('\n').length - 1;
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid!));
  }, 50);
  for (const line of lines) if (!child.stdin.write(line)) await new Promise((done) => child.stdin.once('drain', done));
  child.stdin.end();
  const status = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(watch);
  if (status !== 0 || answers !== lines.length)
    throw new Error(`extract --ndjson ended with ${status} after ${answers} of ${lines.length} answers`);
  return peak;
}

/** Peak resident memory of a process so far, in megabytes; 0 if the system does not report it. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
