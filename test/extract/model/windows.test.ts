import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowsOf } from '../../../src/extract/model/windows.ts';
import { Vocabulary } from '../../../src/extract/model/wordpiece.ts';
import { wordsOf } from '../../../src/extract/model/words.ts';
import { prepare } from '../../../src/extract/text/prepared.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';

const vocabulary = new Vocabulary(readFileSync('models/tagger.vocabulary.txt', 'utf8'));
const wordsIn = (text: string) => wordsOf(prepare(documentOf(text)));

test('words are runs of letters and digits, and every other character by itself', () => {
  expect(wordsIn('Don’t pay £5m, “Ada”!\n\nÉva’s 2nd.').map((word) => word.text)).toEqual([
    'Don',
    '’',
    't',
    'pay',
    '£',
    '5m',
    ',',
    '“',
    'Ada',
    '”',
    '!',
    '\n',
    'Éva',
    '’',
    's',
    '2nd',
    '.',
  ]);
});

test('a word knows whether it stands in a quotation and how it is printed', () => {
  const kinds = wordsIn('NATO said: “We met ‘them’ 3 times.”').map(({ text, kind }) => `${text} ${kind}`);
  expect(kinds).toEqual([
    ...['NATO 2', 'said 0', ': 0', '“ 4', 'We 5', 'met 4', '‘ 8', 'them 8', '’ 8', '3 7', 'times 4', '. 4', '” 4'],
  ]);
});

test.each([
  ['Unbelievable', ['unbelievable']],
  ['Holm', ['holm']],
  ['Éva', ['eva']],
  ['zyxwvut', undefined],
  ['🦊', undefined],
  ['x'.repeat(101), undefined],
])('WordPiece of %s', (word, pieces) => {
  const ids = vocabulary.pieces(word);
  expect(ids.length).toBeGreaterThan(0);
  if (pieces) expect(ids).toEqual(pieces.flatMap((piece) => [...vocabulary.pieces(piece)]));
});

const PIECES = [
  'Holm said ',
  'that it rained. ',
  '“No,” ',
  'x'.repeat(300),
  '\n\n',
  'antidisestablishmentarianism ',
  '. ',
  '🦊',
  'the mayor of a town called Nesse, which nobody knows, ',
];

test('whatever the text, every word is asked for once, in order, and no window is too long', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 200 }), (parts) => {
      const words = wordsIn(parts.join(''));
      const windows = windowsOf(words, vocabulary);
      expect(windows.flatMap(({ ownFirst, ownLast }) => [ownFirst, ownLast])).toEqual(
        windows.flatMap((_, i) => [windows[i - 1]?.ownLast ?? 0, windows[i]!.ownLast]),
      );
      expect(windows.at(-1)?.ownLast ?? 0).toBe(words.length);
      for (const { ownFirst, ownLast, pieces, kinds, starts } of windows) {
        expect(pieces.length).toBeLessThanOrEqual(256);
        expect(kinds.length).toBe(pieces.length);
        expect(starts.length).toBe(ownLast - ownFirst);
        expect(starts.every((start, i) => start > (starts[i - 1] ?? 0) && start < pieces.length - 1)).toBe(true);
        expect(ownLast).toBeGreaterThan(ownFirst);
      }
    }),
    { numRuns: 200, seed: 3 },
  );
});
