import { read } from '../../src/read/read.ts';
import { launch } from '../../test/web/browser.ts';
import { type PrintedPage, printedPages, wordsOf } from './pages.ts';
import { type Scan, scanned } from './scanned.ts';

const SCANS: readonly Scan[] = [150, 200, 300].flatMap((dots) => [false, true].map((isPoor) => ({ dots, isPoor })));

/** Pages of our own, printed by a browser, scanned at three resolutions, and read with recognition of text. */
export async function run(gold: string): Promise<void> {
  const browser = await launch();
  try {
    process.stdout.write('layout        dots  scan    words in order  too many  sure  seconds\n');
    for (const scan of SCANS) {
      const all = { words: 0, found: 0, seconds: 0 };
      for (const page of printedPages(gold)) {
        const { found, more, sure, seconds } = await readScan(page, await scanned(browser, page, scan));
        all.words += page.words.length;
        all.found += found;
        all.seconds += seconds / printedPages(gold).length;
        print(page.name, scan, found / page.words.length, more, sure, seconds);
      }
      print('all', scan, all.found / all.words, undefined, undefined, all.seconds);
    }
  } finally {
    await browser.close();
  }
}

async function readScan({ words }: PrintedPage, picture: Uint8Array) {
  const before = process.cpuUsage();
  const { document } = await read(picture, 'scan', { ocr: true });
  const { user, system } = process.cpuUsage(before);
  const got = wordsOf(document.text);
  const found = wordsInOrder(words, got);
  const sure = document.blocks.reduce((sum, { start, end, recognised = 0 }) => sum + (end - start) * recognised, 0);
  return {
    found,
    more: got.length - found,
    sure: sure / document.text.length,
    seconds: (user + system) / 1e6,
  };
}

/** How many words of `wanted` stand in `found` in the same order: their longest common subsequence. */
function wordsInOrder(wanted: readonly string[], found: readonly string[]): number {
  let last = new Uint32Array(found.length + 1);
  for (const word of wanted) {
    const next = new Uint32Array(found.length + 1);
    found.forEach((other, i) => {
      next[i + 1] = other === word ? last[i]! + 1 : Math.max(next[i]!, last[i + 1]!);
    });
    last = next;
  }
  return last.at(-1)!;
}

function print(name: string, { dots, isPoor }: Scan, share: number, more?: number, sure?: number, seconds = 0): void {
  process.stdout.write(
    `${name.padEnd(12)}  ${dots}   ${isPoor ? 'poor ' : 'clean'}   ${(100 * share).toFixed(1).padStart(13)}%  ${String(more ?? '').padStart(8)}  ${sure?.toFixed(2) ?? '    '}  ${seconds.toFixed(1).padStart(7)}\n`,
  );
}
