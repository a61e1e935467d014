import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { claimOf, type Signals, scoreOf, signalsOf } from '../../src/compare/index.ts';
import { averagePrecision, crossValidated, majority } from './measures.ts';

const GOLD = join('test', 'gold', 'positions', 'pairs.json');

/** A pair of our own gold: what somebody said, and said later. */
export interface PositionPair {
  readonly label: 'shift' | 'same' | 'unrelated' | 'near-miss';
  readonly kind: string;
  readonly earlier: { readonly text: string };
  readonly later: { readonly text: string };
}

export function readPairs(): PositionPair[] {
  return JSON.parse(readFileSync(GOLD, 'utf8')) as PositionPair[];
}

export function scoreOfPair({ earlier, later }: PositionPair): number {
  return scoreOf(signalsOf(claimOf(earlier.text), claimOf(later.text)));
}

/**
 * Measures the ranking of possible shifts: average precision on our own pairs and on consistent and inconsistent political
 * statements, with three-class accuracy compared with two language models; and attack or support in campaign speeches.
 */
export async function run(data: string): Promise<void> {
  ownPairs();
  inconsistency(join(data, 'inconsistency', 'pairs.csv'));
  campaign(join(data, 'campaign', 'pairs.tsv'));
}

function ownPairs(): void {
  const ranked = readPairs()
    .map((pair) => ({ pair, score: scoreOfPair(pair), right: pair.label === 'shift' }))
    .sort((a, b) => b.score - a.score);
  const last = ranked.filter(({ right }) => right).length;
  process.stdout.write(
    `own pairs: ${ranked.length}, ${last} shifts; average precision ${averagePrecision(ranked).toFixed(3)}\n`,
  );
  for (const { pair, score, right } of ranked
    .slice(0, last)
    .filter((one) => !one.right)
    .concat(ranked.slice(last).filter((one) => one.right)))
    process.stdout.write(
      `  ${right ? 'low' : 'high'} ${score.toFixed(2)} ${pair.label} (${pair.kind}): ${pair.earlier.text} | ${pair.later.text}\n`,
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

function inconsistency(file: string): void {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as Record<string, string>[];
  const items = rows.map((row) => {
    const [, first = '', second = ''] = /Text 1:\s*([\s\S]*?)\s*Text 2:\s*([\s\S]*)/u.exec(row.Input!) ?? [];
    return { signals: signalsOf(claimOf(first), claimOf(second)), label: row.Answer_3_classes!, row };
  });
  const ranked = items
    .map(({ signals, label }) => ({ score: scoreOf(signals), right: label === 'Inconsistent' }))
    .sort((a, b) => b.score - a.score);
  const base = ranked.filter(({ right }) => right).length / ranked.length;
  const accuracy = crossValidated(
    items.map(({ signals, label }) => ({ features: featuresOf(signals), label })),
    10,
  );
  const models = ['LLaMA 70B', 'ChatGPT-4'].map((name) => {
    const right = rows.filter((row) => row[`${name} majority 3 classes`] === row.Answer_3_classes).length;
    return `${name} ${((100 * right) / rows.length).toFixed(1)}%`;
  });
  process.stdout.write(
    `inconsistency: ${rows.length} pairs; average precision ${averagePrecision(ranked).toFixed(3)} (by chance ${base.toFixed(3)}); three classes, ten folds, ${(100 * accuracy).toFixed(1)}% (always the commonest ${(100 * majority(items)).toFixed(1)}%; ${models.join(', ')})\n`,
  );
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
