import type { DocumentDetail, Statement } from '../../api/types.ts';
import { type Letter, lettersOf, type PageLetters } from './letters.ts';

/** Letters of a page that belong together: from a place in `PageLetters` up to another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Fewer letters are not looked for by themselves: they may be found anywhere. */
const LEAST = 6;

/** The statements on a page, with the letters of their contents. */
export function statementsOn(
  number: number,
  { document, statements }: Pick<DocumentDetail, 'document' | 'statements'>,
  page: PageLetters,
  before?: PageLetters,
): { readonly statement: Statement; readonly stretch: Stretch }[] {
  return statements.flatMap((statement) =>
    statement.content.flatMap(({ start, end }) => {
      const at = document.blocks.findIndex((block) => block.start <= start && start < block.end);
      const own = document.blocks[at]?.page;
      if (own !== number && own !== number - 1) return [];
      const wanted = lettersOf(document.text.slice(start, end));
      const earlier = document.blocks
        .slice(0, at + 1)
        .filter((block) => block.page === own)
        .map((block) => document.text.slice(block.start, Math.min(block.end, start)));
      const times = occurrences(wanted, lettersOf(earlier.join('')));
      if (own === number) return stretchesOf(wanted, page.text, times).map((stretch) => ({ statement, stretch }));
      // What a page's end divides goes on at the head of the next.
      const found = before ? stretchesOf(wanted, before.text, times) : [];
      const rest = wanted.slice(found.reduce((sum, { from, to }) => sum + to - from, 0));
      return stretchesOf(rest, page.text, 0).map((stretch) => ({ statement, stretch }));
    }),
  );
}

function occurrences(wanted: string, text: string): number {
  return wanted === '' ? 0 : text.split(wanted).length - 1;
}

/**
 * Where letters stand in a page's. What interrupts them there, such as the number of a line or a note, is left out.
 *
 * @param times how often the same letters come before them on the page
 */
export function stretchesOf(wanted: string, letters: string, times: number): Stretch[] {
  if (wanted === '') return [];
  let whole = letters.indexOf(wanted);
  for (let i = 0; i < times && whole >= 0; i++) {
    const next = letters.indexOf(wanted, whole + 1);
    if (next < 0) break;
    whole = next;
  }
  if (whole >= 0) return [{ from: whole, to: whole + wanted.length }];
  const stretches: Stretch[] = [];
  let done = 0;
  while (wanted.length - done >= Math.min(LEAST, wanted.length)) {
    const from = stretches.at(-1)?.to ?? 0;
    const length = longestFrom(wanted, done, letters, from);
    if (length < LEAST) break;
    const at = letters.indexOf(wanted.slice(done, done + length), from);
    stretches.push({ from: at, to: at + length });
    done += length;
  }
  return stretches;
}

/** How many of the wanted letters stand together in others, after a place there. */
function longestFrom(wanted: string, done: number, letters: string, from: number): number {
  let [known, unknown] = [0, wanted.length - done + 1];
  while (unknown - known > 1) {
    const middle = (known + unknown) >> 1;
    if (letters.indexOf(wanted.slice(done, done + middle), from) >= 0) known = middle;
    else unknown = middle;
  }
  return known;
}

/** A box on a page as it is shown, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Parts of the letters' height by which a box goes above and below the baseline. */
const ABOVE = 0.95;
const BELOW = 0.22;

/** Boxes around letters, one for each run of text that they stand in. */
export function boxesAround(
  letters: readonly Letter[],
  toViewport: (x: number, y: number) => readonly number[],
): Box[] {
  const runs = new Map<Letter['run'], { from: number; to: number }>();
  for (const { run, from, to } of letters) {
    const known = runs.get(run);
    runs.set(run, { from: Math.min(known?.from ?? from, from), to: Math.max(known?.to ?? to, to) });
  }
  return [...runs].map(([{ transform, height }, { from, to }]) => {
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
    const along = [a, b].map((part) => part / (Math.hypot(a, b) || 1)) as [number, number];
    const up = [c, d].map((part) => (part / (Math.hypot(c, d) || 1)) * height) as [number, number];
    const corners = [
      [from, -BELOW],
      [to, ABOVE],
    ].map(([far, high]) => toViewport(x + along[0] * far! + up[0] * high!, y + along[1] * far! + up[1] * high!));
    const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = corners as [number[], number[]];
    return { left: Math.min(x0, x1), top: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  });
}
