import { expect, test } from 'vitest';
import { claimOf } from '../../../src/compare/positions/clauses.ts';

test('clauses are affirmed or denied; two negations cancel each other', () => {
  const { clauses } = claimOf('“We will sell the port, but we will not close the dock. Nobody denied it.”');
  expect(clauses.map(({ polarity }) => polarity)).toEqual([1, 1, 1]);
  expect(claimOf('We will not sell the port.').clauses[0]!.polarity).toBe(-1);
});

test('questions are left out', () => {
  expect(claimOf('Should the port be sold? We will see.').clauses.map(({ text }) => text)).toEqual(['We will see.']);
  expect(claimOf('“…”').clauses).toEqual([]);
});

test('numbers are multiplied out, with what they count', () => {
  const numbers = (text: string) => claimOf(text).clauses.flatMap((clause) => clause.numbers);
  expect(numbers('It costs 2.5 million pounds.')).toEqual([{ value: 2_500_000, of: 'pound', printed: '2.5 million' }]);
  expect(numbers('It opens in 2026.')).toEqual([{ value: 2026, of: 'year', printed: '2026' }]);
  expect(numbers('One of them is late.')).toEqual([]);
  expect(numbers('It takes 5 constructor sets.')).toMatchObject([{ value: 5, printed: '5' }]);
  expect(numbers('It ran 2 toString calls.')).toMatchObject([{ value: 2 }]);
});

test('the verb may hedges, the month does not', () => {
  expect(claimOf('It may open.').isWeak).toBe(true);
  expect(claimOf('It opens in May.').isWeak).toBe(false);
  expect(claimOf('It will never open.').isFirm).toBe(true);
});
