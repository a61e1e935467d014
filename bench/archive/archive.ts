import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { warcRecord } from '../../test/read/archives.ts';
import { madeArticles, pageOf } from '../made/articles.ts';

const PAGES = Number(process.env.ONRECORD_PAGES ?? 10_000);
/** How many pages are also added to a record; the others are only read. */
const ADDED = Math.min(PAGES, 500);

/** A WARC of made-up pages: pages read and added per second, and the memory this takes. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-archive-'));
  try {
    const whole = await write(join(folder, 'pages.warc.gz'), PAGES);
    const few = await write(join(folder, 'few.warc.gz'), ADDED);
    process.stdout.write(`${PAGES} pages, ${(statSync(whole).size / 1e6).toFixed(0)} MB of gzip\n`);
    const started = performance.now();
    const bytes = execFileSync('sh', ['-c', `zcat "${whole}" | wc -c`], { encoding: 'utf8' }).trim();
    const zcat = (performance.now() - started) / 1000;
    process.stdout.write(
      `zcat | wc: ${zcat.toFixed(2)} s for ${(Number(bytes) / 1e6).toFixed(0)} MB, ${(PAGES / zcat).toFixed(0)} pages a second\n`,
    );
    tell('onrecord read, to documents', PAGES, await measured(['read', whole]));
    // If memory does not grow with the file, a small part of it takes as much.
    tell('onrecord read of its first part', ADDED, await measured(['read', few]));
    tell('onrecord add, to a record', ADDED, await measured(['--record', join(folder, 'r.sqlite'), 'add', '-q', few]));
    tell(
      'onrecord add, the same once more',
      ADDED,
      await measured(['--record', join(folder, 'r.sqlite'), 'add', '-q', few]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function write(path: string, pages: number): Promise<string> {
  const out = createWriteStream(path);
  let number = 0;
  for (const article of madeArticles(pages, 5)) {
    const record = warcRecord({ url: `https://made.example/${number++}`, body: pageOf(article) });
    if (!out.write(gzipSync(record))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return path;
}

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly lines: number;
}

/** Runs the built program and samples its memory every 100 ms. */
async function measured(args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/cli/onrecord.js', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let [lines, megabytes] = [0, 0];
  child.stdout.on('data', (data: Buffer) => {
    for (const byte of data) if (byte === 10) lines++;
  });
  const timer = setInterval(() => {
    try {
      const resident = execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' });
      megabytes = Math.max(megabytes, Number(resident) / 1024);
    } catch {}
  }, 100);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`onrecord ${args[0]} ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, megabytes, lines };
}

function tell(what: string, pages: number, { seconds, megabytes, lines }: Measured): void {
  process.stdout.write(
    `${what}: ${pages} pages in ${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(1)} a second, at most ${megabytes.toFixed(0)} MB${lines > 0 ? `, ${lines} documents` : ''}\n`,
  );
}
