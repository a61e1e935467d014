import { getResolvedPDFJS } from 'unpdf';
import { openPdf, type PdfPage } from './open.ts';
import type { TextItem, View } from './pieces.ts';

/** A page with fewer words, under which a picture lies, is a scan with a stamp or a file number on it. */
const LEAST_WORDS = 30;
/** Share of a page that the picture of a scan covers. */
const COVERED = 0.5;

/** The numbers of the pages, from 1, that hold no text: nothing at all, or a picture of the page with a stamp on it. */
export async function pagesWithoutText(bytes: Uint8Array): Promise<number[]> {
  const pdf = await openPdf(bytes);
  try {
    const pages: number[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      if (await isWithoutText(page, items as TextItem[])) pages.push(number);
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Whether a page has no words, or so few that a picture which covers it is what is to be read. */
export async function isWithoutText(page: PdfPage, items: readonly TextItem[]): Promise<boolean> {
  const words = items.reduce((sum, { str }) => sum + (str.match(/\S+/gu)?.length ?? 0), 0);
  return words === 0 || (words < LEAST_WORDS && (await isCovered(page)));
}

type Matrix = readonly [number, number, number, number, number, number];

/** Whether pictures cover most of a page. A picture fills the unit square of the coordinates in which it is painted. */
async function isCovered(page: PdfPage): Promise<boolean> {
  const { OPS } = await getResolvedPDFJS();
  const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);
  const { fnArray, argsArray } = await page.getOperatorList();
  const [left, bottom, right, top] = page.view as unknown as View;
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let covered = 0;
  fnArray.forEach((operation: number, i: number) => {
    const args = argsArray[i] as unknown[];
    if (operation === OPS.save) kept.push(matrix);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = product(matrix, args as unknown as Matrix);
    else if (operation === OPS.paintFormXObjectBegin) {
      kept.push(matrix);
      if (args?.[0]) matrix = product(matrix, args[0] as Matrix);
    } else if (pictures.has(operation)) covered += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
  });
  return covered > (right - left) * (top - bottom) * COVERED;
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
