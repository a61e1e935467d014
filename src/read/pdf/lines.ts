import { columnsOf } from './columns.ts';
import { type Gutter, guttersOf } from './gutters.ts';
import type { Piece } from './pieces.ts';
import { joinedPieces, type Row } from './rows.ts';

/** The place of a column on its page, in points. */
interface Place {
  /** Where most of its lines begin. */
  readonly left: number;
  /** Where its long lines end. */
  readonly right: number;
  /** The distance of most of its baselines. */
  readonly spacing: number;
}

/** A line of a column. Coordinates in points, `y` is the baseline. */
export interface Line extends Piece {
  readonly page: number;
  readonly column: Place;
  /** Whether text goes on around it: a pull quotation, a note at the foot of a page. */
  readonly isBeside: boolean;
}

/** The lines of a page in reading order. */
export function linesOf(rows: readonly Row[], page: number): Line[] {
  const gutters = guttersOf(rows);
  return columnsOf(partedRows(rows, gutters), gutters).flatMap(({ lines, isBeside }) => {
    const column = placeOf(lines);
    return lines.map((line) => ({ ...line, page, column, isBeside }));
  });
}

/** Rows as lines, parted where a gutter runs through them. */
function partedRows(rows: readonly Row[], gutters: readonly Gutter[]): Piece[] {
  return rows.flatMap((row) => {
    const crossing = gutters.filter(({ top, bottom }) => row.some(({ y }) => y <= top + 1 && y >= bottom - 1));
    const parts: Row[] = [];
    row.forEach((piece, i) => {
      const last = row[i - 1];
      const isParted = last && crossing.some(({ left, right }) => last.right <= left + 1 && piece.left >= right - 1);
      if (parts.length === 0 || isParted) parts.push([piece]);
      else parts.at(-1)!.push(piece);
    });
    return parts.map(joinedPieces);
  });
}

function placeOf(lines: readonly Piece[]): Place {
  const long = lines.filter(({ text }) => text.length > 20);
  const rights = (long.length > 0 ? long : lines).map(({ right }) => right).sort((a, b) => a - b);
  const gaps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((gap, i) => gap > 0 && gap < lines[i]!.size * 2.5);
  return {
    left: leftOf(lines),
    right: rights[Math.floor((rights.length - 1) * 0.9)] ?? 0,
    spacing: mostCommon(gaps.map((gap) => Math.round(gap * 2) / 2)) ?? (lines[0]?.size ?? 10) * 1.3,
  };
}

/** The leftmost of the places where many lines begin. */
function leftOf(lines: readonly Piece[]): number {
  const counts = new Map<number, number>();
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.3).map(([place]) => place));
}

/** The value that comes most often; the first of several. */
export function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
