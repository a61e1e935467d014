import { GENERIC_HEADINGS } from '../../language/english/head-lines.ts';
import { OUTLET_ENDINGS } from '../../language/english/outlets.ts';
import { isPlainHead } from '../head.ts';
import type { Group } from './groups.ts';

/** A paragraph of print. */
export interface Paragraph {
  readonly lines: Group;
  readonly text: string;
}

/** A title has no more characters. */
const LONGEST = 300;
/** What stands under so many letters of text is a heading within it. */
const MOST_BEFORE = 400;
/** Letters of a title are larger than the body's by so much. */
const LARGER = 1.15;

/**
 * The title: what the file's own title begins with, or the large letters at the head of the first page. A pull quotation may
 * be larger, a masthead too: what is in quotation marks and comes again in the text, or is called like an outlet or a kind
 * of document, is taken only where there is nothing else.
 *
 * @param size the font size of most letters, in points
 * @param printed the title that the file gives itself
 */
export function titleOf(
  paragraphs: readonly Paragraph[],
  size: number,
  printed: string | undefined,
): Paragraph | undefined {
  const first = paragraphs.filter(({ lines }) => lines[0].page === 1);
  const named =
    printed &&
    first.find(
      ({ text }) => letters(text).length > 6 && text.length < LONGEST && letters(printed).startsWith(letters(text)),
    );
  if (named) return named;
  const large = atHead(first).filter(
    ({ text, lines }) =>
      lines[0].size >= size * LARGER && !lines[0].isBeside && isTitleLike(text) && !isPulled(text, first),
  );
  const own = large.filter(({ text }) => !isGeneric(text));
  const candidates = own.length > 0 ? own : large;
  const largest = Math.max(...candidates.map(({ lines }) => lines[0].size));
  return candidates.find(({ lines }) => lines[0].size === largest);
}

/** Paragraphs of the first page up to where a text has begun and gone on for a while. */
function atHead(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let before = 0;
  const end = paragraphs.findIndex(({ text }) => {
    before += text.length;
    return before - text.length > MOST_BEFORE;
  });
  return end < 0 ? paragraphs : paragraphs.slice(0, end);
}

function isTitleLike(text: string): boolean {
  return letters(text).length > 3 && text.length < LONGEST && !isPlainHead(text);
}

/** Whether words in large letters are quoted from the text, or are all in quotation marks. */
export function isPulled(text: string, paragraphs: readonly Paragraph[]): boolean {
  const words = letters(text);
  if (/^["“][^"”]*["”]$/u.test(text.trim())) return true;
  return (
    words.length > 20 &&
    paragraphs.some((other) => other.text.length > text.length * 1.5 && letters(other.text).includes(words))
  );
}

function isGeneric(text: string): boolean {
  return (
    OUTLET_ENDINGS.test(text) ||
    GENERIC_HEADINGS.has(
      text
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ')
        .trim(),
    )
  );
}

/** "Title - Outlet" in the file's own title. */
export function outletIn(printed: string | undefined, title: string | undefined): string | undefined {
  if (!printed || !title || !letters(printed).startsWith(letters(title))) return undefined;
  const tail = /\s[-–—|]\s([^-–—|]{2,60})$/u.exec(printed);
  return tail && letters(printed) !== letters(title) ? tail[1]!.trim() : undefined;
}

/** Letters and digits alone, in small letters. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
