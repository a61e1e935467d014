import type { Piece } from './pieces.ts';
import { joinedPieces, type Row, stretches } from './rows.ts';

/** The words of a page in one direction, as rows. */
export interface PageRows {
  readonly page: number;
  readonly rows: readonly Row[];
  readonly height: number;
}

/** A stretch of a row in the margin of a page. */
interface Head {
  readonly page: number;
  readonly row: Row;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly y: number;
}

/** Share of the page's height, from either end, in which headers and footers stand. */
const MARGIN = 0.13;
/** Letters' heights between two words of one header. */
const APART = 1.9;
/** A row of a header has no more letters. */
const LONGEST = 120;

/**
 * Pages without running headers, footers and page numbers: what comes back in the margins of other pages, what stands beside
 * a number that counts the pages, and what a browser prints around a page.
 */
export function withoutRunningLines(pages: readonly PageRows[]): PageRows[] {
  const heads = pages.map(headsOf);
  const counts = new Map<string, number>();
  for (const page of heads) for (const key of new Set(page.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const threshold = Math.max(2, Math.min(Math.ceil(pages.length * 0.3), 4));
  const counted = countedRows(heads.flat());
  return pages.map((page, i) => {
    const own = heads[i]!;
    const stamps = own.filter(({ text }) => isPrintLine(text));
    const isRunning = (head: Head) =>
      counts.get(keyOf(head))! >= threshold ||
      counted.has(head.row) ||
      stamps.some(({ y }) => Math.abs(y - head.y) < 3);
    // A number beside words that stay is one of theirs.
    const kept = new Set(own.filter((head) => !isRunning(head) && !isPageNumber(head.text)).map(({ row }) => row));
    const isGone = (head: Head) => isRunning(head) || (isPageNumber(head.text) && !kept.has(head.row));
    const gone = new Set(own.filter(isGone).flatMap(({ pieces }) => pieces));
    const rows = page.rows.map((row) => row.filter((piece) => !gone.has(piece))).filter((row) => row.length > 0);
    return { ...page, rows };
  });
}

function headsOf({ rows, height, page }: PageRows): Head[] {
  return rows
    .filter(([first]) => first!.y > height * (1 - MARGIN) || first!.y < height * MARGIN)
    .flatMap((row) =>
      stretches(row, APART).map((pieces) => ({
        page,
        row,
        pieces,
        text: joinedPieces(pieces).text.trim(),
        y: row[0]!.y,
      })),
    );
}

/** Rows that begin or end with a number which grows by one from page to page: "THE BUILDING OF THE PIER   13". */
function countedRows(heads: readonly Head[]): ReadonlySet<Row> {
  const rows = new Map<Row, { page: number; numbers: number[]; length: number }>();
  for (const { row, page, text } of heads) {
    const known = rows.get(row) ?? { page, numbers: [], length: 0 };
    const number = /^(?:page\s+)?(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?$/iu.exec(text)?.[1];
    if (number) known.numbers.push(Number(number) - page);
    rows.set(row, { ...known, length: known.length + text.length });
  }
  const offsets = new Map<number, Set<number>>();
  for (const { numbers, page } of rows.values())
    for (const offset of numbers) offsets.set(offset, (offsets.get(offset) ?? new Set()).add(page));
  return new Set(
    [...rows]
      .filter(([, { numbers, length }]) => length <= LONGEST && numbers.some((offset) => offsets.get(offset)!.size > 1))
      .map(([row]) => row),
  );
}

/** The words with their numbers made alike, so that "Page 3" and "Page 4" are one. */
function keyOf({ text, y }: Head): string {
  const words = text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/gu, '#')
    .replace(/\s+/gu, ' ');
  return `${words} @${Math.round(y / 8)}`;
}

function isPageNumber(text: string): boolean {
  return /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/iu.test(text);
}

/** A browser's print: the date and time at the top, the address at the bottom. */
function isPrintLine(text: string): boolean {
  return /^(?:\d{1,2}\/\d{1,2}\/\d{2,4},\s*\d{1,2}:\d{2}\b.*|(?:https?|file):\/\/\S+(?:\s+\d+\/\d+)?)$/u.test(text);
}
