import type { Gutter } from './gutters.ts';
import type { Piece } from './pieces.ts';

/** Lines that are read one under another. */
export interface Column {
  readonly lines: readonly Piece[];
  /** Whether text goes on around it: a pull quotation, a box. */
  readonly isBeside: boolean;
}

/**
 * The columns of a page in reading order. The page is cut again and again, as in Nagy and Seth's recursive X-Y cut (1984): by
 * its longest gutter into what stands above, left, right and below.
 */
export function columnsOf(lines: readonly Piece[], gutters: readonly Gutter[], isInBox = false): Column[] {
  for (const [i, gutter] of gutters.entries()) {
    const rest = gutters.filter((_, other) => other !== i);
    const parts = cut(lines, gutter, rest);
    if (parts.left.length === 0 || parts.right.length === 0) continue;
    return [
      ...columnsOf(parts.above, rest, isInBox),
      ...columnsOf(parts.left, rest, isInBox || goesAround(parts.right, parts.left, parts.below, gutter)),
      ...columnsOf(parts.right, rest, isInBox || goesAround(parts.left, parts.right, parts.below, gutter)),
      ...columnsOf(parts.below, rest, isInBox),
    ];
  }
  return lines.length === 0
    ? []
    : [{ lines: [...lines].sort((a, b) => b.y - a.y || a.left - b.left), isBeside: isInBox }];
}

interface Parts {
  readonly above: Piece[];
  readonly left: Piece[];
  readonly right: Piece[];
  readonly below: Piece[];
}

type Side = (line: Piece, gutter: Gutter) => boolean;
// A long word may run into the gutter.
const isLeft: Side = (line, gutter) =>
  line.right <= gutter.left + 1 || (isBeside(line, gutter) && (line.left + line.right) / 2 < gutter.left);
const isRight: Side = (line, gutter) => line.left >= gutter.right - 1;

/** The four parts that a gutter makes of lines. */
function cut(lines: readonly Piece[], gutter: Gutter, others: readonly Gutter[]): Parts {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  const left = side(sorted, gutter, others, isLeft);
  const right = side(sorted, gutter, others, isRight);
  const rest = lines.filter((line) => !left.has(line) && !right.has(line));
  const isAbove = ({ y }: Piece) => y > (gutter.top + gutter.bottom) / 2;
  return {
    above: rest.filter(isAbove),
    left: [...left],
    right: [...right],
    below: rest.filter((line) => !isAbove(line)),
  };
}

/** The lines on one side of a gutter, and those that go on above and below it where the other side has ended. */
function side(sorted: readonly Piece[], gutter: Gutter, others: readonly Gutter[], isOnSide: Side): ReadonlySet<Piece> {
  const own = sorted.filter((line) => isBeside(line, gutter) && isOnSide(line, gutter));
  if (own.length === 0) return new Set();
  const ends = others.filter(({ left, right }) => left < gutter.right && right > gutter.left);
  const isEnd = (line: Piece) =>
    (line.left < gutter.right && line.right > gutter.left) || ends.some((end) => isBeside(line, end));
  const above = sorted.filter(({ y }) => y > gutter.top + 1).reverse();
  const below = sorted.filter(({ y }) => y < gutter.bottom - 1);
  const onSide = (line: Piece) => isOnSide(line, gutter);
  return new Set([...own, ...goingOn(own[0]!, above, isEnd, onSide), ...goingOn(own.at(-1)!, below, isEnd, onSide)]);
}

function isBeside({ y }: Piece, { top, bottom }: Gutter): boolean {
  return y <= top + 1 && y >= bottom - 1;
}

/** Lines up to what crosses the gutter. What stands nearer to that, beyond the widest gap, is a heading of it. */
function goingOn(
  first: Piece,
  lines: readonly Piece[],
  isEnd: (line: Piece) => boolean,
  isOnSide: (line: Piece) => boolean,
): Piece[] {
  const end = lines.findIndex(isEnd);
  const own = (end < 0 ? lines : lines.slice(0, end)).filter(isOnSide);
  const gaps = own.map((line, i) => Math.abs((own[i - 1] ?? first).y - line.y));
  const widest = Math.max(...gaps);
  const at = gaps.indexOf(widest);
  const isHeading = end >= 0 || (own[at]?.size ?? 0) > first.size * 1.12;
  return isHeading && widest > first.size * 1.7 ? own.slice(0, at) : own;
}

/** Whether two lines stand close, in letters of one size. */
function isNext(line: Piece, other: Piece): boolean {
  return Math.abs(line.y - other.y) < line.size * 1.7 && isOneSize(line, other);
}

function isOneSize(line: Piece, other: Piece): boolean {
  return Math.abs(line.size - other.size) < line.size * 0.12;
}

/** Whether a flow of lines goes on under a box beside it, or the box is all in larger letters. */
function goesAround(flow: readonly Piece[], box: readonly Piece[], below: readonly Piece[], gutter: Gutter): boolean {
  if (sizeAt(box, 0.1) > sizeAt(flow, 0.9) * 1.15) return true;
  const crossing = below
    .filter((line) => line.left < gutter.left && line.right > gutter.right)
    .sort((a, b) => b.y - a.y);
  const [first, second] = crossing;
  if (!first || !second || flow.length < 2 || first.y > lowest(box).y) return false;
  return isNext(lowest(flow), first) && isNext(first, second);
}

/** The font size below which a share of the lines are. */
function sizeAt(lines: readonly Piece[], share: number): number {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) * share)]!;
}

function lowest(lines: readonly Piece[]): Piece {
  return lines.reduce((low, line) => (line.y < low.y ? line : low));
}
