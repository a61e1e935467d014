import { expect, test } from 'vitest';
import { paragraphAround, paragraphsOf } from '../../src/document/paragraphs.ts';

const texts = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end));

test('empty lines separate paragraphs; wrapped lines do not', () => {
  expect(texts('One line\nand another.\n\n \n  Two. \n')).toEqual(['One line\nand another.', 'Two.']);
  expect(texts(' \n\n')).toEqual([]);
});

test('where a line is too long to be wrapped by hand, every line is a paragraph', () => {
  const long = 'word '.repeat(30).trim();
  expect(texts(`Short.\n${long}\nShort again.`)).toEqual(['Short.', long, 'Short again.']);
});

test('a place is shown in its paragraph, cut if that is long', () => {
  const text = `First.\n\n${'a'.repeat(1000)}X${'b'.repeat(1000)}`;
  const blocks = paragraphsOf(text);
  const at = text.indexOf('X');
  const { text: shown, start, end } = paragraphAround(text, blocks, { start: at, end: at + 1 });
  expect([shown.slice(start, end), shown.length]).toEqual(['X', 801]);
  expect(paragraphAround(text, blocks, { start: 0, end: 5 })).toEqual({ text: 'First.', start: 0, end: 5 });
});
