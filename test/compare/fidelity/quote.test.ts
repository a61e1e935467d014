import { expect, test } from 'vitest';
import { partsOf, withoutLineEnds, withoutMarks } from '../../../src/compare/fidelity/quote.ts';

const parts = (quote: string) =>
  partsOf(quote).map(({ kind, printed }) => (kind === 'word' ? printed : [kind, printed]));

test('words, without quotation marks and punctuation', () => {
  expect(parts('“The council’s by-laws cost 18,400.”')).toEqual(['The', 'council’s', 'by', 'laws', 'cost', '18,400']);
  expect(withoutMarks(' ‘We tried,’ ')).toBe('We tried,');
});

test('hyphens at the ends of pasted lines go, but those that a word has', () => {
  const isWord = (word: string) => word === 'committee' || word === 'reopened';
  expect(withoutLineEnds('The com-\nmittee re-  \n  opened a well-\nknown case - and\nleft.', isWord)).toBe(
    'The committee reopened a well-known case - and\nleft.',
  );
  expect(withoutLineEnds('the com\u00AD\nmittee', isWord)).toBe('the committee');
});

test('brackets, around words and inside one', () => {
  expect(parts('“[W]e built [the wall]”')).toEqual([['bracketed', '[W]e'], 'built', ['bracketed', '[the wall]']]);
  expect(partsOf('[W]e built [the wall]').map(({ key }) => key)).toEqual(['we', 'built', '']);
});

test('ellipses in every form, but not at the ends', () => {
  expect(parts('“… we … tried […] hard ... once (...)”')).toEqual([
    'we',
    ['ellipsis', '…'],
    'tried',
    ['ellipsis', '[…]'],
    'hard',
    ['ellipsis', '...'],
    'once',
  ]);
});

test('a quotation without words has no parts', () => {
  expect(parts('“…”')).toEqual([]);
});
