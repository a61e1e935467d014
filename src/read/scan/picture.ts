import { OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import type { ReadOptions } from '../options.ts';
import { blocksOf } from '../pdf/blocks.ts';
import { linesOf } from '../pdf/lines.ts';
import { withoutRunningLines } from '../pdf/running.ts';
import { pictureKind } from './kinds.ts';
import { pageRows } from './lines.ts';
import { openRecogniser, type RecognisedPage } from './recognise.ts';
import { tiffPages } from './tiff.ts';

/**
 * A picture of print (PNG, JPEG, TIFF of any number of pages) → its paragraphs, as a machine recognises them. Throws
 * `not-a-document` unless that is asked for, `model-unavailable` where what recognises text is not installed, `damaged`,
 * and `no-text` where there is none in it.
 */
export async function readPicture(bytes: Uint8Array, { ocr, onPage }: ReadOptions): Promise<ReadResult> {
  const kind = pictureKind(bytes)!;
  if (!ocr)
    throw new OnrecordError('not-a-document', `this is ${kind}; text in it is read only where that is asked for`);
  const recogniser = await openRecogniser();
  try {
    const recognised: RecognisedPage[] = [];
    for (const page of kind.includes('TIFF') ? tiffPages(bytes) : [bytes]) {
      onPage?.();
      recognised.push(await recogniser.page(page));
    }
    return documentOf(recognised, kind);
  } finally {
    await recogniser.close();
  }
}

/** The paragraphs of recognised pages. Throws `no-text` where there are none. */
export function documentOf(recognised: readonly RecognisedPage[], kind: string): ReadResult {
  if (recognised.every((lines) => lines.length === 0))
    throw new OnrecordError('no-text', `this is ${kind}, and no text was recognised in it`);
  const pages = withoutRunningLines(recognised.map((lines, i) => pageRows(lines, i + 1)));
  return blocksOf(pages.flatMap(({ rows, page }) => linesOf(rows, page)));
}
