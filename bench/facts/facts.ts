import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Judged, judge } from './judge.ts';
import { f1, readQuantities, scoreQuantities } from './quantities.ts';
import { RECOGNIZER_FILES, scoreRecognizer } from './recognizers.ts';

/**
 * Dates, channels and figures of our gold: how many sentences are completely right, and what is wrong in the others; then
 * figures alone, by the measure of NewsQuant and by Microsoft's cases. `ONRECORD_ERRORS=1` lists the errors of these too.
 */
export async function run(data: string): Promise<void> {
  for (const kind of ['dates', 'channels', 'figures'] as const) {
    const judged = await judge(kind, data);
    const wrong = judged.filter(({ faults }) => faults.length > 0);
    process.stdout.write(
      `${kind}: ${shareOf(judged)} of sentences right; ` +
        `drawn ${shareOf(judged.filter(({ from }) => from === 'drawn'))}, own ${shareOf(judged.filter(({ from }) => from === 'own'))}\n` +
        wrong.map(({ from, faults, sentence }) => `  ${from}: ${faults.join('; ')} — ${sentence}\n`).join(''),
    );
  }
  printQuantities('our own sentences', join('test', 'gold', 'facts', 'quantities.json'));
  printQuantities('NewsQuant', join(data, 'newsquant', 'NewsQuant.json'));
  printRecognizers(join(data, 'recognizers'));
}

function shareOf(judged: readonly Judged[]): string {
  const right = judged.filter(({ faults }) => faults.length === 0).length;
  return `${right} of ${judged.length} (${percent(right, judged.length)})`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
}

/** F1 of values, and of values with units; NewsQuant is read where somebody has put its file, as its authors publish it. */
function printQuantities(name: string, file: string): void {
  if (!existsSync(file)) {
    process.stdout.write(`figures, ${name}: ${file} is not there\n`);
    return;
  }
  const { labelled, found, value, valueAndUnit, errors } = scoreQuantities(readQuantities(file));
  const shown = (right: number) => f1(right, labelled, found).f1.toFixed(1);
  process.stdout.write(
    `figures, ${name}: value F1 ${shown(value)}, with unit ${shown(valueAndUnit)} (${labelled} labelled, ${found} found)\n`,
  );
  printErrors(errors);
}

function printRecognizers(folder: string): void {
  if (!existsSync(folder)) {
    process.stdout.write(`figures, recognizers: ${folder} is not there\n`);
    return;
  }
  const scores = RECOGNIZER_FILES.map((file) => ({ file, ...scoreRecognizer(folder, file) }));
  const sum = (count: (score: (typeof scores)[number]) => number) =>
    scores.reduce((total, one) => total + count(one), 0);
  const [right, applying] = [sum((one) => one.right), sum((one) => one.applying)];
  process.stdout.write(
    `figures, recognizers: ${right} of ${applying} cases that apply (${percent(right, applying)}), of ${sum((one) => one.all)} in all\n`,
  );
  for (const { file, right: read, applying: given, errors } of scores) {
    process.stdout.write(`  ${file}: ${read} of ${given}\n`);
    printErrors(errors);
  }
}

function printErrors(errors: readonly string[]): void {
  if (process.env.ONRECORD_ERRORS) process.stdout.write(errors.map((error) => `    ${error}\n`).join(''));
}
