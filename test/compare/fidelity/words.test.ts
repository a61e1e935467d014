import { expect, test } from 'vitest';
import { countOfWords, keyOf, wordsIn } from '../../../src/compare/fidelity/words.ts';

test('hyphens and dashes separate words; apostrophes, and commas in numbers, do not', () => {
  const text = 'The council’s by-laws — all 18,400 of them.';
  expect(wordsIn(text).map(({ key }) => key)).toEqual([
    'the',
    "council's",
    'by',
    'laws',
    'all',
    '18,400',
    'of',
    'them',
  ]);
  expect(countOfWords(text)).toBe(8);
});

test('offsets are those of the whole text, in a range too', () => {
  const text = 'old pier, new pier';
  expect(wordsIn(text, { start: 10, end: 18 })).toEqual([
    { start: 10, end: 13, key: 'new' },
    { start: 14, end: 18, key: 'pier' },
  ]);
});

test('case, ligatures and the form of apostrophes do not matter, accents do', () => {
  expect(keyOf('DON’T')).toBe(keyOf("don't"));
  expect(keyOf('ﬁnal')).toBe('final');
  expect(keyOf('José')).not.toBe(keyOf('Jose'));
});

test('what is not seen inside a word does not part it, and every apostrophe is one', () => {
  const keys = (text: string) => wordsIn(text).map(({ key }) => key);
  expect(keys('the as\u00ADsem\u00ADbly\u00A0met\u202Fto\u200Bday')).toEqual(['the', 'assembly', 'met', 'today']);
  expect(keys('don’t don‘t donʼt don′t don`t')).toEqual(["don't", "don't", "don't", "don't", "don't"]);
  expect(keys('\u00AD \u200B')).toEqual([]);
});
