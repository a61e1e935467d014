import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/read/read.ts';
import { pageRows } from '../../src/read/scan/lines.ts';
import { installCommand, optional } from '../../src/read/scan/packages.ts';
import { documentOf } from '../../src/read/scan/picture.ts';
import type { RecognisedPage } from '../../src/read/scan/recognise.ts';
import { tiffPages } from '../../src/read/scan/tiff.ts';
import { RECOGNISES, WITHOUT_RECOGNITION } from './optional.ts';

const FOLDER = 'test/read/scans';
const bytesOf = (name: string) => readFileSync(join(FOLDER, name));

/** What was recognised of a scanned page of ours, as it came from the machine. */
const recognised = (name: string) => JSON.parse(bytesOf(`${name}.json`).toString()) as RecognisedPage;

/** A line in the middle of a page, as a machine gives it. */
const line = (text: string, top: number, more: Partial<RecognisedPage[number]> = {}): RecognisedPage[number] => ({
  text,
  confidence: 0.9,
  left: 100,
  right: 100 + text.length * 10,
  baseline: [top, top],
  height: 24,
  ...more,
});

describe('what was recognised becomes a document', () => {
  test('paragraphs of a letter, each with how sure the machine was', () => {
    const { blocks } = documentOf([recognised('letter')], 'a JPEG picture');
    expect(blocks.map(({ kind, text }) => [kind, text.split(' ').slice(0, 3).join(' ')])).toEqual([
      ['title', 'To the editor'],
      ['paragraph', 'Saltby, 3 May'],
      ['paragraph', 'THREE LETTERS OF'],
      ['paragraph', '14 February 2011'],
      ['paragraph', 'Gentlemen, two of'],
      ['paragraph', '11 October 2013'],
      ['paragraph', 'Gentlemen, the joint'],
      ['paragraph', '2 September 2015'],
      ['paragraph', 'Gentlemen, I am'],
    ]);
    for (const block of blocks) expect(block.recognised).toBeGreaterThan(0.9);
  });

  test('three columns one after the other, with title and author', () => {
    const { title, byline, blocks } = documentOf([recognised('court')], 'a JPEG picture');
    expect(title).toBe('Judge hears of a wall nobody owned');
    expect(byline).toBe('Piers Ashby');
    const text = blocks.map((block) => block.text).join('\n');
    expect(text).toContain('defendant had “watched the house for a month”.');
    const places = ['He was jailed for six years', 'the accounts', 'a bit of a shambles'].map((one) =>
      text.indexOf(one),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('a block is as sure as its lines are, a long line more than a short one', () => {
    const { blocks } = documentOf(
      [
        [
          line('He said that he had not been asked by anybody', 100, { confidence: 0.9 }),
          line('at all.', 130, { confidence: 0.1 }),
        ],
      ],
      'a PNG picture',
    );
    expect(blocks).toEqual([{ kind: 'paragraph', text: expect.any(String), page: 1, recognised: 0.79 }]);
  });

  test('pages without a word are no text', () => {
    expect(() => documentOf([[], []], 'a TIFF picture')).toThrow(
      'this is a TIFF picture, and no text was recognised in it',
    );
  });
});

/** The lines of a recognised page as pieces of print, in the order in which they were recognised. */
function piecesOf(page: RecognisedPage, ...more: [number, number?]) {
  const pieces = pageRows(page, ...more).rows.flat();
  return page.map(({ text }) => pieces.find((piece) => piece.text === text)!);
}

describe('lines of a picture are those of a page', () => {
  test('straight where the page lay askew, and at even distances', () => {
    const askew = [0, 1, 2, 3].map((i) =>
      line(`line ${i} of the usual length`, 100 + 30 * i + (i % 2), {
        baseline: [100 + 30 * i + (i % 2), 104 + 30 * i + (i % 2)],
      }),
    );
    const lines = piecesOf([...askew, line('beside', 101.5, { left: 475, baseline: [105.5, 106] })], 1);
    const gaps = lines.slice(1, 4).map(({ y }, i) => Math.round((lines[i]!.y - y) * 100));
    expect(new Set(gaps).size).toBe(1);
    expect(Math.abs(lines[4]!.y - lines[0]!.y)).toBeLessThan(1);
  });

  test('one size where letters vary, in points where the paper is known', () => {
    const page = [
      line('a line of the usual length', 100),
      line('another of this length', 130, { height: 26 }),
      line('and the third of them', 160),
      line('Large', 50, { height: 48 }),
    ];
    expect(piecesOf(page, 1).map(({ size }) => size)).toEqual([10, 10, 10, 20]);
    expect(piecesOf(page, 1, 0.5).map(({ size }) => size)).toEqual([12, 12, 12, 24]);
  });
});

test('each page of a TIFF is shown as the first of its own', () => {
  const directory = (next: number) => [0, 0, ...[0, 8, 16, 24].map((shift) => (next >> shift) & 255)];
  const tiff = Uint8Array.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, ...directory(14), ...directory(8)]);
  expect([...tiffPages(tiff)].map((page) => page[4])).toEqual([8, 14]);
  expect([...tiffPages(tiff.subarray(0, 10))].map((page) => page[4])).toEqual([8]);
});

describe('what is not installed or not asked for is said', () => {
  test('a picture is no document unless text is to be recognised', async () => {
    await expect(read(bytesOf('night-bus.png'), 'night-bus.png')).rejects.toMatchObject({
      code: 'not-a-document',
      message: 'this is a PNG picture; text in it is read only where that is asked for',
    });
    await expect(read(bytesOf('night-bus.pdf'), 'night-bus.pdf')).rejects.toMatchObject({
      code: 'no-text',
      message: 'the PDF has no text, only pictures (a scan?)',
    });
  });

  test('a package that is not there is named with the command that installs it', async () => {
    await expect(optional('onrecord-is-not-this', 'reading tea leaves', ['tea-leaves@2', 'cup'])).rejects.toMatchObject(
      {
        code: 'model-unavailable',
        message: `reading tea leaves needs packages that are not installed; install them: ${installCommand(['tea-leaves@2', 'cup'])}`,
      },
    );
  });

  test('the command fits where the program stands', () => {
    const modules = [process.cwd(), 'node_modules', 'onrecord'].join(sep);
    expect(installCommand(['cup'], modules)).toBe(`npm install --prefix ${process.cwd()} cup`);
    expect(installCommand(['cup'], ['', 'nowhere', 'node_modules', 'onrecord'].join(sep))).toBe(
      'npm install --global cup',
    );
    expect(installCommand(['cup', 'tea'], '/opt/on record')).toBe(
      'npm install --no-save --prefix "/opt/on record" cup tea',
    );
  });
});

describe(`a picture is read${WITHOUT_RECOGNITION}`, () => {
  const words = [
    'Council keeps the night bus',
    'By Maren Coyle',
    'The night bus will run until June, the council decided on Monday.',
    '“Nobody should have to walk home along the quay,” said Ada Vane, the mayor. “We will find the money.”',
    'She did not say where.',
  ].join(' ');

  test.skipIf(!RECOGNISES).each(['night-bus.png', 'night-bus.pdf'])('%s', async (name) => {
    const { document, original } = await read(bytesOf(name), name, { ocr: true });
    expect(document.text.replace(/\s+/gu, ' ')).toBe(words);
    expect(document.title).toBe('Council keeps the night bus');
    expect(original.format).toBe(name.endsWith('pdf') ? 'pdf' : 'picture');
    for (const block of document.blocks) expect(block).toMatchObject({ page: 1, recognised: expect.any(Number) });
  });

  test.skipIf(!RECOGNISES)('one that is cut off is damaged', async () => {
    const cut = bytesOf('night-bus.png').subarray(0, 9000);
    await expect(read(cut, 'cut.png', { ocr: true })).rejects.toMatchObject({ code: 'damaged' });
  });

  test.skipIf(!RECOGNISES)('a PDF that has text is read as ever', async () => {
    const pdf = readFileSync('samples/cup-final.pdf');
    const { document } = await read(pdf, 'cup-final.pdf', { ocr: true });
    expect(document.blocks.some((block) => block.recognised !== undefined)).toBe(false);
  });
});
