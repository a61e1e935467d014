import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Statement } from '../../document/index.ts';
import {
  type DocumentVersion,
  getVersion,
  type OpenRecord,
  statementsOfVersion,
  versionsOf,
} from '../../record/index.ts';
import { wordsOfText } from '../utterances/likeness.ts';

/** A run of words that both versions have, or one alone. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What became of a statement from one version to the next. */
export interface StatementChange {
  readonly kind: 'appeared' | 'vanished' | 'altered';
  /** Missing where it appeared; `after` where it vanished. */
  readonly before?: Statement;
  readonly after?: Statement;
  /** Of an altered one: what is another. */
  readonly altered?: readonly ('words' | 'speaker' | 'date')[];
  /** Of one with other words: what changed, in order. */
  readonly words?: readonly WordChange[];
}

/** A paragraph that came, went, or was rewritten. */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: readonly WordChange[];
}

/** What changed from one version of a document to the next. */
export interface VersionChange {
  readonly from: DocumentVersion;
  readonly to: DocumentVersion;
  /** The title before and after, where it changed. */
  readonly title?: { readonly before: string; readonly after: string };
  readonly statements: readonly StatementChange[];
  readonly text: readonly TextChange[];
}

/** All versions of a document, and what changed from each to the next. */
export interface VersionHistory {
  readonly versions: readonly DocumentVersion[];
  readonly changes: readonly VersionChange[];
}

/** Share of words from which on a statement is another one's alteration, and a paragraph another one's. */
const ALTERED = 0.5;

/**
 * How an article was changed after it was read first: above all which statements appeared, vanished or were altered.
 * Marks and spaces are no changes.
 *
 * @throws OnrecordError `not-found`
 */
export async function versionHistory(record: OpenRecord, document: string): Promise<VersionHistory> {
  const versions = await versionsOf(record, document);
  const changes: VersionChange[] = [];
  for (const [i, to] of versions.entries()) {
    const from = versions[i - 1];
    if (from?.address === to.address) changes.push(await changeBetween(record, from, to));
  }
  return { versions, changes };
}

async function changeBetween(record: OpenRecord, from: DocumentVersion, to: DocumentVersion): Promise<VersionChange> {
  const [before, after] = [await getVersion(record, from.document), await getVersion(record, to.document)];
  const title = from.title !== null && to.title !== null && from.title !== to.title;
  return {
    from,
    to,
    ...(title ? { title: { before: from.title, after: to.title } } : {}),
    statements: statementChanges(
      await statementsOfVersion(record, from.document),
      await statementsOfVersion(record, to.document),
    ),
    text: textChanges(paragraphsOf(before), paragraphsOf(after)),
  };
}

/** What became of each statement, in the order of the later version; what vanished comes last. */
export function statementChanges(before: readonly Statement[], after: readonly Statement[]): StatementChange[] {
  const pairs = paired(before, after, textOf);
  const changes = after.flatMap((statement): StatementChange[] => {
    const old = pairs.get(statement);
    if (!old) return [{ kind: 'appeared', after: statement }];
    const altered = whatIsAltered(old, statement);
    if (altered.length === 0) return [];
    const words = altered.includes('words') ? { words: wordChanges(textOf(old), textOf(statement)) } : {};
    return [{ kind: 'altered', before: old, after: statement, altered, ...words }];
  });
  const kept = new Set(pairs.values());
  const vanished = before.filter((statement) => !kept.has(statement));
  return [...changes, ...vanished.map((statement) => ({ kind: 'vanished' as const, before: statement }))];
}

function textOf({ content }: Statement): string {
  return content.map(({ text }) => text).join(' … ');
}

function whatIsAltered(one: Statement, other: Statement): ('words' | 'speaker' | 'date')[] {
  const altered: ('words' | 'speaker' | 'date')[] = [];
  if (wordsOfText(textOf(one)).join(' ') !== wordsOfText(textOf(other)).join(' ')) altered.push('words');
  if (one.speaker.name !== other.speaker.name) altered.push('speaker');
  if (one.said.earliest !== other.said.earliest || one.said.latest !== other.said.latest) altered.push('date');
  return altered;
}

/** Each of the later with the earlier that it is, or is a rewriting of: equal words first, then the likest. */
function paired<T>(before: readonly T[], after: readonly T[], text: (one: T) => string): Map<T, T> {
  const words = new Map([...before, ...after].map((one) => [one, wordsOfText(text(one))]));
  const scored = after.flatMap((later) =>
    before.map((earlier) => ({ later, earlier, score: likeness(words.get(earlier)!, words.get(later)!) })),
  );
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const { later, earlier, score } of scored.sort((a, b) => b.score - a.score)) {
    if (score < ALTERED) break;
    if (pairs.has(later) || taken.has(earlier)) continue;
    pairs.set(later, earlier);
    taken.add(earlier);
  }
  return pairs;
}

/** Words that two texts share, of all that they have (Dice), 0 to 1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** What changed from one text to another, word by word (Myers 1986). */
function wordChanges(before: string, after: string): WordChange[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

function paragraphsOf(document: {
  readonly text: string;
  readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
}): string[] {
  return document.blocks
    .filter(({ kind }) => kind !== 'title' && kind !== 'byline')
    .map(({ start, end }) => document.text.slice(start, end));
}

/** Paragraphs that came, went or were rewritten, in the order of the text. */
export function textChanges(before: readonly string[], after: readonly string[]): TextChange[] {
  const key = (paragraph: string) => wordsOfText(paragraph).join(' ');
  const changes: TextChange[] = [];
  let gone: string[] = [];
  const flush = (come: readonly string[]) => {
    const pairs = paired(gone.map(ownOf), come.map(ownOf), ({ text }) => text);
    const kept = new Set([...pairs.values()].map(({ text }) => text));
    for (const text of gone) if (!kept.has(text)) changes.push({ kind: 'removed', words: [{ kind: 'gone', text }] });
    const byText = new Map([...pairs].map(([later, earlier]) => [later.text, earlier.text]));
    for (const text of come) {
      const old = byText.get(text);
      changes.push(
        old === undefined
          ? { kind: 'added', words: [{ kind: 'new', text }] }
          : { kind: 'changed', words: wordChanges(old, text) },
      );
    }
    gone = [];
  };
  const originals = { before: [...before], after: [...after] };
  for (const part of diffArrays(before.map(key), after.map(key))) {
    const { count = part.value.length } = part;
    if (part.removed) {
      if (gone.length > 0) flush([]);
      gone = originals.before.splice(0, count);
    } else if (part.added) flush(originals.after.splice(0, count));
    else {
      if (gone.length > 0) flush([]);
      originals.before.splice(0, count);
      originals.after.splice(0, count);
    }
  }
  if (gone.length > 0) flush([]);
  return changes;
}

/** A paragraph as a thing of its own: two of the same words are two. */
function ownOf(text: string): { readonly text: string } {
  return { text };
}
