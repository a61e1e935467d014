import type { Piece } from './pieces.ts';
import { joinedPieces, type Row, stretches } from './rows.ts';

/** The part of a row that no gap wide enough for a gutter divides. */
export interface Run extends Piece {
  readonly row: readonly Run[];
}

/** A gap between two runs that stand beside each other. */
export interface Gap {
  readonly run: Run;
  readonly beside: Run;
}

/** An upright strip without letters, and the gaps of which it is a part. */
export interface Strip {
  left: number;
  right: number;
  readonly gaps: Gap[];
}

/** The narrowest gutter, in letters' heights; between justified words there are gaps as wide, but not under each other. */
export const NARROWEST = 0.75;

/** Letters of a heading are larger by so much. */
const LARGER = 1.12;
/** Strips that are looked at together; more do not end in gutters. */
const MOST_STRIPS = 60;

/** The runs of a row. */
export function runsOf(row: Row): Run[] {
  const runs: Run[] = [];
  for (const pieces of stretches(row, NARROWEST)) runs.push({ ...joinedPieces(pieces), row: runs });
  return runs;
}

/** Strips between runs, followed from the top of the page to where a line crosses them. */
export function stripsOf(rows: readonly (readonly Run[])[], size: number): Strip[] {
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

/** A strip in parts, where a line in larger letters stands with nothing on the other side: another article begins. */
export function betweenHeadings({ left, right, gaps }: Strip, lines: readonly Run[]): Strip[] {
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
