import { compact } from '../../document/index.ts';
import type { Alignment, Step } from './align.ts';
import type { Difference } from './fidelity.ts';
import type { IndexedText } from './passages.ts';
import { type QuotePart, withoutMarks } from './quote.ts';
import { leavingOutTurns, turnsSense } from './sense.ts';
import { keyOf } from './words.ts';

const SILENT = new Set(['inserted', 'dropped', 'changed']);

/** Whether a difference changes the words without a sign to the reader, such as brackets or an ellipsis. */
export function isSilent({ kind }: Pick<Difference, 'kind'>): boolean {
  return SILENT.has(kind);
}

/** The differences that an alignment shows, in the order of the quotation. Neighbours of one kind are joined into one. */
export function differencesIn(parts: readonly QuotePart[], source: IndexedText, { steps }: Alignment): Difference[] {
  const found: Difference[] = [];
  for (let at = 0; at < steps.length; ) {
    const group = groupOf(steps[at]!);
    let end = at + 1;
    while (end < steps.length && group !== 'same' && groupOf(steps[end]!) === group) end++;
    const difference = differenceOf(group, parts, source, steps.slice(at, end));
    if (difference) found.push(difference);
    at = end;
  }
  return found;
}

type Group = 'same' | 'spelling' | 'silent' | 'bracketed' | 'ellipsis';

function groupOf({ kind }: Step): Group {
  if (kind === 'same' || kind === 'spelling') return kind;
  if (kind === 'left-out') return 'ellipsis';
  return SILENT.has(kind) ? 'silent' : 'bracketed';
}

function differenceOf(
  group: Group,
  parts: readonly QuotePart[],
  source: IndexedText,
  steps: readonly Step[],
): Difference | undefined {
  if (group === 'same') return undefined;
  const printed = [...new Set(steps.map(({ part }) => part))].filter((part) => printsAt(part, steps));
  const words = steps.flatMap((step) => ('word' in step ? [step.word] : []));
  const ours = printed.map((part) => parts[part]!.printed).join(' ');
  const theirs = words.length > 0 ? textOf(source, words[0]!, words.at(-1)! + 1) : '';
  const sides = { ...compact({ printed: ours, source: theirs }) };
  if (group === 'spelling') return { kind: 'spelling', ...sides };
  if (group === 'ellipsis') return withSense({ kind: 'ellipsis', source: theirs }, leavingOutTurns(theirs));
  if (group === 'bracketed') return { kind: 'bracketed', ...sides };
  if (inOne(ours) === inOne(theirs)) return { kind: 'spelling', ...sides };
  const kind = ours === '' ? 'dropped' : theirs === '' ? 'inserted' : 'changed';
  return withSense({ kind, ...sides }, turnsSense(ours, theirs));
}

/** Words as if they were one: "re-timetabling" and "retimetabling" are two spellings. */
function inOne(words: string): string {
  return keyOf(words).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a step prints the part. The step of a dropped word names the part before it, and prints nothing. */
function printsAt(part: number, steps: readonly Step[]): boolean {
  return steps.some((step) => step.part === part && step.kind !== 'dropped' && step.kind !== 'left-out');
}

function withSense(difference: Difference, turns: boolean): Difference {
  return turns ? { ...difference, turnsSense: true } : difference;
}

function textOf({ text, words }: IndexedText, first: number, last: number): string {
  return text.slice(words[first]!.start, words[last - 1]!.end);
}

/** Punctuation that is compared: no quotation marks, and no hyphens. */
const MARK = /[.,;:!?()–—]|\s-\s/gu;

/** Whether a quotation and its source have the same words but different punctuation. */
export function punctuationDiffers(quote: string, passage: string): boolean {
  const marks = (text: string) =>
    Array.from(text.replace(/(?<=\p{N})[.,](?=\p{N})/gu, '').matchAll(MARK), ([mark]) =>
      /[–—-]/u.test(mark) ? '—' : mark,
    );
  const [ours, theirs] = [withoutMarks(quote).replace(/(?<![.,;:!?…–—\s])[.,;:!?…–—\s]+$/u, ''), passage].map(marks);
  return ours!.join('') !== theirs!.join('');
}
