import { AFTER_OPEN_HYPHEN, HYPHENATED } from '../language/english/hyphens.ts';
import { isFormOfOrdinary, isOrdinary } from '../language/english/ordinary-words.ts';

/** How a text prints its words within its lines, by which those divided between lines are put together. */
export interface PrintedWords {
  /** In small letters; the parts of a compound are words too. */
  readonly words: ReadonlySet<string>;
  /** Two words and the hyphen between them, in small letters: "well-known". */
  readonly compounds: ReadonlySet<string>;
}

/** Two parts of a text with a hyphen and the end of a line between them. Offsets are UTF-16. */
interface Division {
  readonly before: string;
  readonly after: string;
  readonly hyphen: number;
  /** Where the second part begins and ends. */
  readonly next: number;
  readonly end: number;
}

/** A hyphen at the end of a line: printed (U+002D, U+2010), or for the division alone (U+00AD). */
const LINE_END = /(?<=[\p{L}\p{M}\p{N}])[-\u2010\u00ad][^\S\n]*\n[^\S\n]*(?:>[^\S\n]*)?(?=[\p{L}\p{N}])/gu;
const SOFT_HYPHEN = '\u00ad';
/** Characters of a part that are looked at. */
const LONGEST = 40;

/**
 * Paragraphs in which the words are whole that were divided at the end of a line, as in what is copied from a PDF:
 * "win-\nter" → "winter", "well-\nknown" → "well-known". Two of them are one where a word goes on from the first to the second.
 * The end of the line stands after the word.
 */
export function wholeParagraphs(paragraphs: readonly string[]): string[] {
  const text = paragraphs.join('\n');
  const divisions = divisionsIn(text);
  if (divisions.length === 0) return [...paragraphs];
  const printed = wordsBetween(text, divisions);
  const groups: string[][] = [];
  for (const paragraph of paragraphs) {
    const last = groups.at(-1);
    if (last && /^\s*\p{Ll}/u.test(paragraph) && jointBetween(last.at(-1)!, paragraph, printed) !== 'apart')
      last.push(paragraph);
    else groups.push([paragraph]);
  }
  return groups.map((group) => withoutDivisions(group.join('\n'), printed));
}

function withoutDivisions(text: string, printed: PrintedWords): string {
  let whole = '';
  let from = 0;
  for (const { before, after, hyphen, next, end } of divisionsIn(text)) {
    const how = jointOf(before, text[hyphen]!, after, printed);
    if (how === 'apart' || hyphen < from) continue;
    const [rest] = /^\S*[^\S\n]*/u.exec(text.slice(end))!;
    whole += text.slice(from, hyphen) + (how === 'hyphen' ? '-' : '') + after + rest.trimEnd();
    from = end + rest.length;
    if (from < text.length && text[from] !== '\n') whole += text.slice(hyphen, next).includes('>') ? '\n> ' : '\n';
  }
  return whole + text.slice(from);
}

/** The words of lines of print, those that are divided between lines left out. */
export function printedWords(lines: readonly string[]): PrintedWords {
  const text = lines.join('\n');
  return wordsBetween(text, divisionsIn(text));
}

/** Two lines of print as one: with a space between them, or as one word where the end of the line divides it. */
export function joinedLines(line: string, next: string, printed: PrintedWords): string {
  const how = jointBetween(line, next, printed);
  if (how === 'apart') return `${line} ${next}`;
  return line.trimEnd().slice(0, -1) + (how === 'hyphen' ? '-' : '') + next.trimStart();
}

/** How two parts are put together: as one word, as one with a hyphen, or not at all. */
type Joint = 'word' | 'hyphen' | 'apart';

function jointOf(before: string, hyphen: string, after: string, { words, compounds }: PrintedWords): Joint {
  if (hyphen === SOFT_HYPHEN) return 'word';
  if (/\p{N}/u.test(before + after)) return 'hyphen';
  if (AFTER_OPEN_HYPHEN.has(after)) return 'apart';
  const isCapitals = /^\p{Lu}+$/u.test(before + after);
  if (/^\p{Lu}/u.test(after) && !isCapitals) return 'hyphen';
  const [first, last] = [before.toLowerCase(), after.toLowerCase()];
  const isWord = (word: string) => words.has(word) || isOrdinary(word);
  if (compounds.has(`${first}-${last}`)) return 'hyphen';
  if (words.has(first + last) || isFormOfOrdinary(first + last)) return 'word';
  if (first.length === 1) return 'hyphen';
  if (HYPHENATED.has(first)) return first.length > 3 || isWord(last) ? 'hyphen' : 'word';
  return isWord(first) && isWord(last) ? 'hyphen' : 'word';
}

function jointBetween(line: string, next: string, printed: PrintedWords): Joint {
  const [division] = divisionsIn(`${line.slice(-LONGEST)}\n${next.slice(0, LONGEST)}`);
  return division ? jointOf(division.before, line.trimEnd().at(-1)!, division.after, printed) : 'apart';
}

function divisionsIn(text: string): Division[] {
  return [...text.matchAll(LINE_END)].map((match) => {
    const next = match.index + match[0].length;
    const [before] = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))!;
    const [after] = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(next, next + LONGEST))!;
    return { before, after, hyphen: match.index, next, end: next + after.length };
  });
}

/** The words of a text, without the parts of those that are divided. */
function wordsBetween(text: string, divisions: readonly Division[]): PrintedWords {
  const words = new Set<string>();
  const compounds = new Set<string>();
  let from = 0;
  for (const { start, end } of [...divisions.map(rangeOf), { start: text.length, end: text.length }]) {
    for (const [printed] of text.slice(from, start).matchAll(/[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu)) {
      const parts = printed.toLowerCase().split(/[-\u2010]/u);
      for (const part of parts) words.add(part);
      for (const [i, part] of parts.slice(1).entries()) compounds.add(`${parts[i]}-${part}`);
    }
    from = end;
  }
  return { words, compounds };
}

function rangeOf({ before, hyphen, end }: Division) {
  return { start: hyphen - before.length, end };
}
