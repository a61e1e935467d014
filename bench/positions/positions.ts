import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { claimOf, type Signals, scoreOf, signalsOf } from '../../src/compare/index.ts';
import { positionReader, relationOf } from '../../src/pipeline/position-reader.ts';
import { averagePrecision, crossValidated, majority } from './measures.ts';
import { type LabelledPair, ownPairs, politicalPairs, realPairs } from './pairs.ts';

/** Above this confidence a pair is called a possible shift. */
const FLAGGED = 0.5;

/**
 * Measures possible shifts: what is flagged of our own pairs (those that nothing was trained on apart) and of pairs of real
 * speakers; the ranking of consistent and inconsistent political statements, with three-class accuracy beside two language models;
 * and attack or support in campaign speeches by the table of words. The political pairs that are trained on rank themselves: their
 * figures of ten folds are in `training/RUNS.md`.
 */
export async function run(data: string): Promise<void> {
  await shifts('our own first pairs (trained on)', ownPairs('pairs'));
  await shifts('our own pairs for training', ownPairs('training'));
  await shifts('our own pairs that are kept', ownPairs('kept'));
  await shifts('pairs of real speakers (trained on)', realPairs(data));
  await political(data);
  campaign(join(data, 'campaign', 'pairs.tsv'));
}

/** How likely the later of two passages is a shift from the earlier, 0–1. */
export async function confidenceOf({ earlier, later }: LabelledPair): Promise<number> {
  return positionReader.confidence(await positionReader.passage(earlier), await positionReader.passage(later));
}

async function shifts(name: string, pairs: readonly LabelledPair[]): Promise<void> {
  const ranked: { pair: LabelledPair; confidence: number; words: number; right: boolean }[] = [];
  for (const pair of pairs)
    ranked.push({
      pair,
      confidence: await confidenceOf(pair),
      words: scoreOf(signalsOf(claimOf(pair.earlier), claimOf(pair.later))),
      right: pair.label === 'shift',
    });
  const all = ranked.filter(({ right }) => right).length;
  const flagged = ranked.filter(({ confidence }) => confidence > FLAGGED);
  const right = flagged.filter((one) => one.right).length;
  const precision = (by: 'confidence' | 'words') =>
    averagePrecision([...ranked].sort((a, b) => b[by] - a[by])).toFixed(3);
  process.stdout.write(
    `${name}: ${pairs.length}, ${all} shifts; flagged ${flagged.length}, right ${right}; average precision ` +
      `${precision('confidence')} (by the table of words ${precision('words')})\n`,
  );
}

async function political(data: string): Promise<void> {
  const pairs = politicalPairs(data);
  const ranked: { score: number; right: boolean; isBest: boolean }[] = [];
  for (const { relation, earlier, later } of pairs) {
    const found = await relationOf(earlier, later);
    const [best] = Object.entries(found).reduce((most, one) => (one[1] > most[1] ? one : most));
    ranked.push({ score: found.Inconsistent!, right: relation === 'Inconsistent', isBest: best === relation });
  }
  const base = ranked.filter(({ right }) => right).length / ranked.length;
  const accuracy = ranked.filter(({ isBest }) => isBest).length / ranked.length;
  const precision = averagePrecision([...ranked].sort((a, b) => b.score - a.score));
  const models = ['LLaMA 70B', 'ChatGPT-4'].map((name) => {
    const right = pairs.filter(({ answers, relation }) => answers[`${name} majority 3 classes`] === relation).length;
    return `${name} ${((100 * right) / pairs.length).toFixed(1)}%`;
  });
  process.stdout.write(
    `inconsistency: ${pairs.length} pairs; average precision ${precision.toFixed(3)} (by chance ${base.toFixed(3)}); three classes ` +
      `${(100 * accuracy).toFixed(1)}% (always the commonest ${(100 * majority(pairs.map(({ relation: label }) => ({ label })))).toFixed(1)}%; ${models.join(', ')})\n`,
  );
}

function featuresOf(signals: Signals): number[] {
  const { topic, opposite, numbers, firmness, excuse } = signals;
  return [
    1,
    topic,
    opposite ? topic : 0,
    opposite ? 1 : 0,
    numbers ? 1 : 0,
    firmness ? 1 : 0,
    excuse ? 1 : 0,
    scoreOf(signals),
  ];
}

function campaign(file: string): void {
  const rows = (
    parse(readFileSync(file, 'utf8'), { columns: true, delimiter: '\t', quote: null }) as Record<string, string>[]
  ).filter(({ relation }) => relation !== 'no_relation');
  const speaker = (source: string) => source.split('_')[0];
  const items = rows.map((row) => ({
    features: featuresOf(signalsOf(claimOf(row.argument1!), claimOf(row.argument2!))),
    label: row.relation!,
    fold: row.topic!,
    apart: speaker(row.source_arg_1!) !== speaker(row.source_arg_2!),
  }));
  const part = (name: string, some: typeof items) =>
    process.stdout.write(
      `campaign, ${name}: ${some.length} pairs, attack from support with a topic left out ${(100 * crossValidated(some)).toFixed(1)}% (always the commonest ${(100 * majority(some)).toFixed(1)}%)\n`,
    );
  part('all', items);
  part(
    'pairs of two speakers',
    items.filter(({ apart }) => apart),
  );
  part(
    'pairs of one speaker',
    items.filter(({ apart }) => !apart),
  );
}
