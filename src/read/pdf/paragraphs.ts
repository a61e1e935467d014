import { type BlockKind, compact } from '../../document/index.ts';
import { OPEN_CAPTION_ENDINGS } from '../../language/english/conjunctions.ts';
import { endsArticle, isBroken, isFurniture } from '../../language/english/furniture.ts';
import { alternation } from '../../language/words.ts';
import { type ReadBlock, type ReadResult, tidy } from '../assemble.ts';
import { joinedLines, type PrintedWords, printedWords } from '../divided.ts';
import { applyHead, type HeadDetails, headLine, splitHead } from '../head.ts';
import type { Line } from './lines.ts';

/** A paragraph being put together from lines. */
interface Paragraph {
  readonly lines: Line[];
  text: string;
}

/** Lines in reading order → blocks with title, byline and date told apart, and paragraphs joined over page ends. */
export function paragraphsOf(
  pages: readonly (readonly Line[])[],
  printedTitle?: string,
  language?: string,
): ReadResult {
  const lines = pages.flat();
  const size = mostCommon(
    lines.map((line) => Math.round(line.size * 2) / 2),
    (line) => line,
  );
  const printed = printedWords(lines.map(({ text }) => text));
  const paragraphs = pages
    .flatMap((page) => group(page))
    .flatMap(apart)
    .map((group) => ({ lines: group, text: join(group, printed) }));
  const details: HeadDetails = {};
  const blocks: ReadBlock[] = [];
  const title = titleOf(paragraphs, size, printedTitle);
  if (title) {
    details.title = title.text;
    blocks.push({ kind: 'title', text: title.text, page: title.lines[0]!.page });
  }
  const left = mostCommon(
    lines.filter((line) => line.text.length > 20).map((line) => Math.round(line.left)),
    (value) => value,
  );
  let skipping = false;
  for (const paragraph of paragraphs.slice(title ? paragraphs.indexOf(title) + 1 : 0)) {
    const words = tidy(paragraph.text);
    if (!blocks.some((block) => block.kind === 'paragraph') && readHead(words, paragraph, details, blocks)) continue;
    if (words === '') continue;
    if (isFurniture(words)) {
      skipping = /^(?:read|related|more|see|recommended|most)\b/iu.test(words);
      continue;
    }
    if (endsArticle(words) && blocks.length > 2) break;
    // What stands under "Read more" are links, until whole sentences come again.
    if (skipping && words.length < 120 && !/[.!?]["”’]?$/u.test(words)) continue;
    skipping = false;
    add(blocks, { kind: kindOf(paragraph, words, size, left), text: words, page: paragraph.lines[0]!.page }, printed);
  }
  const outlet = outletIn(printedTitle, details.title);
  return { ...details, ...(outlet && !details.outlet ? { outlet } : {}), ...compact({ language }), blocks };
}

function mostCommon<T>(values: readonly T[], keyOf: (value: T) => number): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Lines of one page, parted where the gap, the size or the indentation says that a paragraph ends. */
function group(lines: readonly Line[]): Line[][] {
  const page = { spacing: usualSpacing(lines), right: lines.reduce((most, { right }) => Math.max(most, right), 0) };
  const groups: Line[][] = [];
  lines.forEach((line, i) => {
    const last = lines[i - 1];
    if (last && !startsParagraph(lines, i, page)) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Share bars and "Read more" at the head of a group of lines stand alone. */
function apart(lines: Line[]): Line[][] {
  const furniture = lines.findIndex((line) => !isFurniture(line.text));
  if (furniture <= 0) return furniture < 0 ? lines.map((line) => [line]) : [lines];
  return [...lines.slice(0, furniture).map((line) => [line]), lines.slice(furniture)];
}

function usualSpacing(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, i) => Math.round((lines[i]!.y - line.y) * 2) / 2)
    .filter((gap, i) => gap > 0 && gap < lines[i]!.size * 2.5);
  return mostCommon(gaps, (gap) => gap) || 14;
}

/** @param page its usual distance between lines, and where its longest line ends, in points */
function startsParagraph(
  lines: readonly Line[],
  i: number,
  { spacing, right }: { readonly spacing: number; readonly right: number },
): boolean {
  const line = lines[i]!;
  const last = lines[i - 1]!;
  const gap = last.y - line.y;
  if (Math.abs(line.size - last.size) > 1) return true;
  if (gap < 0)
    return !isBroken(last.text, line.text) && !/-$/u.test(last.text) && /[.!?:]["”’)]?$/u.test(last.text.trim());
  // The lines of a title in large letters lie further apart than the body's.
  const large = line.size > spacing * 1.05 && gap < line.size * 1.7;
  if (!large && gap > Math.max(spacing * 1.25, line.size * 1.15) && gap > spacing + 2) return true;
  if (/^(?:[•●▪◦–*]|\(?\d{1,2}[.)]|\([a-z]\))\s/u.test(line.text)) return true;
  // An indented first line after a line that ends a sentence.
  const indented = line.left - last.left > line.size * 0.7 && line.left - last.left < line.size * 5;
  const next = lines[i + 1];
  const lone = !next || next.left < line.left - line.size * 0.5;
  if (indented && lone && /[.!?:]["”’)]*$/u.test(last.text.trim())) return true;
  // Back from an indented block to the body, or into one.
  const moved = Math.abs(line.left - last.left) > line.size * 1.5 && !indented;
  const short = last.right < right - last.size * 10;
  return moved && (/[.!?:]["”’)]*$/u.test(last.text.trim()) || short) && gap >= spacing;
}

/** Lines joined with spaces; a word divided at a line's end becomes one, a dash takes no space. */
function join(lines: readonly Line[], printed: PrintedWords): string {
  let text = '';
  for (const line of lines) {
    const next = line.text.trim();
    if (text === '') text = next;
    else if (/—$/u.test(text) || /^—/u.test(next)) text += next;
    else text = joinedLines(text, next, printed);
  }
  return text;
}

/** The title: what the file's own title begins with, or the largest letters of the first page. */
function titleOf(paragraphs: readonly Paragraph[], size: number, printed: string | undefined): Paragraph | undefined {
  const first = paragraphs.filter((paragraph) => paragraph.lines[0]!.page === 1);
  const named =
    printed &&
    first.find((paragraph) => paragraph.text.length > 8 && letters(printed).startsWith(letters(paragraph.text)));
  if (named) return named;
  const largest = Math.max(0, ...first.slice(0, 12).map((paragraph) => paragraph.lines[0]!.size));
  if (largest < size * 1.15) return undefined;
  return first.find(
    (paragraph) => paragraph.lines[0]!.size === largest && paragraph.text.length > 3 && paragraph.text.length < 300,
  );
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** "Title - Outlet" in the file's own title. */
function outletIn(printed: string | undefined, title: string | undefined): string | undefined {
  if (!printed || !title || !letters(printed).startsWith(letters(title))) return undefined;
  const tail = /\s[-–—|]\s([^-–—|]{2,60})$/u.exec(printed);
  return tail && letters(printed) !== letters(title) ? tail[1]!.trim() : undefined;
}

/** Byline and date before the first paragraph. Returns whether the paragraph was such. */
function readHead(words: string, paragraph: Paragraph, details: HeadDetails, blocks: ReadBlock[]): boolean {
  const heads = (
    paragraph.lines.length > 1 && paragraph.lines.length < 4 ? paragraph.lines.map((line) => line.text.trim()) : [words]
  )
    .flatMap(splitHead)
    .map((line) => ({ line, head: headLine(line, details.title !== undefined) }));
  if (!heads.every(({ head }) => head !== undefined)) return false;
  for (const { line, head } of heads) applyHead(head!, line, details, blocks, paragraph.lines[0]!.page);
  return true;
}

const OPEN_ENDED = new RegExp(`(?:,|\\b${alternation(OPEN_CAPTION_ENDINGS)})$`, 'u');

function kindOf(paragraph: Paragraph, words: string, size: number, left: number): BlockKind {
  const first = paragraph.lines[0]!;
  if (/^(?:figure|fig\.|photo|image|picture|photograph|caption)\b[\s:.\d]/iu.test(words) && words.length < 400)
    return 'caption';
  if (/^(?:[•●▪◦*]|\(?\d{1,2}[.)]|\([a-z]\))\s/u.test(words)) return 'list-item';
  const whole = /[.!?:]["”’)]*$/u.test(words);
  if (first.size > size * 1.12 && words.length < 160 && !whole) return 'heading';
  const inset = paragraph.lines.every((line) => line.left > left + line.size * 1.5);
  const small = first.size < size * 0.92;
  const broken = OPEN_ENDED.test(words);
  if ((inset || small) && !whole && words.length < 220 && !broken && !/^["“‘']/u.test(words)) return 'caption';
  return 'paragraph';
}

/** Adds a block; one that goes on with a sentence broken by a page's end joins the paragraph before it. */
function add(blocks: ReadBlock[], block: ReadBlock, printed: PrintedWords): void {
  const at = blocks.findLastIndex((candidate) => candidate.kind !== 'caption');
  const last = blocks[at];
  const turned = last && last.page !== block.page;
  if (
    last?.kind === 'paragraph' &&
    block.kind === 'paragraph' &&
    (turned || blocks.at(-1)!.kind === 'caption') &&
    isBroken(last.text, block.text)
  ) {
    blocks[at] = { ...last, text: joinedLines(last.text, block.text, printed) };
  } else blocks.push(block);
}
