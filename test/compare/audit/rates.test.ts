import { expect, test } from 'vitest';
import { rateOf } from '../../../src/compare/audit/rates.ts';

/** One document for each `[part, of]`. */
const rate = (...documents: readonly (readonly [number, number])[]) =>
  rateOf(documents.map(([part, of]) => ({ part, of })));

test('a share of one document has the interval of Wilson', () => {
  // 8 of 10: the textbook value is 0.490 to 0.943.
  expect(rate([8, 10])).toEqual({ value: 0.8, low: 0.4902, high: 0.9433 });
});

test('none and all stay within 0 and 1, and are not certain', () => {
  const none = rate([0, 20])!;
  const all = rate([20, 20])!;
  expect([none.value, none.low, all.value, all.high]).toEqual([0, 0, 1, 1]);
  expect(none.high).toBeGreaterThan(0.1);
  expect(all.low).toBeLessThan(0.9);
});

test('statements of one article that are alike count for less', () => {
  const mixed = rate([5, 10], [5, 10], [4, 10], [6, 10])!;
  const clustered = rate([10, 10], [0, 10], [10, 10], [0, 10])!;
  expect([mixed.value, clustered.value]).toEqual([0.5, 0.5]);
  expect(clustered.high - clustered.low).toBeGreaterThan(2 * (mixed.high - mixed.low));
});

test('a share of nothing is null', () => {
  expect(rate([0, 0], [0, 0])).toBeNull();
  expect(rate()).toBeNull();
});
