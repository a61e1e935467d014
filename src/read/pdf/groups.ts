import { isFurniture } from '../../language/english/furniture.ts';
import { type Line, mostCommon } from './lines.ts';

/** Lines that are one paragraph. */
export type Group = readonly [Line, ...Line[]];

/** Letters may differ so much in size, in points, within a paragraph. */
const ONE_SIZE = 1;

/** A line of prose has more characters; an address or a heading may have fewer. */
const LEAST_OF_PROSE = 24;

/**
 * Lines in reading order as paragraphs. What stands beside the text, or in letters of another size between two lines of one
 * sentence, follows the paragraph that it interrupts.
 */
export function groupsOf(lines: readonly Line[]): Group[] {
  const size = mostCommonSize(lines);
  const beside = linesBeside(lines, size);
  const placed = lines.map((line, place) => ({ ...line, place, isBeside: beside.has(line) }));
  const flow = paragraphsOf(
    placed.filter(({ isBeside }) => !isBeside),
    size,
  );
  const others = paragraphsOf(
    placed.filter(({ isBeside }) => isBeside),
    size,
  );
  const groups: Group[] = [];
  for (const group of flow) {
    while (others[0] && others[0][0].place < group[0].place) groups.push(others.shift()!);
    groups.push(group);
  }
  return [...groups, ...others].flatMap(apart);
}

/** The font size of most lines, in points. */
export function mostCommonSize(lines: readonly Line[]): number {
  return mostCommon(lines.map((line) => Math.round(line.size * 2) / 2)) ?? 10;
}

/** Lines around which a paragraph goes on: boxes, and what interrupts a sentence in letters of another size. */
function linesBeside(lines: readonly Line[], size: number): ReadonlySet<Line> {
  const beside = new Set(lines.filter((line) => line.isBeside));
  const isBody = (line: Line) => Math.abs(line.size - size) < size * 0.06;
  let last: Line | undefined;
  let others: Line[] = [];
  for (const line of lines) {
    if (beside.has(line)) continue;
    if (!isBody(line)) others.push(line);
    else {
      if (last && others.length > 0 && goesOn(last, line)) for (const other of others) beside.add(other);
      last = line;
      others = [];
    }
  }
  return beside;
}

/** Whether a sentence goes on from a line to another, with something between them. */
function goesOn(last: Line, line: Line): boolean {
  if (endsSentence(last)) return false;
  return /^\p{Ll}/u.test(line.text) || (last.text.length > LEAST_OF_PROSE && roomAfter(last) < last.size * 6);
}

/** A line and its number in reading order. */
interface Placed extends Line {
  readonly place: number;
}

function paragraphsOf(lines: readonly Placed[], size: number): [Placed, ...Placed[]][] {
  const usesIndents = lines.filter((line) => isIndented(line)).length > lines.length * 0.04;
  const groups: [Placed, ...Placed[]][] = [];
  lines.forEach((line, i) => {
    if (i > 0 && !startsParagraph(lines, i, size, usesIndents)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups;
}

const LIST_ITEM = /^(?:[•●▪◦–*]|\(?\d{1,2}[.)]|\([a-z]\))\s/u;

function startsParagraph(lines: readonly Placed[], i: number, size: number, usesIndents: boolean): boolean {
  const line = lines[i]!;
  const last = lines[i - 1]!;
  const gap = last.y - line.y;
  if (Math.abs(line.size - last.size) > ONE_SIZE) return true;
  const isInterrupted = line.place - last.place > 1;
  if (last.page !== line.page || gap < 0 || gap > line.size * 8 || isInterrupted) {
    if (!endsSentence(last)) return last.size > size * 1.12 || roomAfter(last) > widthOf(last.column) / 2;
    return isIndented(line) || !usesIndents || isShort(lines, i - 1, line);
  }
  if (gap > widestGap(line, size)) return true;
  if (gap < line.size * 0.5) return false;
  if (LIST_ITEM.test(line.text)) return true;
  if (line.size > size * 1.12) return false;
  if (isIndented(line) && isFirstLine(lines, i) && (endsSentence(last) || isShort(lines, i - 1, line))) return true;
  if (isBackFromBlock(lines, i)) return true;
  return endsSentence(last) ? isShort(lines, i - 1, line) : breaksOff(lines, i);
}

/** The widest gap between two lines of a paragraph, in points. Lines of a title lie further apart than the body's. */
function widestGap({ size, column: { spacing } }: Line, body: number): number {
  if (size > body * 1.12) return size * 1.7;
  return Math.max(spacing * 1.25, size * 1.15, spacing + 2);
}

function endsSentence({ text }: Line): boolean {
  return /[.!?:]["”’)\]]*\d{0,3}$/u.test(text.trim());
}

function isIndented({ left, size, column }: Line): boolean {
  return left - column.left > size * 0.7 && left - column.left < size * 8;
}

/** Whether a line that is indented begins a paragraph, and is no line of an indented block. */
function isFirstLine(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!;
  const next = lines[i + 1];
  const isLone = !next || next.column !== line.column || next.left < line.left - line.size * 0.5;
  return isLone || lines[i - 1]!.left < line.left - line.size * 0.5;
}

/** Whether lines go back to the margin after two and more that were indented. */
function isBackFromBlock(lines: readonly Line[], i: number): boolean {
  const [before, last, line] = [lines[i - 2], lines[i - 1]!, lines[i]!];
  const isBack =
    last.left - line.left > line.size * 1.5 && before !== undefined && Math.abs(before.left - last.left) < 2;
  return isBack && (endsSentence(last) || roomAfter(last) > line.size * 10);
}

/** Whether the first word of the next line would have had room at the end of a line: a paragraph ends there. */
function isShort(lines: readonly Line[], i: number, next: Line): boolean {
  const line = lines[i]!;
  const [word = ''] = next.text.split(/\s/u);
  const width = ((next.right - next.left) * word.length) / Math.max(1, next.text.length);
  return rightEdge(lines, i) - line.right > width + line.size * 0.6;
}

/** Where long lines around a line end; beside a picture all are short. */
function rightEdge(lines: readonly Line[], i: number): number {
  const { column, size } = lines[i]!;
  const near = lines.slice(Math.max(0, i - 1), i + 2).filter((line) => line.column === column);
  const rights = near.map(({ right }) => right);
  const isRagged = near.length === 3 && Math.max(...rights) - Math.min(...rights) < size * 3;
  return isRagged ? Math.max(...rights) : column.right;
}

/** Lines of an address, of a list of names: far from the end of the column, and the next begins anew. */
function breaksOff(lines: readonly Line[], i: number): boolean {
  const last = lines[i - 1]!;
  const room = rightEdge(lines, i - 1) - last.right;
  return (
    room > widthOf(last.column) * 0.35 && /^["“‘(]?[\p{Lu}\d]/u.test(lines[i]!.text) && !/[,;–—-]$/u.test(last.text)
  );
}

function roomAfter({ right, column }: Line): number {
  return column.right - right;
}

function widthOf({ left, right }: Line['column']): number {
  return right - left;
}

/** Share bars and "Read more" at the head of a group of lines stand alone. */
function apart(lines: Group): Group[] {
  const furniture = lines.findIndex((line) => !isFurniture(line.text));
  if (furniture === 0) return [lines];
  const alone = (furniture < 0 ? lines : lines.slice(0, furniture)).map((line): Group => [line]);
  return furniture < 0 ? alone : [...alone, lines.slice(furniture) as unknown as Group];
}
