import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../src/document/index.ts';
import { figuresIn } from '../../../src/extract/facts/figures/figures.ts';
import { extract } from '../../../src/pipeline/extract.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { FIGURE_CASES } from './figures.cases.ts';

/** A figure as the cases write it. */
function shown({ value, upper, unit, currency, counts, bound, per }: Figure): string {
  return [
    bound,
    upper === undefined ? value : `${value}–${upper}`,
    unit,
    currency,
    counts && `counts ${counts}`,
    per && `per ${per}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

describe.each(Object.entries(FIGURE_CASES))('%s', (_kind, cases) => {
  test.each(cases.map(([sentence, ...figures]) => ({ sentence, figures })))('$sentence', ({ sentence, figures }) => {
    expect(figuresIn(sentence, { published: '2024-12-19' }).map(shown)).toEqual(figures);
  });
});

test('the text of a figure is the slice at its offsets, with what bounds it', () => {
  const text = 'First line.\n\nThey lost as many as 2,000 Russian soldiers each day.';
  expect(figuresIn(text)).toEqual([
    {
      start: 23,
      end: 39,
      text: 'as many as 2,000',
      value: 2000,
      counts: 'Russian soldiers',
      bound: 'at most',
      per: 'day',
    },
  ]);
});

test('a figure names the innermost statement that claims it', async () => {
  const { statements, figures } = await extract(
    documentOf('Petra Holm said that Owen Quill claimed that 400 people had come.'),
  );
  expect(statements).toHaveLength(2);
  expect(figures[0]!.statement).toBe(statements.find((statement) => statement.parent)!.id);
});
