import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { fontWidths, lettersOf, pageLetters, type TextRun } from '../../../../web/components/pdf/letters.ts';
import { boxesAround, stretchesOf } from '../../../../web/components/pdf/marks.ts';
import { printedPdf } from '../../../read/pdf-files.ts';

/** The boxes of words on a page of one line in Helvetica, by pdf.js. */
async function boxesOf(line: string, wanted: string) {
  const bytes = printedPdf([[{ text: line, left: 50, y: 400, size: 10 }]], { font: 'Helvetica' });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  try {
    const page = await pdf.getPage(1);
    const [{ items }, operations] = await Promise.all([page.getTextContent(), page.getOperatorList()]);
    const letters = pageLetters(items as TextRun[], fontWidths(operations, OPS));
    return stretchesOf(lettersOf(wanted), letters.text, 0).flatMap(({ from, to }) =>
      boxesAround(letters.places.slice(from, to), (x, y) => [x, 792 - y]),
    );
  } finally {
    await pdf.loadingTask.destroy();
  }
}

// Adobe's font metrics: i and l 222, space 278, W 944, M 833 thousandths of an em.
test('a mark stands on its words, however wide the letters before them', async () => {
  const [box] = await boxesOf('illi illi WMWM illi', 'WMWM');
  expect(box!.left).toBeCloseTo(50 + 2 * (4 * 2.22 + 2.78), 1);
  expect(box!.width).toBeCloseTo(2 * 9.44 + 2 * 8.33, 1);
});

test('words that come twice are told apart by how often they came before', () => {
  expect(stretchesOf('pier', 'thepierandthepier', 0)).toEqual([{ from: 3, to: 7 }]);
  expect(stretchesOf('pier', 'thepierandthepier', 1)).toEqual([{ from: 13, to: 17 }]);
});

test('numbers of lines between the words are left out of a mark', () => {
  const page = `wewillclose12theoldpier13beforethesummer`;
  expect(
    stretchesOf('wewillclosetheoldpierbeforethesummer', page, 0).map(({ from, to }) => page.slice(from, to)),
  ).toEqual(['wewillclose', 'theoldpier', 'beforethesummer']);
});

test('what is not on the page has no mark', () => {
  expect(stretchesOf('nobodyclapped', 'wewillclosetheoldpier', 0)).toEqual([]);
  expect(stretchesOf('', 'wewillclosetheoldpier', 0)).toEqual([]);
});
