/** A run of text as pdf.js gives it. `transform` is [a, b, c, d, x, y]; y grows upwards. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Printed words on one baseline. Coordinates in points, from the lower left corner of the page as it is read. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** Font size in points. */
  readonly size: number;
  readonly font: string;
  /** How sure a machine is of its letters, 0–1, where it recognised them in a picture of the page. */
  readonly confidence?: number;
}

/** The words of a page that run in one direction, turned so that they are upright. */
export interface Frame {
  readonly pieces: readonly Piece[];
  readonly height: number;
}

/** The corners of a page: left, bottom, right, top. */
export type View = readonly [number, number, number, number];

/** Sideways text of fewer words is a stamp on the margin. */
const LEAST_SIDEWAYS_WORDS = 12;
/** Text at a greater angle to the usual four, in radians, is a watermark; at a smaller one the page lay askew in a scanner. */
const GREATEST_SKEW = 0.2;
const RIGHT_ANGLE = Math.PI / 2;

/** A page's words by the direction in which they run, the direction with most words first. */
export function framesOf(items: readonly TextItem[], view: View): Frame[] {
  const quarters = new Map<number, TextItem[]>();
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const angle = angleOf(item);
    const quarter = Math.round(angle / RIGHT_ANGLE);
    if (Math.abs(angle - quarter * RIGHT_ANGLE) > GREATEST_SKEW) continue;
    const key = (quarter + 4) % 4;
    const group = quarters.get(key);
    if (group) group.push(item);
    else quarters.set(key, [item]);
  }
  const groups = [...quarters.values()].sort((a, b) => lettersIn(b) - lettersIn(a));
  return groups
    .filter((group, i) => i === 0 || wordsIn(group) >= LEAST_SIDEWAYS_WORDS)
    .map((group) => frameOf(group, view));
}

function angleOf({ transform }: TextItem): number {
  return Math.atan2(transform[1] ?? 0, transform[0] ?? 1);
}

function lettersIn(items: readonly TextItem[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0);
}

function wordsIn(items: readonly TextItem[]): number {
  return items.reduce((sum, { str }) => sum + str.trim().split(/\s+/u).length, 0);
}

function frameOf(items: readonly TextItem[], [left, bottom, right, top]: View): Frame {
  const angle = usualAngle(items);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turn = (x: number, y: number) => [x * cos + y * sin, y * cos - x * sin] as const;
  const corners = [turn(left, bottom), turn(right, bottom), turn(left, top), turn(right, top)];
  const [x0, y0] = [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))];
  const pieces = items.flatMap((item) => {
    const [x, y] = turn(item.transform[4] ?? 0, item.transform[5] ?? 0);
    return piecesOf(item, x - x0, y - y0);
  });
  return { pieces: printedOnce(pieces), height: Math.max(...corners.map(([, y]) => y)) - y0 };
}

/** The angle in the middle of all, by their letters. */
function usualAngle(items: readonly TextItem[]): number {
  const sorted = [...items].sort((a, b) => angleOf(a) - angleOf(b));
  const half = lettersIn(items) / 2;
  let before = 0;
  for (const item of sorted) {
    before += item.str.length;
    if (before >= half) return angleOf(item);
  }
  return 0;
}

/** Columns of a typewriter are made with spaces: three and more part an item. */
function piecesOf(item: TextItem, x: number, y: number): Piece[] {
  const [, , c = 0, d = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height;
  const letter = item.width / item.str.length;
  return [...item.str.matchAll(/\S+(?:\s{1,2}\S+)*/gu)].map(({ 0: text, index }) => ({
    text,
    left: x + index * letter,
    right: x + (index + text.length) * letter,
    y,
    size,
    font: item.fontName,
  }));
}

/** Bold letters are sometimes made by printing the same words twice, a little apart. */
function printedOnce(pieces: readonly Piece[]): Piece[] {
  const printed = new Map<string, Piece>();
  return pieces.filter((piece) => {
    const before = printed.get(piece.text);
    printed.set(piece.text, piece);
    const apart = piece.size * 0.3;
    return !before || Math.abs(before.left - piece.left) > apart || Math.abs(before.y - piece.y) > apart;
  });
}
