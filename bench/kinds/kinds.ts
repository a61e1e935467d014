import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { readMarked } from '../../test/marked.ts';
import { emptyTally, type Tally, tally } from '../polnear/score.ts';

/** Short articles of our own in many kinds, marked by hand before any model had read them. */
export async function run(folder: string): Promise<void> {
  process.stdout.write(`${folder}\n${'kind'.padEnd(12)} gold  found  found F1  source right F1  content exact\n`);
  const all = emptyTally();
  for (const { kind, articles } of readMarked(folder)) {
    const into = { quoted: emptyTally(), indirect: emptyTally() };
    for (const { text, statements } of articles)
      tally(text, statements, (await extract(documentOf(text))).statements, into);
    const both = sum(into.quoted, into.indirect);
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += both[key];
    print(kind, both);
  }
  print('all', all);
}

function sum(a: Tally, b: Tally): Tally {
  const total = emptyTally();
  for (const key of Object.keys(total) as (keyof Tally)[]) total[key] = a[key] + b[key];
  return total;
}

function print(kind: string, { gold, found, predicted, sourceRight, contentExact }: Tally): void {
  const f1 = (right: number) => ((200 * right) / Math.max(1, gold + predicted)).toFixed(1);
  const exact = ((100 * contentExact) / Math.max(1, found)).toFixed(1);
  process.stdout.write(
    `${kind.padEnd(12)} ${String(gold).padStart(4)}  ${String(predicted).padStart(5)}  ${f1(found).padStart(8)}  ${f1(sourceRight).padStart(15)}  ${exact.padStart(12)}%\n`,
  );
}
