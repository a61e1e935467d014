import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnrecordError } from '../../src/document/index.ts';
import { decode } from '../../src/read/charset.ts';
import { readHtml } from '../../src/read/html/html.ts';
import { read } from '../../src/read/read.ts';
import { scoreMetadata } from './metadata.ts';
import { scorePage } from './shingles.ts';

interface Truth {
  readonly articleBody: string;
  readonly url?: string;
}

/** A page, its file, and its true body. */
interface Page extends Truth {
  readonly file: string;
}

/**
 * Article bodies, where the folder has true ones, and metadata, where it has a gold of that. Bodies by the measure of the
 * article-extraction benchmark (Scrapinghub 2020): four-word shingles counted with repetition; precision and recall of each
 * page averaged over the pages, F1 of the averages. `data` holds `ground-truth.json` and `html/ID.html`, or `gold.json` and
 * the pages that it names. Where `ONRECORD_TRAFILATURA` names a Python that has trafilatura, it reads the same bodies after us.
 */
export async function run(data: string): Promise<void> {
  if (existsSync(join(data, 'ground-truth.json'))) await scoreBodies(data);
  if (existsSync(join(data, 'gold.json'))) await scoreMetadata(data);
}

async function scoreBodies(data: string): Promise<void> {
  const truths = JSON.parse(readFileSync(join(data, 'ground-truth.json'), 'utf8')) as Record<string, Truth>;
  const pages = Object.entries(truths).map(([id, truth]) => ({ ...truth, file: join(data, 'html', `${id}.html`) }));
  const bodies: string[] = [];
  for (const { file, url } of pages) bodies.push(await bodyOf(file, url));
  print('Onrecord', pages, bodies, processorTime(pages));
  if (process.env.ONRECORD_TRAFILATURA) trafilatura(process.env.ONRECORD_TRAFILATURA, pages);
}

function print(name: string, pages: readonly Page[], bodies: readonly string[], milliseconds: number): void {
  let precision = 0;
  let recall = 0;
  for (const [i, { articleBody }] of pages.entries()) {
    const score = scorePage(articleBody, bodies[i]!);
    precision += score.precision / pages.length;
    recall += score.recall / pages.length;
  }
  const f1 = (2 * precision * recall) / (precision + recall);
  process.stdout.write(
    `${name}, ${pages.length} pages: F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${milliseconds.toFixed(1)} ms of processor time a page\n`,
  );
}

/** Bytes to blocks and metadata, a page; once before the clock starts, as a program that runs for long does it. */
function processorTime(pages: readonly Page[]): number {
  const bytes = pages.map(({ file }) => readFileSync(file));
  const all = () => {
    for (const [i, page] of bytes.entries()) {
      try {
        readHtml(decode(page, {}), pages[i]!.url);
      } catch (error) {
        if (!(error instanceof OnrecordError)) throw error;
      }
    }
  };
  all();
  const start = process.cpuUsage();
  all();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / pages.length;
}

function trafilatura(python: string, pages: readonly Page[]): void {
  const script = join(import.meta.dirname, '..', 'peers', 'trafilatura_pages.py');
  const input = pages.map(({ file }) => `${file}\n`).join('');
  const { status, stdout, stderr } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`trafilatura ended with ${status}: ${stderr.slice(-300)}`);
  const bodies = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text?: string | null }).text ?? '');
  print('trafilatura', pages, bodies, (1000 * Number(stderr.trim().split('\n').at(-1))) / pages.length);
}

/** The text of the body, without title, byline and captions; empty if the page cannot be read. */
async function bodyOf(file: string, url: string | undefined): Promise<string> {
  try {
    const { document } = await read(readFileSync(file), file, url === undefined ? {} : { details: { url } });
    const own = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'byline' && kind !== 'caption');
    return own.map((block) => document.text.slice(block.start, block.end)).join('\n');
  } catch (error) {
    if (!(error instanceof OnrecordError)) throw error;
    process.stdout.write(`${file}: ${error.message}\n`);
    return '';
  }
}
