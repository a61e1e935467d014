import { getDocumentProxy } from 'unpdf';
import { compact, OnrecordError } from '../../document/index.ts';
import type { ReadResult } from '../assemble.ts';
import { columnOrder } from './columns.ts';
import { type Line, linesOf, type TextItem } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutRunningLines } from './running.ts';

/**
 * A PDF → its paragraphs in reading order. Throws `encrypted`, `damaged` (not a PDF after all, cut off) and
 * `no-text` (only pictures of text: a scan).
 */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  if (isCutOff(bytes)) throw new OnrecordError('damaged', 'the PDF is cut off: its end is missing');
  const { pages, title, language } = await textOf(bytes);
  if (pages.every((lines) => lines.length === 0)) {
    throw new OnrecordError(
      'no-text',
      'the PDF has no text, only pictures (a scan?); run text recognition (OCR) on it first',
    );
  }
  return paragraphsOf(withoutRunningLines(pages.map(columnOrder)), title, language);
}

/** The lines of each page, and what the file says of itself. */
async function textOf(bytes: Uint8Array): Promise<{ pages: Line[][]; title?: string; language?: string }> {
  const pdf = await open(bytes);
  try {
    const pages: Line[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items as TextItem[], number, page.view as [number, number, number, number]));
      page.cleanup();
    }
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    return {
      pages,
      ...compact({ title: info.Title, language: info.Language }),
    };
  } catch (cause) {
    throw new OnrecordError('damaged', 'the PDF is damaged and cannot be read', { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    // pdf.js takes the buffer over; the original bytes are kept, so it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (cause) {
    const name = (cause as Error | undefined)?.name;
    if (name === 'PasswordException')
      throw new OnrecordError('encrypted', 'the PDF is encrypted and needs a password', { cause });
    throw new OnrecordError('damaged', 'the PDF is damaged and cannot be read', { cause });
  }
}

/** A whole PDF has an end mark near its end; pdf.js would read a cut one as far as it goes and say nothing. */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-4096).toString('latin1');
  return !/%%EOF|startxref/u.test(tail);
}
