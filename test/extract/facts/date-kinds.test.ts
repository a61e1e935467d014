import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../src/extract/facts/dates/dates.ts';
import { DATE_KINDS } from './date-kinds.ts';

describe.each(Object.entries(DATE_KINDS))('%s', (_, cases) => {
  test.each(cases.map((one) => [one[0], one[1], one] as const))('%s: %s', (published, sentence, one) => {
    const [, , ...expected] = one;
    const found = datesIn(sentence, { published }).map(({ start, end, earliest, latest, timex }) => [
      sentence.slice(start, end),
      earliest,
      latest,
      timex,
    ]);
    expect(found).toEqual(expected.map(([text, earliest, latest, timex]) => [text, earliest, latest, timex]));
  });
});
