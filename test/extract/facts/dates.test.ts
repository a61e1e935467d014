import { describe, expect, test } from 'vitest';
import { findDates } from '../../../src/extract/facts/dates/dates.ts';

/** Published on Thursday 19 December 2024. */
const datesIn = (text: string, published: string | undefined = '2024-12-19') =>
  findDates(text, { start: 0, end: text.length }, published).map(({ start, end, earliest, latest, timex }) => [
    text.slice(start, end),
    earliest,
    latest,
    timex,
  ]);

describe('counted from the publication date, looking back', () => {
  test.each([
    ['He spoke on Wednesday.', ['Wednesday', '2024-12-18', '2024-12-18', '2024-12-18']],
    ['He spoke Thursday.', ['Thursday', '2024-12-19', '2024-12-19', '2024-12-19']],
    ['He spoke last Thursday.', ['last Thursday', '2024-12-12', '2024-12-12', '2024-12-12']],
    ['He spoke on Friday.', ['Friday', '2024-12-13', '2024-12-13', '2024-12-13']],
    ['He spoke yesterday.', ['yesterday', '2024-12-18', '2024-12-18', '2024-12-18']],
    ['He spoke last month.', ['last month', '2024-11-01', '2024-11-30', '2024-11']],
    ['He spoke last week.', ['last week', '2024-12-09', '2024-12-15', '2024-W50']],
    ['He spoke earlier this week.', ['earlier this week', '2024-12-16', '2024-12-19', '2024-W51']],
    ['He spoke last year.', ['last year', '2023-01-01', '2023-12-31', '2023']],
    ['He spoke two days ago.', ['two days ago', '2024-12-17', '2024-12-17', '2024-12-17']],
    ['He spoke a decade ago.', ['a decade ago', '2014-01-01', '2014-12-31', '2014']],
    ['He spoke in October.', ['October', '2024-10-01', '2024-10-31', '2024-10']],
  ])('%s', (text, expected) => {
    expect(datesIn(text)).toEqual([expected]);
  });
  test('last month in January is December of the year before', () => {
    expect(datesIn('He spoke last month.', '2025-01-08')).toEqual([
      ['last month', '2024-12-01', '2024-12-31', '2024-12'],
    ]);
  });
});

describe('stated', () => {
  test.each([
    ['On 18 December 2024 he spoke.', ['18 December 2024', '2024-12-18', '2024-12-18', '2024-12-18']],
    ['On Dec. 3 he spoke.', ['Dec. 3', '2024-12-03', '2024-12-03', '2024-12-03']],
    ['On October 3, 2019, he spoke.', ['October 3, 2019', '2019-10-03', '2019-10-03', '2019-10-03']],
    ['He spoke in 2019.', ['2019', '2019-01-01', '2019-12-31', '2019']],
  ])('%s', (text, expected) => {
    expect(datesIn(text)).toEqual([expected]);
  });
});

describe('no dates', () => {
  test.each([
    'It may march on.',
    'The Sun said so.',
    'The March of Dimes met.',
    'On 31 February he spoke.',
    'It cost 2019 pounds.',
  ])('%s', (text) => {
    expect(datesIn(text)).toEqual([]);
  });
});

test('without a publication date an expression is found and not resolved', () => {
  const text = 'He spoke on Wednesday.';
  expect(findDates(text, { start: 0, end: text.length }, undefined)).toEqual([
    { start: 12, end: 21, basis: 'relative' },
  ]);
});
