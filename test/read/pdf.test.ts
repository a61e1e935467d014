import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../src/read/pdf/pdf.ts';
import { pagesWithoutText } from '../../src/read/pdf/scan.ts';
import { read } from '../../src/read/read.ts';
import { fingerprint } from '../../src/record/index.ts';
import { type PageOptions, printedLines, printedPdf, type Words } from './pdf-files.ts';

/** The blocks of pages of words: "paragraph: The pier closed." */
async function blocksOf(pages: readonly (readonly Words[])[], options?: PageOptions): Promise<string[]> {
  const { blocks } = await readPdf(printedPdf(pages, options));
  return blocks.map(({ kind, text }) => `${kind}: ${text}`);
}

const textsOf = async (pages: readonly (readonly Words[])[], options?: PageOptions) =>
  (await blocksOf(pages, options)).map((block) => block.replace(/^[\w-]+: /u, ''));

const LEFT = [
  'The council closes',
  'the old pier in the',
  'spring, the mayor',
  'said on Tuesday in',
  'the hall of Nesse.',
];
const RIGHT = [
  'Nobody asked us, a',
  'tenant of the quay',
  'said. The boats go',
  'from the north quay',
  'until the autumn.',
];
const [LEFT_TEXT, RIGHT_TEXT] = [LEFT.join(' '), RIGHT.join(' ')];

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
  const title = { text: 'A title over both columns', left: 50, y: 740, size: 20 };
  test.each([14, 11, 9])('two columns of nine points with a gutter of %i points', async (gutter) => {
    const width = 19 * 9 * 0.6;
    const page = [
      title,
      ...printedLines(LEFT, 50, 700, 11, 9),
      ...printedLines(RIGHT, 50 + width + gutter, 700, 11, 9),
    ];
    expect(await textsOf([page])).toEqual([title.text, LEFT_TEXT, RIGHT_TEXT]);
  });
  test('columns whose lines stand at half a line’s distance', async () => {
    const page = [...printedLines(LEFT, 50, 700), ...printedLines(RIGHT, 180, 694)];
    expect(await textsOf([page])).toEqual([LEFT_TEXT, RIGHT_TEXT]);
  });
  test('an article under another, both in columns', async () => {
    const heading = { text: 'Another title', left: 50, y: 600, size: 16 };
    const second = (lines: readonly string[]) => lines.map((line) => line.replace(/\b(\w)/gu, 'x$1'));
    const page = [
      ...[title, ...printedLines(LEFT, 50, 700), ...printedLines(RIGHT, 185, 700)],
      ...[heading, ...printedLines(second(LEFT), 50, 570), ...printedLines(second(RIGHT), 205, 570)],
    ];
    expect(await textsOf([page])).toEqual([
      ...[title.text, LEFT_TEXT, RIGHT_TEXT],
      ...[heading.text, second(LEFT).join(' '), second(RIGHT).join(' ')],
    ]);
  });
  test('a table is read by its rows', async () => {
    const names = ['Ada Vane', 'Ned Lund', 'Omar Reed', 'Ida Marsh', 'Tom Hale'];
    const posts = ['chair of the board', 'engineer', 'tenant', 'press officer of the county', 'clerk'];
    const page = [...printedLines(names, 50, 700), ...printedLines(posts, 200, 700)];
    expect((await textsOf([page])).join(' ')).toBe(names.map((name, i) => `${name} ${posts[i]}`).join(' '));
  });
  test.each([90, 180, 270, 0.7])('a page turned by %d degrees', async (turned) => {
    const page = [...printedLines(LEFT, 150, 500), ...printedLines(RIGHT, 300, 500)];
    expect(await textsOf([page], { turned })).toEqual([LEFT_TEXT, RIGHT_TEXT]);
  });
  test('a pull quotation in the middle of a paragraph follows it and is no title', async () => {
    const lines = [
      'The council closes the old pier in the spring and',
      'sells what is left of it to a firm that has asked',
    ];
    const rest = [
      'not to be named, the mayor said after a meeting of',
      'four hours that drew two hundred people to it.',
    ];
    const page = [
      { text: 'Council closes pier', left: 50, y: 740, size: 16 },
      ...printedLines(lines, 50, 700),
      { text: 'Nobody asked us', left: 50, y: 660, size: 24 },
      ...printedLines(rest, 50, 630),
    ];
    expect(await blocksOf([page])).toEqual([
      'title: Council closes pier',
      `paragraph: ${[...lines, ...rest].join(' ')}`,
      'caption: Nobody asked us',
    ]);
  });
});

test.each([
  ['T', 'he council closes the old', 'The council closes the old pier in the spring of the year.'],
  ['A', 'fter forty years the old', 'After forty years the old pier in the spring of the year.'],
  ['A', 'council closes the old', 'A council closes the old pier in the spring of the year.'],
])('a large initial %s belongs to the first word', async (initial, first, whole) => {
  const page = [{ text: initial, left: 50, y: 388, size: 26 }, ...printedLines([first, 'pier in the spring'], 70, 400)];
  expect(await textsOf([[...page, ...printedLines(['of the year.'], 50, 376)]])).toEqual([whole]);
});

describe('what is beside the text', () => {
  const body = (page: number) => [
    `The body of page ${page} goes on over so many words`,
    `and ends on its second line, in the year ${2000 + page * 7}.`,
  ];
  const pagesWith = (heads: (page: number) => readonly Words[]) =>
    [1, 2, 3].map((page) => [...heads(page), ...printedLines(body(page), 50, 400)]);
  const bodies = [1, 2, 3].map((page) => body(page).join(' '));
  test('running headers, footers and page numbers go; the same words in the body stay', async () => {
    const pages = pagesWith((page) => [
      { text: 'Nesse Council Papers', left: 50, y: 770 },
      { text: `Page ${page} of 3`, left: 250, y: 20 },
      { text: 'Nesse Council Papers.', left: 50, y: 500 },
    ]);
    expect(await textsOf(pages)).toEqual(bodies.flatMap((text) => ['Nesse Council Papers.', text]));
  });
  test('headers that change go beside a number that counts the pages', async () => {
    const heads = ['The Building of the Pier', 'The Storm', 'The Vote'];
    const pages = pagesWith((page) => [
      { text: heads[page - 1]!, left: 50, y: 770 },
      { text: `${page + 11}`, left: 500, y: 770 },
    ]);
    expect(await textsOf(pages)).toEqual(bodies);
  });
  test('numbers of lines go, those of a ranking stay', async () => {
    const lines = Array.from({ length: 10 }, (_, i) => `and word ${'abcdefghij'[i]} goes on to the end of its line`);
    const numbers = lines.map((_, i) => `${i + 1}`);
    const numbered = [...printedLines(numbers, 50, 700, 24), ...printedLines(lines, 90, 700, 24)];
    expect(await textsOf([numbered])).toEqual([lines.join(' ')]);
    const points = [...numbered, ...printedLines(numbers, 500, 700, 24)];
    expect((await textsOf([points])).join(' ')).toContain('1 and word a');
  });
  test('a note at the foot of a page follows the paragraph that goes on overleaf', async () => {
    const first = [
      ...printedLines(
        ['The board shall answer to whoever is hurt because', 'it did not keep its piers in repair, and'],
        50,
        200,
      ),
      { text: '1 See the record at 114.', left: 50, y: 150, size: 8 },
    ];
    const second = printedLines(['nobody may sign that away in a contract.'], 50, 700);
    const [paragraph, note] = await textsOf([first, second]);
    expect(paragraph).toMatch(/in repair, and nobody may/u);
    expect(note).toBe('1 See the record at 114.');
  });
});

describe('paragraphs', () => {
  test('hyphenated line ends are joined, printed hyphens kept, dashes without a space', async () => {
    const lines = ['The council decided on Tues-', 'day to close the self-', 'financed pier at Nesse \x97', 'a loss.'];
    expect(await textsOf([printedLines(lines, 50, 700)])).toEqual([
      'The council decided on Tuesday to close the self-financed pier at Nesse —a loss.',
    ]);
  });
  test('a gap begins a paragraph, so does a last line with room; a page’s end in a sentence does not', async () => {
    const first = [
      ...printedLines(['The vote was taken at noon in the old hall.'], 50, 700),
      ...printedLines(
        ['It was the largest step towards the closing', 'of the pier.', 'Nobody in the hall clapped when it was told'],
        50,
        664,
      ),
    ];
    const second = printedLines(['to them, and the chair went home at once to', 'write to the county.'], 50, 700);
    expect(await textsOf([first, second])).toEqual([
      'The vote was taken at noon in the old hall.',
      'It was the largest step towards the closing of the pier.',
      'Nobody in the hall clapped when it was told to them, and the chair went home at once to write to the county.',
    ]);
  });
  test('what stands over the title is kept, its date is the release’s', async () => {
    const page = [
      { text: '18 March 2025', left: 50, y: 760 },
      { text: 'FOR IMMEDIATE RELEASE', left: 50, y: 740 },
      { text: 'Council closes pier', left: 50, y: 700, size: 16 },
      ...printedLines(
        ['The county council closes the old pier, it said', 'on Tuesday, and nobody clapped at the news of it.'],
        50,
        670,
      ),
    ];
    const { blocks, published, title } = await readPdf(printedPdf([page]));
    expect(blocks.map(({ text }) => text).slice(0, 3)).toEqual([
      '18 March 2025',
      'FOR IMMEDIATE RELEASE',
      'Council closes pier',
    ]);
    expect({ published, title }).toEqual({ published: '2025-03-18', title: 'Council closes pier' });
  });
});

test.each([
  'April 27, 2021 (Senate Floor)',
  '27 April 2021 (for release at noon)',
])('a date with a note: %s', async (date) => {
  const page = [
    { text: date, left: 50, y: 760 },
    { text: 'Council closes pier', left: 50, y: 720, size: 16 },
    ...printedLines(
      ['The county council closes the old pier, it said', 'on Tuesday, and nobody clapped at the news of it.'],
      50,
      690,
    ),
  ];
  const { published, blocks } = await readPdf(printedPdf([page]));
  expect(published).toBe('2021-04-27');
  expect(blocks[0]).toMatchObject({ kind: 'byline', text: date });
});

describe('scans', () => {
  const stamp = [{ text: 'RECEIVED 18 MARCH 2025', left: 300, y: 740 }];
  const letter = printedLines(
    Array.from({ length: 8 }, () => 'The pier was closed in the spring of that year.'),
    50,
    600,
  );
  test('a picture of a page with a stamp on it is a scan; one with its text under it is read', async () => {
    const scan = printedPdf([stamp, stamp], { isPictured: true });
    await expect(readPdf(scan)).rejects.toMatchObject({ code: 'no-text' });
    expect(await pagesWithoutText(scan)).toEqual([1, 2]);
    const recognised = printedPdf([stamp, letter], { isPictured: true });
    expect((await readPdf(recognised)).blocks).not.toEqual([]);
    expect(await pagesWithoutText(recognised)).toEqual([1]);
  });
  test('a page with a few words and no picture is a document', async () => {
    expect(await textsOf([stamp])).toEqual(['RECEIVED 18 MARCH 2025']);
    expect(await pagesWithoutText(printedPdf([stamp]))).toEqual([]);
  });
});
