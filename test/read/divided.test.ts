import { describe, expect, test } from 'vitest';
import { joinedLines, printedWords, wholeParagraphs } from '../../src/read/divided.ts';
import { read } from '../../src/read/read.ts';

/** A text with its words whole; an empty line parts paragraphs. */
const mended = (text: string) => wholeParagraphs(text.split('\n\n')).join('\n\n');

describe('a word that the end of a line divides', () => {
  test.each([
    ['an ordinary word', 'It lasted all win-\nter long.', 'It lasted all winter\nlong.'],
    ['a form of one', 'They were vac-\ncinated twice.', 'They were vaccinated\ntwice.'],
    ['with what follows it', 'She left in the morn-\ning, he said.', 'She left in the morning,\nhe said.'],
    ['at the end of a text', 'since the morn-\ning.', 'since the morning.'],
    ['that looks like a prefix and another', 'The min-\nister told re-\nporters.', 'The minister\ntold reporters.'],
    ['that looks like two words', 'a new house-\nhold', 'a new household'],
    [
      'a word of the text',
      'The Quillton bridge. At Quill-\nton it rained.',
      'The Quillton bridge. At Quillton\nit rained.',
    ],
    ['that is not known', 'the shrewd Zwan-\nterbury mill', 'the shrewd Zwanterbury\nmill'],
    ['in capitals', 'LOST IN WIN-\nTER STORM', 'LOST IN WINTER\nSTORM'],
    ['with a hyphen of another kind', 'all win\u2010\nter and sum\u00ad\nmer', 'all winter\nand summer'],
    ['with Windows lines and an indent', 'all win-\n   ter long', 'all winter\nlong'],
    ['over an empty line, as at the end of a page', 'all win-\n\nter long', 'all winter\nlong'],
    ['in a quotation of Markdown', '> all win-\n> ter long', '> all winter\n> long'],
    ['in German', 'Die Regie-\nrung schweigt.', 'Die Regierung\nschweigt.'],
  ])('is whole: %s', (_, printed, whole) => expect(mended(printed)).toBe(whole));

  test.each([
    ['a compound', 'a well-\nknown man', 'a well-known\nman'],
    ['of two ordinary words', 'a government-\nbacked loan', 'a government-backed\nloan'],
    ['that the text prints elsewhere', 'The co-op is shut. The co-\nop owes', 'The co-op is shut. The co-op\nowes'],
    ['of several words', 'state-of-the-\nart kit', 'state-of-the-art\nkit'],
    ['with a capital', 'an Anglo-\nAmerican pact', 'an Anglo-American\npact'],
    ['of names', 'Jean-\nPierre Aubin', 'Jean-Pierre\nAubin'],
    ['of one letter', 'a T-\nshirt', 'a T-shirt'],
    ['of numbers', 'in 2014-\n15 and Covid-\n19', 'in 2014-15\nand Covid-19'],
    ['of a prefix', 'a pre-\nowned car of the co-\nowned mill', 'a pre-owned\ncar of the co-owned\nmill'],
  ])('keeps its hyphen: %s', (_, printed, whole) => expect(mended(printed)).toBe(whole));

  test.each([
    ['a hyphen that stands for the rest', 'pre-\nand post-war'],
    ['a dash', 'the pier -\nthat old one'],
    ['a list', 'Wanted:\n- nails\n- wood'],
    ['a heading underlined', 'The pier\n---\nIt closed.'],
    ['a new paragraph', 'The Holm-\n\nThe pier'],
  ])('is none: %s', (_, printed) => expect(mended(printed)).toBe(printed));

  test('inside a compound of which only one part is divided', () => {
    expect(mended('a well-estab-\nlished firm')).toBe('a well-established\nfirm');
  });
});

test('lines of a PDF are joined in the same way', () => {
  const printed = printedWords(['The win-', 'ter was short-', 'lived, and well-', 'known men froze.']);
  const joined = ['ter was short-', 'lived, and well-', 'known men froze.'].reduce(
    (text, line) => joinedLines(text, line, printed),
    'The win-',
  );
  expect(joined).toBe('The winter was short-lived, and well-known men froze.');
});

test.each([
  ['short lines', 'The pier closed all win-\nter long, the coun-\ncil said.'],
  [
    'wide lines',
    `${'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped at all. It'} was shut all win-\nter long, the council said, and then it opened again to a crowd that had waited since the morning, coun-\ncil or no council.`,
  ],
  ['Windows lines', 'The pier closed all win-\r\nter long, the coun-\r\ncil said.'],
])('pasted text is whole: %s', async (_, text) => {
  const { document } = await read(new TextEncoder().encode(text), 'x.txt');
  expect(document.text).toMatch(/all winter long/u);
  expect(document.text).toMatch(/the council said|council or no/u);
});
