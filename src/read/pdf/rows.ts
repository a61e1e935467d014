import { confidenceOf } from '../scan/confidence.ts';
import { withInitials } from './initials.ts';
import type { Piece } from './pieces.ts';

/** The pieces on one baseline, from left to right. */
export type Row = Piece[];

/** Letters that are smaller by this are raised or lowered beside others. */
const SMALL = 0.82;

/** The rows of a page, from its top. Notes' numbers stand in the row of the word that they follow. */
export function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = [];
  for (const piece of withInitials(pieces).sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && row[0]!.y - piece.y < Math.max(1, 0.3 * Math.min(row[0]!.size, piece.size))) row.push(piece);
    else rows.push([piece]);
  }
  return withRaised(rows).map((row) => row.sort((a, b) => a.left - b.left));
}

/** Rows in which raised and lowered letters stand beside the larger ones that they belong to. */
function withRaised(rows: readonly Row[]): Row[] {
  const whole = rows.map((row) => [...row]);
  rows.forEach((row, i) => {
    for (const piece of row) {
      const near = [i + 1, i - 1, i + 2].find((other) => rows[other]?.some((large) => isRaised(piece, large)));
      if (near === undefined) continue;
      whole[i] = whole[i]!.filter((own) => own !== piece);
      whole[near]!.push({ ...piece, y: rows[near]![0]!.y });
    }
  });
  return whole.filter((row) => row.length > 0);
}

function isRaised(piece: Piece, large: Piece): boolean {
  if (piece.size > large.size * SMALL || piece.text.length > 6) return false;
  const height = piece.y - large.y;
  const after = piece.left - large.right;
  const before = large.left - piece.right;
  const isBeside = Math.min(Math.abs(after), Math.abs(before)) < large.size * 0.6;
  return isBeside && height < large.size * 0.7 && height > -large.size * 0.35;
}

/** Pieces side by side as one, with spaces where there are gaps. */
export function joinedPieces(pieces: readonly Piece[]): Piece {
  const [first] = pieces as [Piece, ...Piece[]];
  let { text, right } = first;
  let last = first;
  let widest = first;
  for (const piece of pieces.slice(1)) {
    const isApart = piece.left - right > Math.min(last.size, piece.size) * 0.14;
    text += (isApart && !/\s$/u.test(text) && !/^\s/u.test(piece.text) ? ' ' : '') + piece.text;
    right = Math.max(right, piece.right);
    if (piece.text.length > widest.text.length) widest = piece;
    last = piece;
  }
  const recognised = pieces.filter(({ confidence }) => confidence !== undefined);
  return {
    ...widest,
    text,
    left: first.left,
    right,
    ...(recognised.length === 0 ? {} : { confidence: confidenceOf(recognised) }),
  };
}

/** A row's pieces in groups, parted where they lie further apart than so many letters' heights. */
export function stretches(row: Row, heights: number): Piece[][] {
  const groups: Piece[][] = [];
  let right = 0;
  for (const piece of row) {
    const group = groups.at(-1);
    if (group && piece.left - right < Math.max(group.at(-1)!.size, piece.size) * heights) group.push(piece);
    else groups.push([piece]);
    right = groups.at(-1)!.length === 1 ? piece.right : Math.max(right, piece.right);
  }
  return groups;
}
