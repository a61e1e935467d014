import { describe, expect, test } from 'vitest';
import { detailsOf, partialDate } from '../../src/cli/details.ts';
import { durationOf } from '../../src/cli/durations.ts';
import { hintFor } from '../../src/cli/hints.ts';
import { placesOf } from '../../src/cli/places.ts';
import { OnrecordError } from '../../src/document/index.ts';

describe('durations', () => {
  test.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['15m', 900_000],
    ['1.5h', 5_400_000],
    [' 1d ', 86_400_000],
  ])('%s', (words, milliseconds) => {
    expect(durationOf(words, '--every')).toBe(milliseconds);
  });

  test.each(['15', '-1m', '1 week', ''])('“%s” is not one', (words) => {
    expect(() => durationOf(words, '--every')).toThrow(`--every ${words} is not a duration`);
  });
});

describe('details of a document', () => {
  test('without those that were not given', () => {
    expect(detailsOf({ published: '2025-03-12', title: 'Port stays' })).toEqual({
      published: '2025-03-12',
      title: 'Port stays',
    });
  });

  test('days that do not exist are refused', () => {
    expect(() => detailsOf({ published: '2025-02-30' })).toThrow('--published 2025-02-30 is not a date');
    expect(partialDate('since', '2025-02')).toBe('2025-02');
    expect(() => partialDate('since', 'yesterday')).toThrow('--since yesterday is not a date');
  });
});

describe('words in a text', () => {
  const text = 'We tried. We tried again, and we failed.';

  test('are found where they are closest to a place', () => {
    expect(placesOf(text, 'We tried', 0)).toEqual([{ start: 0, end: 8 }]);
    expect(placesOf(text, 'We tried', 30)).toEqual([{ start: 10, end: 18 }]);
  });

  test('in several parts, in order', () => {
    expect(placesOf(text, 'We tried … we failed', 10)).toEqual([
      { start: 10, end: 18 },
      { start: 30, end: 39 },
    ]);
    expect(() => placesOf(text, 'we failed … We tried', 0)).toThrow('“We tried” is not in the document');
  });
});

test('a hint says which command lists what was not found', () => {
  expect(hintFor(new OnrecordError('not-found', 'no topic is saved as Tides'))).toBe('; see: onrecord topic list');
  expect(hintFor(new OnrecordError('not-found', 'nothing here'))).toBe('');
});
