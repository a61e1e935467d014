import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Crf, labelRuns } from '../../../src/extract/model/crf.ts';

const LABELS = ['O', 'B-a', 'I-a', 'B-b', 'I-b'];

/** Random scores in which an `I-` follows only its own kind. */
function crfOf(numbers: readonly number[]): Crf {
  const at = (i: number) => numbers[i % numbers.length]!;
  return {
    labels: LABELS,
    start: LABELS.map((_, i) => at(i)),
    transitions: LABELS.map((_, from) =>
      LABELS.map((_label, to) =>
        to > 0 && to % 2 === 0 && from !== to && from !== to - 1 ? -1e4 : at(5 + from * LABELS.length + to),
      ),
    ),
  };
}

/** Every labelling of a sequence with its score. */
function labellings(crf: Crf, scores: Float32Array): { labels: number[]; score: number }[] {
  const count = scores.length / LABELS.length;
  let all = LABELS.map((_, label) => ({ labels: [label], score: crf.start[label]! + scores[label]! }));
  for (let at = 1; at < count; at++)
    all = all.flatMap(({ labels, score }) =>
      LABELS.map((_, to) => ({
        labels: [...labels, to],
        score: score + crf.transitions[labels.at(-1)!]![to]! + scores[at * LABELS.length + to]!,
      })),
    );
  return all;
}

function runsOf(labels: readonly number[]) {
  const runs: { first: number; last: number; kind: number }[] = [];
  labels.forEach((label, at) => {
    const kind = (label - 1) >> 1;
    if (label === 0) return;
    const run = runs.at(-1);
    if (label % 2 === 0 && run && run.last === at && run.kind === kind) run.last++;
    else runs.push({ first: at, last: at + 1, kind });
  });
  return runs;
}

test('the best labels and their probabilities are those of trying every labelling', () => {
  const numbers = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 30, maxLength: 30 });
  const scores = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(numbers, scores, fc.integer({ min: 1, max: 4 }), (weights, values, count) => {
      const crf = crfOf(weights);
      const row = Float32Array.from(values.slice(0, count * LABELS.length));
      const all = labellings(crf, row);
      const best = all.reduce((a, b) => (b.score > a.score ? b : a));
      fc.pre(all.every((one) => one === best || one.score < best.score - 1e-6)); // no ties
      const total = all.reduce((sum, one) => sum + Math.exp(one.score), 0);
      const found = labelRuns(crf, row);
      expect(found.map(({ probability: _, ...run }) => run)).toEqual(runsOf(best.labels));
      for (const { probability, ...run } of found) {
        const same = all.filter((one) =>
          runsOf(one.labels).some((other) => JSON.stringify(other) === JSON.stringify(run)),
        );
        // A run counts whole only when its first label is the one found: a sequence may begin inside a span.
        const alike = same.filter((one) => one.labels[run.first] === best.labels[run.first]);
        expect(probability).toBeCloseTo(alike.reduce((sum, one) => sum + Math.exp(one.score), 0) / total, 4);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('no words, no runs', () => {
  expect(labelRuns(crfOf([0]), new Float32Array())).toEqual([]);
});
