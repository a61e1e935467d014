import { createIsomorphicCanvasFactory, getDocumentProxy } from 'unpdf';
import type { PageRows } from '../pdf/running.ts';
import { pagesWithoutText } from '../pdf/scan.ts';
import { pageRows } from './lines.ts';
import { optional } from './packages.ts';
import { openRecogniser } from './recognise.ts';

/** What pages of PDFs are drawn with. */
const PACKAGES = ['@napi-rs/canvas@0.1'];

/** Points in an inch; dots in an inch that pages are drawn with; and the most dots of a page, for those of posters. */
const POINTS = 72;
const DOTS = 300;
const MOST = 25_000_000;

/** What is used of `@napi-rs/canvas`. */
interface Canvas {
  readonly encode: (format: 'jpeg', quality: number) => Promise<Uint8Array>;
}

/**
 * The pages of a PDF that have no text, as a machine recognises it in their pictures, by their numbers from 1; those in
 * which it recognises none are left out.
 *
 * @throws OnrecordError `model-unavailable` where a page has no text and what recognises it is not installed
 */
export async function recognisedPages(bytes: Uint8Array, onPage?: () => void): Promise<Map<number, PageRows>> {
  const recognised = new Map<number, PageRows>();
  const numbers = await pagesWithoutText(bytes);
  if (numbers.length === 0) return recognised;
  const pictures = await openPagePictures(bytes);
  try {
    for (const number of numbers) {
      onPage?.();
      const page = await pictures.page(number);
      if (page.rows.length > 0) recognised.set(number, page);
    }
  } finally {
    await pictures.close();
  }
  return recognised;
}

/** Opens a PDF to recognise the text of its pages. */
async function openPagePictures(bytes: Uint8Array) {
  const canvas = await optional<object>('@napi-rs/canvas', 'drawing the pages of scans', PACKAGES);
  const CanvasFactory = await createIsomorphicCanvasFactory(async () => canvas as never);
  const recogniser = await openRecogniser();
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, CanvasFactory });
  const factory = new CanvasFactory();
  return {
    page: async (number: number): Promise<PageRows> => {
      const page = await pdf.getPage(number);
      const paper = page.getViewport({ scale: 1 });
      const scale = Math.min(DOTS / POINTS, Math.sqrt(MOST / (paper.width * paper.height)));
      const viewport = page.getViewport({ scale });
      const drawing = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      try {
        await page.render({ canvas: drawing.canvas as never, canvasContext: drawing.context as never, viewport })
          .promise;
        const picture = await (drawing.canvas as unknown as Canvas).encode('jpeg', 95);
        return pageRows(await recogniser.page(picture), number, 1 / scale);
      } finally {
        factory.destroy(drawing);
        page.cleanup();
      }
    },
    close: async (): Promise<void> => {
      await pdf.loadingTask.destroy();
      await recogniser.close();
    },
  };
}
