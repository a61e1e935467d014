import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnrecordError } from '../../src/document/index.ts';
import { read } from '../../src/read/read.ts';
import { scoreMetadata } from './metadata.ts';

interface Truth {
  readonly articleBody: string;
  readonly url?: string;
}

/**
 * Article bodies, where the folder has true ones, and metadata, where it has a gold of that. Bodies by the measure of the article-extraction benchmark (Scrapinghub 2020): four-word shingles counted
 * with repetition; precision and recall of each page averaged over the pages, F1 of the averages. `data` holds
 * `ground-truth.json` and `html/ID.html`, or `gold.json` and the pages that it names.
 */
export async function run(data: string): Promise<void> {
  if (existsSync(join(data, 'ground-truth.json'))) await scoreBodies(data);
  if (existsSync(join(data, 'gold.json'))) await scoreMetadata(data);
}

async function scoreBodies(data: string): Promise<void> {
  const truths = Object.entries(
    JSON.parse(readFileSync(join(data, 'ground-truth.json'), 'utf8')) as Record<string, Truth>,
  );
  let precision = 0;
  let recall = 0;
  for (const [id, { articleBody, url }] of truths) {
    const body = await bodyOf(join(data, 'html', `${id}.html`), url);
    const score = scorePage(articleBody, body);
    precision += score.precision / truths.length;
    recall += score.recall / truths.length;
  }
  const f1 = (2 * precision * recall) / (precision + recall);
  process.stdout.write(
    `${truths.length} pages: F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`,
  );
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

function scorePage(truth: string, answer: string): { precision: number; recall: number } {
  const gold = shingles(truth);
  const found = shingles(answer);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, gold.get(shingle) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total(gold) === shared && total(found) === shared) return { precision: 1, recall: 1 };
  return shared === 0
    ? { precision: 0, recall: 0 }
    : { precision: shared / total(found), recall: shared / total(gold) };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i + 4 <= words.length; i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
