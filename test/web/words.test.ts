import { describe, expect, test } from 'vitest';
import {
  contentWords,
  countWords,
  dayWords,
  numberWords,
  percentWords,
  saidWords,
  speakerName,
} from '../../web/words.ts';

describe('dates', () => {
  test('a day in full and in short, whatever follows it', () => {
    expect(dayWords('2024-12-18')).toBe('18 December 2024');
    expect(dayWords('2024-12-18T23:30:00Z', true)).toBe('18 Dec 2024');
  });

  test('what is no day stays as it is', () => {
    expect(dayWords('in spring')).toBe('in spring');
  });

  test.each([
    [{ earliest: '2024-12-18', latest: '2024-12-18' }, '18 Dec 2024'],
    [{ earliest: '2024-11-01', latest: '2024-11-30' }, 'November 2024'],
    [{ earliest: '2024-02-01', latest: '2024-02-29' }, 'February 2024'],
    [{ earliest: '2024-02-01', latest: '2024-02-28' }, '1 Feb 2024 – 28 Feb 2024'],
    [{ earliest: '2024-01-01', latest: '2024-12-31' }, '2024'],
    [{ earliest: '2024-11-01', latest: '2024-12-31' }, '1 Nov 2024 – 31 Dec 2024'],
    [{ latest: '2024-12-19' }, 'by 19 Dec 2024'],
    [{ earliest: '2024-12-19' }, 'from 19 Dec 2024'],
  ])('when it was said: %j is "%s"', (said, words) => {
    expect(saidWords({ ...said, basis: 'published' })).toBe(words);
  });

  test('without any date', () => {
    expect(saidWords({ basis: 'unknown' })).toBe('unknown date');
    expect(saidWords({ basis: 'published' })).toBe('undated');
  });
});

describe('numbers', () => {
  test('in groups of three', () => {
    expect(numberWords(1_234_567)).toBe('1,234,567');
  });

  test('counted, one or many', () => {
    expect(countWords(1, 'statement')).toBe('1 statement');
    expect(countWords(0, 'statement')).toBe('0 statements');
    expect(countWords(2000, 'entity', 'entities')).toBe('2,000 entities');
  });

  test('shares as whole per cent', () => {
    expect(percentWords(0.666)).toBe('67%');
    expect(percentWords(1)).toBe('100%');
  });
});

describe('statements', () => {
  const run = (text: string) => ({ start: 0, end: text.length, text });

  test('the runs of the content are joined, line breaks within them are not kept', () => {
    expect(contentWords({ content: [run('We will\n  close it'), run('in June')] })).toBe('We will close it … in June');
  });

  test('a speaker by the name that the record has, then by the article’s', () => {
    const speaker = { name: 'Vane', type: 'person', basis: 'named' } as const;
    expect(speakerName({ entity: { id: 'e1', name: 'Ada Vane' }, speaker })).toBe('Ada Vane');
    expect(speakerName({ speaker })).toBe('Vane');
    expect(speakerName({ speaker: { ...speaker, name: '' } })).toBe('Unknown speaker');
  });
});
