import type { Line } from './lines.ts';

/** Share of the page's height, from either end, in which headers and footers stand. */
const MARGIN = 0.13;

/** Pages without running headers, footers and page numbers: lines in the margins that come back on other pages. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.filter(inMargin).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const stamps = pages.flat().filter((line) => inMargin(line) && isPrintLine(line));
  const besideStamp = (line: Line) =>
    stamps.some((stamp) => stamp.page === line.page && Math.abs(stamp.y - line.y) < 3);
  const threshold = Math.max(2, Math.ceil(pages.length * 0.3));
  return pages.map((page) =>
    page.filter(
      (line) => !inMargin(line) || !(isPageNumber(line) || counts.get(keyOf(line))! >= threshold || besideStamp(line)),
    ),
  );
}

function inMargin(line: Line): boolean {
  return line.y > line.pageHeight * (1 - MARGIN) || line.y < line.pageHeight * MARGIN;
}

/** The line with its numbers made alike, so that "Page 3" and "Page 4" are one. */
function keyOf(line: Line): string {
  const height = Math.round(line.y / 8);
  return `${line.text
    .toLowerCase()
    .replace(/\d+|\b[ivxlc]+\b/gu, '#')
    .replace(/\s+/gu, ' ')
    .trim()} @${height}`;
}

function isPageNumber(line: Line): boolean {
  return /^[-–—\s]*(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/iu.test(line.text);
}

/** A browser's print: the date and time at the top, the address at the bottom. */
function isPrintLine(line: Line): boolean {
  return /^(?:\d{1,2}\/\d{1,2}\/\d{2,4},\s*\d{1,2}:\d{2}\b.*|(?:https?|file):\/\/\S+(?:\s+\d+\/\d+)?)$/u.test(
    line.text.trim(),
  );
}
