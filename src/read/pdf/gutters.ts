import type { Row } from './rows.ts';
import { extentOf, LEAST_ROWS, partsBox, partsProse, partsSizes, rowsOfTable } from './sides.ts';
import { betweenHeadings, NARROWEST, type Run, runsOf, type Strip, stripsOf } from './strips.ts';

/** An upright strip without letters that parts what stands left of it from what stands right. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  /** The baselines of the highest and lowest lines that it parts. */
  readonly top: number;
  readonly bottom: number;
}

/** A gutter runs beside so many lines; a wide one beside fewer. */
const LEAST_LINES = 4;
const LEAST_LINES_OF_WIDE = 3;
const LEAST_LINES_OF_KNOWN = 2;

const WIDE = 1.5;

/** The gutters of a page: strips that stay free over many lines, beside which prose or lines of another size stand. */
export function guttersOf(rows: readonly Row[]): Gutter[] {
  const size = usualSize(rows);
  const runs = rows.map((row) => runsOf(row));
  const heads = runs.map((row) => row.reduce((low, run) => (run.size < low.size ? run : low)));
  const strips = stripsOf(runs, size).flatMap((strip) => betweenHeadings(strip, heads));
  const accepted = strips.flatMap((strip) => guttersIn(strip, size)).map((gutter) => extended(gutter, runs));
  const gutters = joined(accepted, runs.flat(), size);
  const continued = strips.flatMap((strip) => continuedIn(strip, gutters));
  return [...gutters, ...continued].sort(
    (a, b) => b.top - b.bottom - (a.top - a.bottom) || b.right - b.left - (a.right - a.left),
  );
}

/** The font size of most letters, in points. */
function usualSize(rows: readonly Row[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of rows.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** A gutter with the rows above and below it that have a gap in its place; it was followed from where it is narrowest. */
function extended(gutter: Gutter, rows: readonly (readonly Run[])[]): Gutter {
  const above = rows.filter(([run]) => run!.y > gutter.top + 1).reverse();
  const below = rows.filter(([run]) => run!.y < gutter.bottom - 1);
  return { ...gutter, top: furthest(gutter, gutter.top, above), bottom: furthest(gutter, gutter.bottom, below) };
}

function furthest({ left, right }: Gutter, from: number, rows: readonly (readonly Run[])[]): number {
  let last = from;
  for (const row of rows) {
    const [first] = row as readonly [Run];
    const isClose = Math.abs(last - first.y) < first.size * 1.7;
    const isCrossed = row.some((run) => run.left < right && run.right > left);
    if (!isClose || isCrossed) break;
    if (first.right <= left && row.at(-1)!.left >= right) last = first.y;
  }
  return last;
}

/** Gutters of which one goes on where another ends, but for a long word that runs into it. */
function joined(gutters: readonly Gutter[], runs: readonly Run[], size: number): Gutter[] {
  const whole: Gutter[] = [];
  for (const gutter of [...gutters].sort((a, b) => b.top - a.top)) {
    const i = whole.findIndex(({ left, right, bottom }) => {
      const isOne = Math.min(right, gutter.right) - Math.max(left, gutter.left) >= size * NARROWEST;
      if (!isOne || bottom < gutter.top || bottom - gutter.top > size * 4) return false;
      const crossing = runs.filter(
        (run) => run.y < bottom && run.y > gutter.top && run.left < gutter.right && run.right > gutter.left,
      );
      return crossing.length < 2 && crossing.every((run) => (run.left + run.right) / 2 < gutter.left);
    });
    if (i < 0) whole.push(gutter);
    else
      whole[i] = {
        left: Math.max(whole[i]!.left, gutter.left),
        right: Math.min(whole[i]!.right, gutter.right),
        top: whole[i]!.top,
        bottom: gutter.bottom,
      };
  }
  return whole;
}

/** A gutter that goes on beside a few lines more, elsewhere on the page. */
function continuedIn({ left, right, gaps }: Strip, gutters: readonly Gutter[]): Gutter[] {
  const own = extentOf(gaps);
  const same = gutters.filter(
    (gutter) => Math.min(right, gutter.right) - Math.max(left, gutter.left) > (gutter.right - gutter.left) * 0.8,
  );
  const isKnown = same.some(({ top, bottom }) => top >= own.bottom && bottom <= own.top);
  return gaps.length >= LEAST_LINES_OF_KNOWN && same.length > 0 && !isKnown
    ? [{ left: Math.max(left, same[0]!.left), right: Math.min(right, same[0]!.right), ...own }]
    : [];
}

function guttersIn({ left, right, gaps }: Strip, size: number): Gutter[] {
  const isWide = right - left >= size * WIDE;
  if (gaps.length < (isWide ? LEAST_LINES_OF_WIDE : LEAST_LINES)) return [];
  const isProse = partsProse(gaps, right - left);
  const bands = rowsOfTable(gaps, size);
  if (bands && (bands.length > LEAST_ROWS || !isProse)) return bands.map((band) => ({ left, right, ...band }));
  const isGutter = isProse || partsSizes(gaps) || partsBox(gaps, right - left);
  return isGutter ? [{ left, right, ...extentOf(gaps) }] : [];
}
