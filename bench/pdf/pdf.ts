import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '../../src/read/read.ts';
import { WITHOUT_BROWSER } from '../../test/web/browser.ts';
import { type Layout, printLayouts } from './layouts.ts';
import { inOrder, wordsOf } from './order.ts';

/** How often each file is read for its time; the quickest counts. */
const TIMES = 3;

/**
 * Words of print in order: layouts of our own, printed by Chromium and read again, against their sources; beside it pdftotext
 * (poppler), where it is installed. `ONRECORD_LAYOUTS` names a folder in which the files are kept.
 */
export async function run(): Promise<void> {
  if (WITHOUT_BROWSER) {
    process.stderr.write(`No Chromium is here${WITHOUT_BROWSER}\n`);
    process.exitCode = 1;
    return;
  }
  const kept = process.env.ONRECORD_LAYOUTS;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'onrecord-pdf-'));
  try {
    await measure(await printLayouts(), folder);
  } finally {
    if (!kept) rmSync(folder, { recursive: true });
  }
}

async function measure(layouts: readonly Layout[], folder: string): Promise<void> {
  const total = { pages: 0, ours: 0, theirs: 0 };
  process.stdout.write('layout: words in order (of the source, of what was read); pdftotext the same\n');
  for (const { name, pdf, source } of layouts) {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, pdf);
    writeFileSync(join(folder, `${name}.txt`), source);
    const { document } = await read(pdf, path);
    const theirs = pdftotext(path);
    process.stdout.write(
      `${name.padEnd(16)} ${sharesOf(source, document.text)}${theirs === undefined ? '' : `; pdftotext ${sharesOf(source, theirs)}`}\n`,
    );
    total.pages += Math.max(...document.blocks.map(({ page }) => page ?? 1));
    total.ours += await quickest(() => read(pdf, path));
    if (theirs !== undefined) total.theirs += await quickest(async () => pdftotext(path));
  }
  const perSecond = (milliseconds: number) => `${((1000 * total.pages) / milliseconds).toFixed(0)} pages a second`;
  process.stdout.write(
    `${total.pages} pages: ${perSecond(total.ours)}${total.theirs > 0 ? `; pdftotext ${perSecond(total.theirs)}, a process each` : ''}\n`,
  );
}

function sharesOf(source: string, text: string): string {
  const [wanted, got] = [wordsOf(source), wordsOf(text)];
  const same = inOrder(wanted, got);
  const percent = (of: number) => `${((100 * same) / of).toFixed(1)}%`;
  return `${percent(wanted.length)} ${percent(got.length)}`;
}

async function quickest(task: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TIMES; i++) {
    const started = performance.now();
    await task();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function pdftotext(path: string): string | undefined {
  const { stdout, status } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  return status === 0 ? stdout : undefined;
}
