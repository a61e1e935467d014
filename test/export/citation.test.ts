import { describe, expect, test } from 'vitest';
import { citationOf, whenSaid } from '../../src/export/citation.ts';
import { stored } from './stored.ts';

describe('when something was said, in words', () => {
  test.each([
    ['2025-03-11', '2025-03-11', 'on 11 March 2025'],
    ['2025-02-01', '2025-02-28', 'in February 2025'],
    ['2025-03-03', '2025-03-09', 'between 3 March 2025 and 9 March 2025'],
    [undefined, '2025-03-12', 'by 12 March 2025'],
    ['2025-03-12', undefined, 'from 12 March 2025 on'],
  ])('%s to %s: %s', (earliest, latest, words) => {
    const dates = { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
    expect(whenSaid({ ...dates, basis: 'stated' })).toBe(words);
  });

  test('and if that is unknown', () => {
    expect(whenSaid({ basis: 'unknown' })).toBe('at a time that is not known');
  });
});

describe('a citation', () => {
  test('names the speaker, the day, the words and the article', () => {
    expect(citationOf(stored()).plain).toBe(
      'Ada Vane (mayor), on 11 March 2025: “We will not sell the port,” — “Port stays”, Nesse Gazette, 12 March 2025, https://gazette.example/port#top',
    );
  });

  test('links to the words; of long ones to the first and the last', () => {
    expect(citationOf(stored()).link).toBe(
      'https://gazette.example/port#:~:text=%E2%80%9CWe%20will%20not%20sell%20the%20port%2C%E2%80%9D',
    );
    const text = 'one two three four five six seven eight nine ten eleven twelve thirteen';
    const { link } = citationOf(stored({ content: [{ start: 0, end: text.length, text }] }));
    expect(link).toMatch(/:~:text=one%20two%20three%20four,ten%20eleven%20twelve%20thirteen$/u);
  });

  test('says that indirect words are the article’s, and has no link without an address', () => {
    const { document } = stored();
    const { plain, markdown, link } = citationOf(stored({ kind: 'indirect', document: { ...document, url: null } }));
    expect(plain).toContain(': [indirect] “We');
    expect(markdown).toContain('> \\[indirect\\] “We will not sell the port,”');
    expect(link).toBeNull();
  });
});
