/**
 * The last step of training: weights that turn what the network knows of an attribution into a probability that it is
 * one, fitted on the labelled articles that it was not trained on, and written into `models/tagger.json`.
 *
 *     npm run calibrate -- --data ../shared/data
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLabelledArticles } from '../bench/news/articles.ts';
import { pairs, rangeOf } from '../bench/news/score.ts';
import { readByNetwork } from '../src/extract/model/reading.ts';
import { prepare } from '../src/extract/text/prepared.ts';
import { loadNetwork } from '../src/pipeline/network.ts';

const TABLES = join('models', 'tagger.json');

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) throw new Error('Give --data FOLDER.');

const network = await loadNetwork();
const rows: { features: number[]; right: boolean }[] = [];
for (const { document, labels } of heldOut(join(values.data, 'news'))) {
  const { attributions: found } = await readByNetwork(network, prepare(document));
  const paired = pairs(
    found.map(({ content }) => content),
    labels.map(({ content }) => content.map(rangeOf)),
  );
  const right = new Set(paired.values());
  rows.push(...found.map(({ features }, i) => ({ features: [...features], right: right.has(i) })));
}
const weights = fitted(rows);
const tables = JSON.parse(readFileSync(TABLES, 'utf8')) as object;
const confidence = weights.map((weight) => Math.round(weight * 1e4) / 1e4);
writeFileSync(TABLES, `${JSON.stringify({ ...tables, confidence })}\n`);
process.stdout.write(
  `fitted on ${rows.length} attributions, ${rows.filter((row) => row.right).length} of them right: ${confidence.join(' ')}\n`,
);

/** As in `train.py`: each eighth article by its id. */
function heldOut(folder: string) {
  const articles = readLabelledArticles(folder, 'train');
  articles.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return articles.filter((_, i) => i % 8 === 0);
}

/** Logistic regression by gradient descent, with a little ridge: some dozens of thousands of products, a second or two. */
function fitted(rows: readonly { features: readonly number[]; right: boolean }[]): number[] {
  const size = rows[0]!.features.length;
  const weights = new Array<number>(size).fill(0);
  const scales = weights.map(
    (_, i) => Math.sqrt(rows.reduce((sum, { features }) => sum + features[i]! ** 2, 0) / rows.length) || 1,
  );
  for (let step = 0; step < 3000; step++) {
    const slopes = new Array<number>(size).fill(0);
    for (const { features, right } of rows) {
      const sum = weights.reduce((total, weight, i) => total + (weight * features[i]!) / scales[i]!, 0);
      const miss = 1 / (1 + Math.exp(-sum)) - (right ? 1 : 0);
      for (let i = 0; i < size; i++) slopes[i]! += (miss * features[i]!) / scales[i]!;
    }
    for (let i = 0; i < size; i++) weights[i]! -= 0.5 * (slopes[i]! / rows.length + 1e-4 * weights[i]!);
  }
  return weights.map((weight, i) => weight / scales[i]!);
}
