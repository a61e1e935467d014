import { isTimeAlone } from './label.ts';
import { type Line, recognise } from './recognise.ts';

/** A paragraph of a plain text; `isApart` where it may not be joined to others, nor left out for coming back. */
export interface Paragraph {
  readonly text: string;
  readonly isApart: boolean;
}

/**
 * The paragraphs of a plain text that is a transcript, each turn and each label apart, lines that go on with a turn
 * together; undefined where it is none.
 */
export function transcriptParagraphs(text: string): Paragraph[] | undefined {
  const printed = withoutNumbers(fromColumns(text.split('\n')));
  const lines = printed.map(
    (line): Line => ({ text: plain(line), kind: kindOf(line), isStrong: /^(\*\*|__).+\1:?$/u.test(line.trim()) }),
  );
  const filled = lines.flatMap(({ text: words }, i) => (words === '' ? [] : [i]));
  const parts = recognise(filled.map((i) => lines[i]!));
  if (!parts) return undefined;
  const first = parts.findIndex(({ is }) => is === 'turn' || is === 'label');
  const paragraphs: Paragraph[] = [];
  parts.forEach((part, at) => {
    const line = printed[filled[at]!]!;
    const isNext = filled[at]! === filled[at - 1]! + 1;
    const before = parts[at - 1];
    const isWrapped =
      part.is === 'words' && isNext && (before?.is === 'turn' || before?.is === 'words') && (at > first || first < 0);
    const last = paragraphs.at(-1);
    if (isWrapped && last) paragraphs[paragraphs.length - 1] = { ...last, text: `${last.text}\n${line.trim()}` };
    else paragraphs.push({ text: line.trim(), isApart: part.is !== 'words' || at > first });
  });
  return paragraphs;
}

function kindOf(line: string): Line['kind'] {
  return /^#{1,6}\s/u.test(line) ? 'heading' : 'paragraph';
}

/** A line without its marks of Markdown. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^(?:#{1,6}|>)\s+/u, '')
    .replaceAll('**', '')
    .replaceAll('__', '')
    .trim();
}

/** Lines of a page that are numbered in the margin, without the numbers. */
function withoutNumbers(lines: readonly string[]): readonly string[] {
  const numbers = lines.flatMap(
    (line) => /^\s{0,12}(\d{1,2})(?=\s|$)/u.exec(line)?.[1] ?? (line.trim() === '' ? [] : ['']),
  );
  const filled = numbers.length;
  const steps = numbers.filter(
    (number, i) => i > 0 && number !== '' && (Number(number) === Number(numbers[i - 1]) + 1 || number === '1'),
  );
  if (filled < 5 || steps.length < filled * 0.7) return lines;
  return lines.map((line) => line.replace(/^\s{0,12}\d{1,2}(?=\s|$)/u, ''));
}

/** Columns parted by tabs, with the speaker in one of them, as lines with labels: "12⇥HOLT⇥Good evening". */
function fromColumns(lines: readonly string[]): readonly string[] {
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t'));
  const isTable =
    rows.length > 3 && rows.filter((cells) => cells.length > 1 && cells.length < 7).length > rows.length * 0.9;
  if (!isTable) return lines;
  return lines.map((line) => {
    const cells = line
      .split('\t')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '' && !/^[\d\s:.,/TZ-]+$/u.test(cell) && !isTimeAlone(cell));
    const [who = '', ...words] = cells;
    return words.length > 0 && who.length < 60 ? `${who.replace(/:$/u, '')}: ${words.join(' ')}` : cells.join(' ');
  });
}
