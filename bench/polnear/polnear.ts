import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { calibrationError, type Judged } from './calibration.ts';
import { type LinkedTally, tallyLinked } from './linked.ts';
import { emptyTally, pair, type Tally, tally } from './score.ts';
import { runSentences } from './sentences.ts';
import { readGold } from './standoff.ts';

/**
 * PolNeAR (Newell, Margolin and Ruths 2018). `data` holds `dev/text` and `dev/attributions`, or those two folders
 * themselves, and may hold `cofenet-valid.jsonl`.
 */
export async function run(data: string): Promise<void> {
  const folder = existsSync(join(data, 'text')) ? data : join(data, 'dev');
  const into = { quoted: emptyTally(), indirect: emptyTally() };
  const linked: LinkedTally = { gold: 0, found: 0, exact: 0, half: 0 };
  const judged: Judged[] = [];
  const articles = readGold(folder);
  for (const { text, attributions } of articles) {
    // The corpus does not annotate statements inside others.
    const { statements } = await extract(documentOf(text));
    const found = statements.filter((statement) => statement.parent === undefined);
    tally(text, attributions, found, into);
    tallyLinked(attributions, found, linked);
    const right = new Set(pair(attributions, found).map(([, one]) => one));
    judged.push(...found.map((one) => ({ confidence: one.confidence.statement, right: right.has(one) })));
  }
  process.stdout.write(
    `${folder}: ${articles.length} articles. Found: shared characters are at least half of both contents.\n`,
  );
  print('direct and mixed', into.quoted);
  print('indirect', into.indirect);
  const both = emptyTally();
  for (const key of Object.keys(both) as (keyof Tally)[]) both[key] = into.quoted[key] + into.indirect[key];
  print('all', both);
  printLinked(linked);
  process.stdout.write(`confidence: expected calibration error ${calibrationError(judged).toFixed(3)} in ten bins\n`);
  const sentences = join(data, 'cofenet-valid.jsonl');
  if (existsSync(sentences)) await runSentences(sentences);
}

function print(name: string, { gold, found, predicted, right, contentExact, sourceRight }: Tally): void {
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
  const f1 = (some: number) => ((200 * some) / Math.max(1, gold + predicted)).toFixed(1);
  process.stdout.write(
    `${name.padEnd(17)} gold ${gold}, found ${found} (${share(found, gold)}), precision ${share(right, predicted)} of ${predicted}; ` +
      `of the found: content exact ${share(contentExact, found)}, source right ${share(sourceRight, found)}; ` +
      `F1 found ${f1(found)}, with the source right ${f1(sourceRight)}\n`,
  );
}

function printLinked({ gold, found, exact, half }: LinkedTally): void {
  const f1 = (right: number) => ((200 * right) / Math.max(1, gold + found)).toFixed(1);
  process.stdout.write(
    `whole attributions, cues overlapping: F1 ${f1(exact)} with source and content equal, ${f1(half)} with half of both shared\n`,
  );
}
