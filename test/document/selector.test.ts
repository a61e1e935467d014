import { expect, test } from 'vitest';
import { locate, matchQuote, selectorOf } from '../../src/document/index.ts';

const TEXT =
  'The council of Nesse met on Monday. “The pier will be closed in June,” said Ada Vane. Bodo Lint disagreed with all of it. A vote is due on Friday.';
const QUOTE = 'The pier will be closed in June';
const place = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const selector = selectorOf(TEXT, place(TEXT, QUOTE));
const found = (text: string) => {
  const range = locate(text, selector);
  return range && text.slice(range.start, range.end);
};

test('an unchanged quotation is found at its place, with the full score', () => {
  expect(matchQuote(TEXT, selector)).toEqual({ ...place(TEXT, QUOTE), score: 1 });
});

test.each([
  ['one letter is changed', 'closed', 'clozed', 'The pier will be clozed in June'],
  ['one letter is dropped', 'closed', 'closd', 'The pier will be closd in June'],
  ['a word is added', 'be closed', 'be soon closed', 'The pier will be soon closed in June'],
  ['a word is taken out', 'will be closed', 'will closed', 'The pier will closed in June'],
])('it is found where %s', (_, before, after, expected) => {
  expect(found(TEXT.replace(before, after))).toBe(expected);
});

test('it is found where the text has moved', () => {
  const moved = `A new first paragraph stands here, and it is rather long.\n\n${TEXT}`;
  expect(locate(moved, selector)).toEqual(place(moved, QUOTE));
  expect(found(`A new first paragraph.\n\n${TEXT.replace('closed', 'clozed')}`)).toBe(
    'The pier will be clozed in June',
  );
});

test('two equal quotations are told apart by their surroundings', () => {
  const twice = `“${QUOTE},” said Bodo Lint on the radio. ${TEXT}`;
  expect(locate(twice, selector)!.start).toBe(twice.lastIndexOf(QUOTE));
  const changed = twice.replaceAll('closed', 'clozed');
  expect(locate(changed, selector)!.start).toBe(changed.lastIndexOf('The pier'));
});

test('a quotation that is gone is found nowhere', () => {
  expect(matchQuote(TEXT.replace(QUOTE, 'Nobody knows what happens next'), selector)).toBeNull();
  expect(locate('', selector)).toBeUndefined();
  expect(locate(TEXT, { ...selector, exact: '' })).toBeUndefined();
  expect(locate('Pies and beer', { exact: 'pier', prefix: '', suffix: '', start: 0 })).toBeUndefined();
});

test('scores lie between 0 and 1', () => {
  for (const text of [TEXT, TEXT.replace('closed', 'clozed'), `${TEXT} ${TEXT}`, TEXT.slice(30)]) {
    const match = matchQuote(text, selector);
    expect(match!.score).toBeGreaterThan(0);
    expect(match!.score).toBeLessThanOrEqual(1);
  }
});
