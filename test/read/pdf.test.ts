import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { columnOrder } from '../../src/read/pdf/columns.ts';
import type { Line } from '../../src/read/pdf/lines.ts';
import { paragraphsOf } from '../../src/read/pdf/paragraphs.ts';
import { withoutRunningLines } from '../../src/read/pdf/running.ts';
import { read } from '../../src/read/read.ts';
import { fingerprint } from '../../src/record/index.ts';

/** A line of body text, ten points, on a page 800 points high. */
const line = (text: string, left: number, y: number, more: Partial<Line> = {}): Line => ({
  text,
  left,
  right: left + text.length * 5,
  y,
  size: 10,
  font: 'f',
  page: 1,
  pageHeight: 800,
  ...more,
});

test('a browser’s print of a page reads like the page', async () => {
  const [html, pdf] = await Promise.all(
    ['html', 'pdf'].map(async (format) => (await read(readFileSync(`samples/cup-final.${format}`), format)).document),
  );
  expect(fingerprint(pdf!)).toBe(fingerprint(html!));
  expect(pdf).toMatchObject({
    title: html!.title,
    byline: 'Dwyn Marsh',
    published: '2024-05-19',
    outlet: 'The Ulver Echo',
  });
  expect(pdf!.blocks.every((block) => block.page === 1)).toBe(true);
});

describe('reading order', () => {
  test('two columns under a title across both', () => {
    const left = ['a first line here', 'a second line here', 'a third line here', 'a fourth line here'];
    const right = ['b first line here', 'b second line here', 'b third line here', 'b fourth line here'];
    const lines = [
      line('A title over both of the columns of the page', 50, 760, { size: 18, right: 500 }),
      ...left.flatMap((text, i) => [line(text, 50, 700 - 12 * i), line(right[i]!, 300, 700 - 12 * i)]),
    ];
    expect(columnOrder(lines).map(({ text }) => text)).toEqual([
      'A title over both of the columns of the page',
      ...left,
      ...right,
    ]);
  });
  test('one column with short lines is not cut', () => {
    const lines = ['one line of text', 'two', 'three lines of text', 'four'].map((text, i) =>
      line(text, 50, 700 - 12 * i),
    );
    expect(columnOrder(lines).map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
  });
});

test('running headers, footers and page numbers go; the same words in the body stay', () => {
  const pages = [1, 2, 3].map((page) => [
    line(`Nesse Council Papers`, 50, 780, { page }),
    line(`Body of page ${page}.`, 50, 400, { page }),
    line('Nesse Council Papers', 50, 380, { page }),
    line(`Page ${page} of 3`, 250, 20, { page }),
  ]);
  expect(withoutRunningLines(pages).map((page) => page.map(({ text }) => text))).toEqual(
    [1, 2, 3].map((page) => [`Body of page ${page}.`, 'Nesse Council Papers']),
  );
});

describe('paragraphs', () => {
  const blocksOf = (pages: Line[][]) => paragraphsOf(pages).blocks.map(({ kind, text }) => `${kind}: ${text}`);
  test('hyphenated line ends are joined, printed hyphens kept, dashes without a space', () => {
    const lines = ['The council decided on Tues-', 'day to close the self-', 'financed pier at Nesse —', 'a loss.'].map(
      (text, i) => line(text, 50, 700 - 12 * i),
    );
    expect(blocksOf([lines])).toEqual([
      'paragraph: The council decided on Tuesday to close the self-financed pier at Nesse —a loss.',
    ]);
  });
  test('a gap begins a paragraph; a page’s end in a sentence does not', () => {
    const first = [
      line('The vote was taken at noon in the hall of Nesse.', 50, 700),
      line('It was the largest step towards the closing of the', 50, 664),
    ];
    const second = [line('old pier yet taken, and nobody clapped.', 50, 700, { page: 2 })];
    expect(blocksOf([first, second])).toEqual([
      'paragraph: The vote was taken at noon in the hall of Nesse.',
      'paragraph: It was the largest step towards the closing of the old pier yet taken, and nobody clapped.',
    ]);
  });
});
