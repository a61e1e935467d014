import type { Statement } from '../../document/index.ts';
import { longestRun, wordsOfText } from '../utterances/likeness.ts';
import { paired, type WordChange, wordChanges } from './pairs.ts';

/** How a statement changed from one version to the next. */
export interface StatementChange {
  readonly kind: 'appeared' | 'vanished' | 'altered';
  /** Missing if it appeared. */
  readonly before?: Statement;
  /** Missing if it vanished. */
  readonly after?: Statement;
  /** If altered: in what. */
  readonly altered?: readonly ('words' | 'speaker' | 'date')[];
  /** If the words were altered: the whole text, in runs. */
  readonly words?: readonly WordChange[];
}

/** A version of a document: its text, and who says what in it. */
export interface Stated {
  readonly text: string;
  readonly statements: readonly Statement[];
}

/** A version with the words of its text in a row, in one spelling. */
interface Version extends Stated {
  readonly words: string;
}

/** A statement in both versions; where it was split or merged, it is several in one of them. In the order of the text. */
interface Kept {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

/**
 * The statements that an article changed, in the order of the later version; those that vanished come last. Where one word
 * changes, statements around it may be found, ended or ascribed otherwise: what the article prints as it did before is not
 * reported.
 */
export function statementChanges(earlier: Stated, later: Stated): StatementChange[] {
  const [before, after] = [versionOf(earlier), versionOf(later)];
  const kept = keptIn(before, after);
  const found = new Set(kept.flatMap((one) => [...one.before, ...one.after]));
  const altered = kept.flatMap((one) => alterationOf(one, before, after));
  const appeared = after.statements
    .filter((statement) => !found.has(statement) && !isPrinted(statement, after, before))
    .map((statement): StatementChange => ({ kind: 'appeared', after: statement }));
  const vanished = before.statements
    .filter((statement) => !found.has(statement) && !isPrinted(statement, before, after))
    .map((statement): StatementChange => ({ kind: 'vanished', before: statement }));
  const place = new Map(after.statements.map((statement, i) => [statement, i]));
  const inOrder = [...altered, ...appeared].sort((a, b) => place.get(a.after!)! - place.get(b.after!)!);
  return [...inOrder, ...vanished];
}

function versionOf({ text, statements }: Stated): Version {
  return { text, statements, words: inARow(wordsOfText(text)) };
}

/** Words so that a run of them is found in others: each between two spaces. */
function inARow(words: readonly string[]): string {
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/** The share of its words that a part of a split or merged statement has in a row there. */
const PART = 0.7;
/** Words that such a part has at least: shorter ones are part of many statements. */
const WORDS_OF_PART = 3;

/** The statements that are in both versions. */
function keptIn(before: Version, after: Version): Kept[] {
  const pairs = paired(before.statements, after.statements, wordsOf, isOfOneSpeaker);
  const kept = [...pairs].map(([late, early]) => ({ before: [early], after: [late] }));
  const found = new Set<Statement>([...pairs.keys(), ...pairs.values()]);
  for (const part of after.statements)
    if (!found.has(part)) kept.find((one) => completes(part, one.after[0]!, one.before[0]!))?.after.push(part);
  for (const part of before.statements)
    if (!found.has(part)) kept.find((one) => completes(part, one.before[0]!, one.after[0]!))?.before.push(part);
  return kept.map((one) => ({ before: one.before.sort(byPlace), after: one.after.sort(byPlace) }));
}

/** Whether a part was split from a statement: the other part lacks it, which the whole has. */
function completes(part: Statement, other: Statement, whole: Statement): boolean {
  return isPartOf(part, whole) && !isPartOf(part, other);
}

function isPartOf(part: Statement, whole: Statement): boolean {
  if (!isOfOneSpeaker(part, whole)) return false;
  const words = wordsOf(part);
  return words.length >= WORDS_OF_PART && longestRun(words, wordsOf(whole)) >= words.length * PART;
}

function isOfOneSpeaker(one: Statement, other: Statement): boolean {
  return one.speaker.name === other.speaker.name;
}

function byPlace(one: Statement, other: Statement): number {
  return one.content[0]!.start - other.content[0]!.start;
}

function textOf({ content }: Statement): string {
  return content.map(({ text }) => text).join(' … ');
}

function wordsOf(statement: Statement): string[] {
  return wordsOfText(textOf(statement));
}

/** What the article altered of a statement; empty if nothing. */
function alterationOf(kept: Kept, before: Version, after: Version): StatementChange[] {
  const [one, other] = [kept.before[0]!, kept.after[0]!];
  const [old, now] = [kept.before, kept.after].map((statements) => statements.map(textOf).join(' … ')) as [
    string,
    string,
  ];
  const altered: ('words' | 'speaker' | 'date')[] = [];
  const isSame = inARow(wordsOfText(old)) === inARow(wordsOfText(now));
  const isReadOtherwise = kept.before.every(isContentIn(after)) && kept.after.every(isContentIn(before));
  if (!isSame && !isReadOtherwise) altered.push('words');
  if (isAscribedAnew(one, other, before, after)) altered.push('speaker');
  // A day that is found far from the statement may be missed in one version: both must tell one.
  const areDated = one.said.expression !== undefined && other.said.expression !== undefined;
  if (areDated && (one.said.earliest !== other.said.earliest || one.said.latest !== other.said.latest))
    altered.push('date');
  if (altered.length === 0) return [];
  const words = altered.includes('words') ? { words: wordChanges(old, now) } : {};
  return [{ kind: 'altered', before: one, after: other, altered, ...words }];
}

function isContentIn({ words }: Version): (statement: Statement) => boolean {
  return ({ content }) => content.every(({ text }) => words.includes(inARow(wordsOfText(text))));
}

/** Whether the article says of another that he or she said it: in the words beside it, or by naming others than before. */
function isAscribedAnew(one: Statement, other: Statement, before: Version, after: Version): boolean {
  const [was, is] = [one, other].map(({ speaker }) => inARow(wordsOfText(speaker.name))) as [string, string];
  if (one.speaker.name === other.speaker.name) return false;
  const attribution = ({ cue, source }: Statement) =>
    inARow([...source, ...cue].flatMap(({ text }) => wordsOfText(text)));
  const isPrintedAlike = isPrinted(one, before, after) && isPrinted(other, after, before);
  if (!isPrintedAlike && attribution(one) !== attribution(other)) return true;
  const areOne = was !== '' && is !== '' && (was.includes(is) || is.includes(was));
  if (areOne) return false;
  return [was, is].some((name) => before.words.includes(name) !== after.words.includes(name));
}

/** Characters that may stand between the parts of a statement which are looked for as one. */
const BESIDE = 40;

/** Whether another version prints a statement, its cue and its source in the same words as the version that it is of. */
function isPrinted({ content, cue, source }: Statement, { text }: Version, other: Version): boolean {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of [...content, ...cue, ...source].sort((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last && start - last.end < BESIDE) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.every(({ start, end }) => other.words.includes(inARow(wordsOfText(text.slice(start, end)))));
}
