import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import type { ReadOptions } from '../options.ts';
import { recognisedPages } from '../scan/pages.ts';
import { blocksOf } from './blocks.ts';
import { linesOf } from './lines.ts';
import { withoutLineNumbers } from './numbers.ts';
import { openPdf, type Pdf } from './open.ts';
import { framesOf, type TextItem, type View } from './pieces.ts';
import { rowsOf } from './rows.ts';
import { type PageRows, withoutRunningLines } from './running.ts';
import { isWithoutText } from './scan.ts';

/**
 * A PDF → its paragraphs in reading order. Throws `encrypted`, `damaged` (not a PDF after all, cut off) and
 * `no-text` (only pictures of text: a scan, even with a stamp on it, unless text is recognised in them).
 */
export async function readPdf(bytes: Uint8Array, { ocr, onPage }: ReadOptions = {}): Promise<ReadResult> {
  const pdf = await openPdf(bytes);
  try {
    const recognised = ocr ? await recognisedPages(bytes, onPage) : new Map<number, PageRows>();
    const pages = await pagesOf(pdf, recognised);
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    const lines = withoutRunningLines(pages).flatMap(({ rows, page }) => linesOf(rows, page));
    return blocksOf(lines, info.Title, info.Language);
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    throw new OnrecordError('damaged', 'the PDF is damaged and cannot be read', { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** So many pages without text at the head of a file tell that it is a scan, if no other has any. */
const PAGES_OF_SCAN = 3;

/** @param recognised what a machine recognised in the pictures of pages that have no text, by the number of the page */
async function pagesOf(pdf: Pdf, recognised: ReadonlyMap<number, PageRows>): Promise<PageRows[]> {
  const pages: PageRows[] = [];
  let scanned = 0;
  let read = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const picture = recognised.get(number);
    if (picture) {
      pages.push(picture);
      read++;
      continue;
    }
    const page = await pdf.getPage(number);
    const items = (await page.getTextContent()).items as TextItem[];
    if (read === 0 && scanned < PAGES_OF_SCAN && (await isWithoutText(page, items))) scanned++;
    else if (items.length > 0) read++;
    for (const { pieces, height } of framesOf(items, page.view as unknown as View))
      pages.push({ rows: withoutLineNumbers(rowsOf(pieces)), height, page: number });
    page.cleanup();
  }
  if (read === 0) {
    throw new OnrecordError('no-text', 'the PDF has no text, only pictures (a scan?)');
  }
  return pages;
}
