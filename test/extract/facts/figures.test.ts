import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline/extract.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

const figuresIn = async (text: string) =>
  (await extract(documentOf(text, { published: '2024-12-19' }))).figures.map(
    ({ start: _s, end: _e, statement: _c, ...figure }) => figure,
  );

describe('quantities', () => {
  test.each([
    [
      'They lost as many as 2,000 Russian soldiers each day.',
      { text: 'as many as 2,000', value: 2000, counts: 'Russian soldiers', bound: 'at most', per: 'day' },
    ],
    [
      'He sent £225 million in military equipment.',
      { text: '£225 million', value: 225_000_000, currency: 'GBP', counts: 'military equipment' },
    ],
    ['It cost €41.5 million.', { text: '€41.5 million', value: 41_500_000, currency: 'EUR' }],
    ['Profit fell by 18 per cent.', { text: '18 per cent', value: 18, unit: 'percent' }],
    ['It rose two percentage points.', { text: 'two percentage points', value: 2, unit: 'percentage point' }],
    [
      'More than a dozen missiles fell.',
      { text: 'More than a dozen', value: 12, counts: 'missiles', bound: 'at least' },
    ],
    ['Nearly three years passed.', { text: 'Nearly three', value: 3, unit: 'year', bound: 'about' }],
    [
      'It sold 310,000 to 330,000 tonnes.',
      { text: '310,000 to 330,000', value: 310_000, upper: 330_000, unit: 'tonne' },
    ],
    ['At least 60,000 people came.', { text: 'At least 60,000', value: 60_000, counts: 'people', bound: 'at least' }],
    ['Two engineers left.', { text: 'Two', value: 2, counts: 'engineers' }],
  ])('%s', async (text, expected) => {
    expect(await figuresIn(text)).toEqual([expected]);
  });
});

describe('numbers that are no quantities', () => {
  test.each([
    'She was born in 1987.',
    'Jem Sorrel, 69, left.',
    'A 45-year-old man left.',
    'Ulver won 3-2.',
    'He lives at 10 Salt Street.',
    'Article 50 was used.',
    'It began at 7 p.m. on 3 May.',
    'He came 2nd.',
    'Since 9/11 it is shut.',
  ])('%s', async (text) => {
    expect(await figuresIn(text)).toEqual([]);
  });
});

test('a figure names the innermost statement that claims it', async () => {
  const { statements, figures } = await extract(
    documentOf('Petra Holm said that Owen Quill claimed that 400 people had come.'),
  );
  expect(statements).toHaveLength(2);
  expect(figures[0]!.statement).toBe(statements.find((statement) => statement.parent)!.id);
});
