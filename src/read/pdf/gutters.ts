import type { Piece } from './pieces.ts';
import { joinedPieces, type Row, stretches } from './rows.ts';

/** An upright strip without letters that parts what stands left of it from what stands right. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  /** The baselines of the highest and lowest lines that it parts. */
  readonly top: number;
  readonly bottom: number;
}

/** The part of a row that no gap wide enough for a gutter divides. */
interface Run extends Piece {
  readonly row: readonly Run[];
}

/** A gap between two runs that stand beside each other. */
interface Gap {
  readonly run: Run;
  readonly beside: Run;
}

interface Strip {
  left: number;
  right: number;
  readonly gaps: Gap[];
}

/** The narrowest gutter, in letters' heights; between justified words there are gaps as wide, but not under each other. */
const NARROWEST = 0.75;
/** A gutter runs beside so many lines; a wide one beside fewer. */
const LEAST_LINES = 4;
const LEAST_LINES_OF_WIDE = 3;
const LEAST_LINES_OF_KNOWN = 2;
const LEAST_LINES_OF_BOX = 6;
const WIDE = 1.5;
/** Words further apart than so many letters' heights are not of one line. */
const CLOSE = 2;
/** Lines of prose have so many letters; cells of tables and labels have fewer. */
const LEAST_LETTERS = 12;
/** Cells that begin together so often are a table; paragraphs of two columns may do so once or twice. */
const LEAST_ROWS = 3;
/** Letters of a heading are larger by so much. */
const LARGER = 1.12;
/** Strips that are looked at together; more do not end in gutters. */
const MOST_STRIPS = 60;

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
export function usualSize(rows: readonly Row[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of rows.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function runsOf(row: Row): Run[] {
  const runs: Run[] = [];
  for (const pieces of stretches(row, NARROWEST)) runs.push({ ...joinedPieces(pieces), row: runs });
  return runs;
}

/** Strips between runs, followed from the top of the page to where a line crosses them. */
function stripsOf(rows: readonly (readonly Run[])[], size: number): Strip[] {
  const narrowest = size * NARROWEST;
  const ended: Strip[] = [];
  let open: Strip[] = [];
  rows.forEach((row, i) => {
    for (const run of row) {
      open = open.flatMap((strip) => {
        if (run.right <= strip.left || run.left >= strip.right) return [strip];
        const rest = [
          { left: strip.left, right: Math.min(strip.right, run.left) },
          { left: Math.max(strip.left, run.right), right: strip.right },
        ].filter(({ left, right }) => right - left >= narrowest);
        if (rest.length === 1) return [Object.assign(strip, rest[0])];
        ended.push(strip);
        return rest.map((part) => ({ ...part, gaps: [...strip.gaps] }));
      });
    }
    for (const [at, run] of row.entries()) {
      const beside = besideOf(rows, i, at);
      if (!beside || beside.left - run.right < narrowest) continue;
      const gap = { run, beside };
      const within = open.filter(({ left, right }) => left < beside.left && right > run.right);
      for (const strip of within) strip.gaps.push(gap);
      if (within.length === 0) open.push({ left: run.right, right: beside.left, gaps: [gap] });
    }
    if (open.length > MOST_STRIPS) open = open.sort((a, b) => b.gaps.length - a.gaps.length).slice(0, MOST_STRIPS);
  });
  return [...ended, ...open];
}

/** The nearest run to the right whose letters stand beside those of a run: its row's next, or one on a line between. */
function besideOf(rows: readonly (readonly Run[])[], row: number, at: number): Run | undefined {
  const run = rows[row]![at]!;
  let nearest = rows[row]![at + 1];
  for (const step of [-1, 1])
    for (let i = row + step; rows[i] && Math.abs(rows[i]![0]!.y - run.y) < run.size * 0.8; i += step)
      for (const other of rows[i]!)
        if (other.left >= run.right && (!nearest || other.left < nearest.left)) nearest = other;
  return nearest;
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

/** A strip in parts, where a line in larger letters stands with nothing on the other side: another article begins. */
function betweenHeadings({ left, right, gaps }: Strip, lines: readonly Run[]): Strip[] {
  const sorted = [...gaps].sort((a, b) => b.run.y - a.run.y);
  const parts: Gap[][] = [];
  sorted.forEach((gap, i) => {
    const last = sorted[i - 1];
    if (!last || lines.some((line) => isHeadingBetween(line, last, gap))) parts.push([gap]);
    else parts.at(-1)!.push(gap);
  });
  return parts.map((part) => ({ left, right, gaps: part }));
}

function isHeadingBetween({ y, size }: Run, above: Gap, below: Gap): boolean {
  const isBetween = y < Math.min(above.run.y, above.beside.y) && y > Math.max(below.run.y, below.beside.y);
  return isBetween && size > LARGER * Math.max(above.run.size, above.beside.size, below.run.size, below.beside.size);
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

function extentOf(gaps: readonly Gap[]): { top: number; bottom: number } {
  const heights = gaps.flatMap(({ run, beside }) => [run.y, beside.y]);
  return { top: Math.max(...heights), bottom: Math.min(...heights) };
}

/** Whether lines on both sides are long, fill their column, and begin under each other. */
function partsProse(gaps: readonly Gap[], width: number): boolean {
  const lefts = gaps.map(({ run }) => lineFrom(run, -1, width));
  const rights = gaps.map(({ beside }) => lineFrom(beside, 1, width));
  if (!areLong(lefts) || !areLong(rights)) return false;
  return areAligned(rights) && areFull(lefts) && areFull(rights);
}

/** Whether a box of short lines, such as facts and their names, stands right of many lines of prose. */
function partsBox(gaps: readonly Gap[], width: number): boolean {
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
function partsSizes(gaps: readonly Gap[]): boolean {
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
function rowsOfTable(gaps: readonly Gap[], size: number): { top: number; bottom: number }[] | undefined {
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
