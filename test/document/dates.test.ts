import { expect, test } from 'vitest';
import { intervalOf, isDate, isPartialDate, wordsOfDate } from '../../src/document/dates.ts';

test('only days that exist are dates, with or without a time', () => {
  const dates = ['2024-02-29', '2025-03-12T09:30:00+01:00'];
  const others = ['2025-02-29', '2025-13-01', '2025-3-1', '2025-03', 'soon'];
  expect([...dates, ...others].filter(isDate)).toEqual(dates);
});

test('months and years are partial dates', () => {
  expect(['2024', '2024-12', '2024-12-19', '24', '2024-1'].filter(isPartialDate)).toEqual([
    '2024',
    '2024-12',
    '2024-12-19',
  ]);
});

test('a period runs from the first to the last day', () => {
  expect(intervalOf('2024')).toEqual({ earliest: '2024-01-01', latest: '2024-12-31' });
  expect(intervalOf('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' });
  expect(intervalOf('2024-12-19', '2025-01')).toEqual({ earliest: '2024-12-19', latest: '2025-01-31' });
});

test('a period that is not one is refused', () => {
  expect(() => intervalOf('May')).toThrow('May is not a date');
  expect(() => intervalOf('2025-02-30')).toThrow('2025-02-30 is not a day of the calendar');
  expect(() => intervalOf('2025', '2024')).toThrow('2025 is after 2024');
});

test('dates in words', () => {
  expect(['2024-12-18T10:00:00Z', '2024-12', '2024'].map(wordsOfDate)).toEqual([
    '18 December 2024',
    'December 2024',
    '2024',
  ]);
});
