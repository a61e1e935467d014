/** A run of text as pdf.js gives it. `transform` is [a, b, c, d, x, y]; y grows upwards. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** A line of text, or the part of one that lies in a column. Coordinates in points; `y` is the baseline. */
export interface Line {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Font size in points. */
  readonly size: number;
  readonly font: string;
  /** Height of the page. */
  readonly pageHeight: number;
}

interface Piece {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
}

/** The lines of a page. A gap wider than two letters' height parts columns; text turned on its side is left out. */
export function linesOf(
  items: readonly TextItem[],
  page: number,
  view: readonly [number, number, number, number],
): Line[] {
  const pieces = items.flatMap(pieceOf).sort((a, b) => b.y - a.y || a.left - b.left);
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const row = rows.findLast(
      (candidate) => Math.abs(candidate[0]!.y - piece.y) < Math.max(2, Math.min(candidate[0]!.size, piece.size) * 0.45),
    );
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows
    .flatMap((row) => segments(row))
    .map(({ text, left, right, y, size, font }) => ({
      text,
      page,
      left,
      right,
      y,
      size,
      font,
      pageHeight: view[3] - view[1],
    }));
}

function pieceOf(item: TextItem): Piece[] {
  const [a = 1, b = 0, , , x = 0, y = 0] = item.transform;
  if (item.str.trim() === '' || Math.abs(b) > Math.abs(a)) return [];
  const size = Math.hypot(a, b) || item.height;
  return [{ text: item.str, left: x, right: x + item.width, y, size, font: item.fontName }];
}

/** Joins the pieces of a row from left to right, with spaces where there are gaps. */
function segments(row: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of row.sort((a, b) => a.left - b.left)) {
    const last = joined.at(-1);
    const gap = last ? piece.left - last.right : Number.POSITIVE_INFINITY;
    if (last && gap < Math.max(last.size, piece.size) * 1.9) {
      const spaced =
        gap > Math.min(last.size, piece.size) * 0.14 && !/\s$/u.test(last.text) && !/^\s/u.test(piece.text);
      last.text += (spaced ? ' ' : '') + piece.text;
      last.right = Math.max(last.right, piece.right);
    } else joined.push({ ...piece });
  }
  return joined;
}
