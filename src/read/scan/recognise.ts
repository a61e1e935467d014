import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { OnrecordError } from '../../document/index.ts';
import { confidenceOf, lettersIn } from './confidence.ts';
import { optional } from './packages.ts';

/** A line of print as a machine recognised it. Coordinates in pixels of the picture; `y` grows downwards. */
export interface RecognisedLine {
  readonly text: string;
  /** How sure the machine is of its letters, 0–1. */
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  /** Height of the baseline at the line's left and at its right end. */
  readonly baseline: readonly [left: number, right: number];
  /** From the top of its tall letters to the bottom of its low ones. */
  readonly height: number;
}

/** What was recognised of a page: its lines, column after column. */
export type RecognisedPage = readonly RecognisedLine[];

/** Recognises the text of pictures. Loaded once for the pages of a document, then closed. */
export interface Recogniser {
  /** Throws `damaged` for a picture that cannot be read. */
  readonly page: (picture: Uint8Array) => Promise<RecognisedPage>;
  readonly close: () => Promise<void>;
}

/** The packages that recognise text: Tesseract compiled to WebAssembly, and what it has learnt of English. */
const PACKAGES = ['tesseract.js@7', '@tesseract.js-data/eng@1'];

/** What is used of `tesseract.js`. */
interface Tesseract {
  readonly createWorker: (
    language: string,
    engine: number,
    options: { langPath: string; cacheMethod: 'none'; errorHandler: (error: unknown) => void },
  ) => Promise<Worker>;
}

interface Worker {
  readonly setParameters: (parameters: Readonly<Record<string, string>>) => Promise<unknown>;
  readonly recognize: (
    picture: Uint8Array,
    options: { readonly rotateAuto?: boolean; readonly rotateRadians?: number },
    output: { text: false; blocks: true },
  ) => Promise<{ data: { blocks: readonly Block[] | null } }>;
  readonly terminate: () => Promise<unknown>;
}

interface Block {
  readonly paragraphs: readonly { readonly lines: readonly Line[] }[];
}

interface Line {
  readonly text: string;
  readonly bbox: { readonly x0: number; readonly x1: number };
  readonly baseline: { readonly y0: number; readonly y1: number };
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words: readonly { readonly text: string; readonly confidence: number }[];
}

/** Tesseract's newer engine, of neural networks, alone. */
const NEURAL = '1';
/** Columns, pictures and rules are told apart first; by default a page is taken for one block. */
const WHOLE_PAGE = '3';

/**
 * Loads what recognises text. Nothing is fetched: all of it is in the packages.
 *
 * @throws OnrecordError `model-unavailable` where they are not installed
 */
export async function openRecogniser(): Promise<Recogniser> {
  const task = 'recognising text in pictures';
  const { createWorker } = await optional<Tesseract>('tesseract.js', task, PACKAGES);
  await optional('@tesseract.js-data/eng', task, PACKAGES);
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  const worker = await createWorker('eng', Number(NEURAL), {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    // What fails rejects as well.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: WHOLE_PAGE, debug_file: '/dev/null' });
  return {
    page: async (picture) => {
      const upright = await linesIn(worker, picture, 0);
      return isRead(upright) ? upright : turned(worker, picture, upright);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** Mean confidence below which a page may lie on its side, and lines that tell it. */
const READ = 0.6;
const FEW = 3;

function isRead(lines: RecognisedPage): boolean {
  return lines.length >= FEW && confidenceOf(lines) >= READ;
}

/** The best reading of a page that may lie on its side or on its head. */
async function turned(worker: Worker, picture: Uint8Array, upright: RecognisedPage): Promise<RecognisedPage> {
  let best = upright;
  for (const quarters of [1, 3, 2]) {
    const lines = await linesIn(worker, picture, quarters);
    if (lettersIn(lines) * confidenceOf(lines) > lettersIn(best) * confidenceOf(best)) best = lines;
    if (isRead(best)) break;
  }
  return best;
}

async function linesIn(worker: Worker, picture: Uint8Array, quarters: number): Promise<RecognisedPage> {
  // A page that lies askew is turned straight first: over the edges of narrow columns it would be read across.
  const turn = quarters === 0 ? { rotateAuto: true } : { rotateRadians: (quarters * Math.PI) / 2 };
  try {
    const { data } = await worker.recognize(picture, turn, { text: false, blocks: true });
    return (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(lineOf)));
  } catch (cause) {
    throw new OnrecordError('damaged', 'the picture is damaged, or of a kind that cannot be read', { cause });
  }
}

/** The capital I of a sentence is often taken for an upright stroke: “| thought it was late”. */
function withCapitalI(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}|])\|(?=(?:['’]\p{Ll}|\s\p{Ll}))/gu, 'I');
}

/** Confidence below which a word is a speck of dirt or a piece of a picture, where it has no two letters. */
const SPECK = 50;

function lineOf({ words, bbox, baseline, rowAttributes }: Line): RecognisedLine[] {
  const kept = words.filter(({ text, confidence }) => confidence >= SPECK || /[\p{L}\p{N}]{2}/u.test(text));
  const text = kept.map((word) => word.text).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const confidence =
    kept.reduce((sum, word) => sum + word.text.length * word.confidence, 0) /
    kept.reduce((sum, word) => sum + word.text.length, 0);
  return [
    {
      text: withCapitalI(text),
      confidence: confidence / 100,
      left: bbox.x0,
      right: bbox.x1,
      baseline: [baseline.y0, baseline.y1],
      height: rowAttributes.rowHeight,
    },
  ];
}
