import type { Gap, Run } from './strips.ts';

const LEAST_LINES_OF_BOX = 6;

/** Words further apart than so many letters' heights are not of one line. */
const CLOSE = 2;
/** Lines of prose have so many letters; cells of tables and labels have fewer. */
const LEAST_LETTERS = 12;
/** Cells that begin together so often are a table; paragraphs of two columns may do so once or twice. */
export const LEAST_ROWS = 3;

/** The baselines of the highest and lowest lines beside gaps. */
export function extentOf(gaps: readonly Gap[]): { top: number; bottom: number } {
  const heights = gaps.flatMap(({ run, beside }) => [run.y, beside.y]);
  return { top: Math.max(...heights), bottom: Math.min(...heights) };
}

/** Whether lines on both sides are long, fill their column, and begin under each other. */
export function partsProse(gaps: readonly Gap[], width: number): boolean {
  const lefts = gaps.map(({ run }) => lineFrom(run, -1, width));
  const rights = gaps.map(({ beside }) => lineFrom(beside, 1, width));
  if (!areLong(lefts) || !areLong(rights)) return false;
  return areAligned(rights) && areFull(lefts) && areFull(rights);
}

/** Whether a box of short lines, such as facts and their names, stands right of many lines of prose. */
export function partsBox(gaps: readonly Gap[], width: number): boolean {
  const lefts = gaps.map(({ run }) => lineFrom(run, -1, width));
  const rights = gaps.map(({ beside }) => lineFrom(beside, 1, width));
  const areWords = gaps.filter(({ beside }) => /\p{L}{2}/u.test(beside.text)).length >= gaps.length * 0.7;
  return gaps.length >= LEAST_LINES_OF_BOX && areWords && areLong(lefts) && areFull(lefts) && areAligned(rights);
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly letters: number;
}

/** The words that stand closer than a gutter, from a run on to one side. */
function lineFrom(run: Run, step: 1 | -1, gutter: number): Extent {
  let { left, right } = run;
  let letters = run.text.length;
  for (let i = run.row.indexOf(run) + step; run.row[i]; i += step) {
    const next = run.row[i]!;
    if ((step > 0 ? next.left - right : left - next.right) > Math.min(gutter * 0.9, run.size * CLOSE)) break;
    left = Math.min(left, next.left);
    right = Math.max(right, next.right);
    letters += next.text.length;
  }
  return { left, right, letters };
}

function areLong(lines: readonly Extent[]): boolean {
  return middle(lines.map(({ letters }) => letters)) >= LEAST_LETTERS;
}

/** Whether half of the lines begin at one place. */
function areAligned(lines: readonly Extent[]): boolean {
  return mostCommonPlace(lines.map(({ left }) => left)) >= lines.length * 0.5;
}

/** Whether half of the lines are nearly as wide as the long ones. */
function areFull(lines: readonly Extent[]): boolean {
  const widths = lines.map(({ left, right }) => right - left).sort((a, b) => a - b);
  const long = widths[Math.floor(widths.length * 0.75)]!;
  return widths.filter((width) => width > long * 0.65).length >= widths.length * 0.6;
}

/** Large letters beside small ones: a pull quotation, a box. */
export function partsSizes(gaps: readonly Gap[]): boolean {
  const ratio = middle(gaps.map(({ run }) => run.size)) / middle(gaps.map(({ beside }) => beside.size));
  return ratio > 1.2 || ratio < 1 / 1.2;
}

/** How many begin at the same place, or nearly. */
function mostCommonPlace(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places)
    for (const key of new Set([Math.floor(place / 2), Math.ceil(place / 2)]))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(...counts.values());
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The rows of a table, whose cells begin together on both sides; undefined where the sides go on by themselves. */
export function rowsOfTable(gaps: readonly Gap[], size: number): { top: number; bottom: number }[] | undefined {
  const starts = [
    startsOf(
      gaps.map(({ run }) => run.y),
      size,
    ),
    startsOf(
      gaps.map(({ beside }) => beside.y),
      size,
    ),
  ] as const;
  const common = starts[0].filter((y) => starts[1].some((other) => Math.abs(y - other) < size * 0.4));
  const all = Math.max(...starts.map(({ length }) => length));
  const isTable = common.length >= LEAST_ROWS ? common.length >= all * 0.6 : common.length === all && all > 1;
  if (!isTable) return undefined;
  const { top, bottom } = extentOf(gaps);
  const edges = [...common, Number.NEGATIVE_INFINITY];
  return [top, ...common].map((start, i) => ({
    top: start,
    bottom: Math.max(bottom, lowestAbove(gaps, edges[i]!)),
  }));
}

/** Baselines under a gap that is wider than those between lines. */
function startsOf(heights: readonly number[], size: number): number[] {
  const sorted = [...new Set(heights)].sort((a, b) => b - a);
  const steps = sorted.slice(1).map((y, i) => sorted[i]! - y);
  const usual = Math.max(middle(steps), size * 0.8);
  const least = Math.min(usual, ...steps.filter((step) => step > size * 0.8));
  return sorted.slice(1).filter((_, i) => steps[i]! > Math.max(least * 1.25, size * 1.3));
}

function lowestAbove(gaps: readonly Gap[], edge: number): number {
  return Math.min(...gaps.flatMap(({ run, beside }) => [run.y, beside.y]).filter((y) => y > edge + 1));
}
