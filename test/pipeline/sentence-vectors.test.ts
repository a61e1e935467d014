import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encodeSentence, type SentenceVector } from '../../src/pipeline/sentence-vectors.ts';
import { cosine } from '../../src/record/index.ts';

const { sentences, cosines } = JSON.parse(readFileSync('test/gold/sentences.json', 'utf8')) as {
  sentences: string[];
  cosines: number[][];
};

test('sentences are as like each other as Python says', async () => {
  const vectors: SentenceVector[] = [];
  for (const sentence of sentences) vectors.push(await encodeSentence(sentence));
  vectors.forEach((one, i) => {
    vectors.forEach((other, j) => {
      expect(Math.abs(cosine(one, other) - cosines[i]![j]!)).toBeLessThan(0.01);
    });
  });
});

test('an empty text and a very long one are encoded too', async () => {
  expect(await encodeSentence('')).toHaveLength(384);
  expect(await encodeSentence('pier '.repeat(10_000))).toHaveLength(384);
});
