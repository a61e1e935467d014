import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SECOND_FEATURES } from '../../../src/extract/facts/dates/choose.ts';
import { FEATURES as DAY_FEATURES } from '../../../src/extract/facts/dates/day-features.ts';
import { rowMaker } from '../../../src/extract/model/feature-numbers.ts';
import { FEATURES } from '../../../src/extract/speakers/features/features.ts';

test('a row has its numbers in the order of their names', () => {
  const rowOf = rowMaker(['quoted', 'cue', 'place']);
  expect(rowOf({ place: 3, quoted: 1 }, { cue: 2 })).toEqual([1, 2, 3]);
});

test('the trees were trained on the features that the program computes', () => {
  const trained = (file: string) => JSON.parse(readFileSync(`models/${file}`, 'utf8'));
  const { first, second } = trained('dates.json');
  expect(trained('speakers.json').features).toEqual(FEATURES);
  expect([first.features, second.features]).toEqual([DAY_FEATURES, SECOND_FEATURES]);
});
