import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/extract/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { emptyTally, type Tally, tally } from './score.ts';
import { runSentences } from './sentences.ts';
import { readGold } from './standoff.ts';

/**
 * PolNeAR (Newell, Margolin and Ruths 2018). `data` holds `dev/text` and `dev/attributions`, or those two folders
 * themselves, and may hold `cofenet-valid.jsonl`.
 */
export async function run(data: string): Promise<void> {
  const folder = existsSync(join(data, 'text')) ? data : join(data, 'dev');
  const into = { quoted: emptyTally(), indirect: emptyTally() };
  const articles = readGold(folder);
  for (const { text, attributions } of articles) {
    // The corpus annotates no statement inside another.
    const found = extract(documentOf(text)).statements.filter((statement) => statement.parent === undefined);
    tally(text, attributions, found, into);
  }
  process.stdout.write(
    `${folder}: ${articles.length} articles. Found: shared characters are at least half of both contents.\n`,
  );
  print('direct and mixed', into.quoted);
  print('indirect', into.indirect);
  const both = emptyTally();
  for (const key of Object.keys(both) as (keyof Tally)[]) both[key] = into.quoted[key] + into.indirect[key];
  print('all', both);
  const sentences = join(data, 'cofenet-valid.jsonl');
  if (existsSync(sentences)) runSentences(sentences);
}

function print(name: string, { gold, found, predicted, right, contentExact, sourceRight }: Tally): void {
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
  process.stdout.write(
    `${name.padEnd(17)} gold ${gold}, found ${found} (${share(found, gold)}), precision ${share(right, predicted)} of ${predicted}; ` +
      `of the found: content exact ${share(contentExact, found)}, source right ${share(sourceRight, found)}; source right of all gold ${share(sourceRight, gold)}\n`,
  );
}
