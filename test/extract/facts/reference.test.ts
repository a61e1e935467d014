import { describe, expect, test } from 'vitest';
import { datesIn, findDates } from '../../../src/extract/facts/dates/dates.ts';
import { referenceOf } from '../../../src/extract/facts/dates/reference.ts';
import { figuresIn } from '../../../src/extract/facts/figures/figures.ts';

describe('the day that dates count from', () => {
  test('is that of publication, as its own offset tells it', () => {
    const text = 'OSLO, March 4, 2025 – He left.';
    expect(referenceOf({ text, published: '2025-03-06' })).toEqual({ day: '2025-03-06', basis: 'published' });
    expect(referenceOf({ text, published: '2025-03-06T23:30:00-05:00' })).toEqual({
      day: '2025-03-06',
      basis: 'published',
    });
  });

  test.each([
    ['SARN HARBOUR, June 10, 2026 – The board of Petra Holm said today that it will close.', '2026-06-10'],
    ['VELM (Gazette) – Nothing.\n\nSARN, Norway, 4 March 2025 /Newsline/ -- The board met.', '2025-03-04'],
    ['FOR IMMEDIATE RELEASE March 3, 2021\n\nThe yard opens.', '2021-03-03'],
    ['For immediate release: 3 March 2021\n\nThe yard opens.', '2021-03-03'],
    ['Yard opens again\n\nTuesday 4 March 2025\n\nThe yard opened.', '2025-03-04'],
    ['Yard opens again\nBy Rosa Weil\nPublished: 2025-03-04 08:15\nThe yard opened.', '2025-03-04'],
    ['Yard opens again\nMarch 4, 2025, 9:30 a.m. ET\nThe yard opened.', '2025-03-04'],
  ])('is else the date at its beginning: %s', (text, day) => {
    expect(referenceOf({ text })).toEqual({ day, basis: 'dateline' });
  });

  test.each([
    'The yard opened on March 4, 2025, and closed again.',
    'OSLO, March 4 – He left.',
    'March 4, 2025 was a Tuesday.',
    'SARN – The yard opened on 4 March 2025 – and closed.',
    `${'A line without a date.\n'.repeat(20)}4 March 2025\n`,
  ])('is else none: %s', (text) => {
    expect(referenceOf({ text })).toEqual({ basis: 'none' });
  });
});

describe('dates of a text', () => {
  test('count from its dateline, where no publication is known', () => {
    const text = 'SARN, March 6, 2025 – The yard closed on Monday.';
    expect(datesIn(text).map(({ earliest }) => earliest)).toEqual(['2025-03-06', '2025-03-03']);
  });

  test('have no days, where nothing is known', () => {
    expect(datesIn('The yard closed on Monday.')).toEqual([{ start: 19, end: 25, basis: 'relative' }]);
  });

  test.each([
    ['2025-03-14T02:00:00Z', 'America/New_York', '2025-03-13'],
    ['2025-03-14T02:00:00Z', undefined, '2025-03-14'],
    ['2025-03-13T22:00:00-04:00', undefined, '2025-03-13'],
    ['2025-03-13T22:00:00-0400', 'Asia/Tokyo', '2025-03-14'],
    ['2025-03-13', 'America/New_York', '2025-03-13'],
  ])('of %s in %s count from %s', (published, timezone, today) => {
    expect(datesIn('He left today.', { published, timezone })[0]!.earliest).toBe(today);
  });
});

describe('what is no date or no time zone is refused', () => {
  test.each(['nonsense', '', '2025', '13/03/2025', '2025-02-30', '2025-13-45'])('%j', (published) => {
    const refusal = expect.objectContaining({ code: 'wrong-usage', message: expect.stringContaining(published) });
    expect(() => datesIn('He left today.', { published })).toThrow(refusal);
    expect(() => referenceOf({ text: 'He left today.', published })).toThrow(refusal);
    expect(() => figuresIn('They ate 12 eels.', { published })).toThrow(refusal);
  });

  test('Sarn/Harbour', () => {
    const options = { published: '2025-03-13', timezone: 'Sarn/Harbour' };
    expect(() => datesIn('He left today.', options)).toThrow(/^timezone Sarn\/Harbour is not known/u);
  });

  test('an hour that no day has', () => {
    const options = { published: '2025-03-14T99:00:00Z', timezone: 'America/New_York' };
    expect(() => datesIn('He left today.', options)).toThrow(/is not a date/u);
  });
});

describe('dates of a sentence', () => {
  const text = 'He was held on 4 March. The day before, he had fled. He now works at 5 p.m. at home.';
  const findIn = (sentence: string) => {
    const start = text.indexOf(sentence);
    return findDates(text, { start, end: start + sentence.length }, '2025-03-13').map(({ earliest }) => earliest);
  };
  test('count from a date that was told before it', () => {
    expect(findIn('The day before, he had fled.')).toEqual(['2025-03-03']);
  });
  test('are not "now", nor a time of day without its day', () => {
    expect(findIn('He now works at 5 p.m. at home.')).toEqual([]);
  });
});

test.each([
  ['dates', 'on Tuesday, March 4, at 5 p.m. '],
  ['spaces', ' '],
  ['months', 'May '],
  ['figures', '12/12/2012 '],
  ['counted on', 'two days later '],
  ['parts of a longer time', 'the last week of '],
  ['hyphens', '1-'],
])('a long text of %s takes time in proportion to its length', (_, part) => {
  const timeOf = (times: number) => {
    const began = performance.now();
    datesIn(part.repeat(times), { published: '2025-03-13' });
    return performance.now() - began;
  };
  timeOf(250);
  expect(timeOf(4000)).toBeLessThan(40 * timeOf(250) + 1000);
});
