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

/** A run of text that both versions have, or only the earlier (`gone`) or the later (`new`). */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

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

/** A paragraph that was added, removed or rewritten. */
export interface TextChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly words: readonly WordChange[];
}

/** What changed from one version of a document to the next. */
export interface VersionChange {
  readonly from: DocumentVersion;
  readonly to: DocumentVersion;
  /** Present if the title changed. */
  readonly title?: { readonly before: string; readonly after: string };
  readonly statements: readonly StatementChange[];
  readonly text: readonly TextChange[];
}

/** All versions of a document, and what changed from each to the next at the same address. */
export interface VersionHistory {
  readonly versions: readonly DocumentVersion[];
  readonly changes: readonly VersionChange[];
}

/** The share of words, 0–1, that a statement or paragraph must share with an earlier one to count as its rewriting. */
const ALTERED = 0.5;

/**
 * How an article was changed after it was first read: which statements and paragraphs appeared, vanished or were altered.
 * Punctuation and spaces do not count as changes.
 *
 * @throws OnrecordError `not-found` if no document matches, or several do
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

/** The statements that changed, in the order of the later version; those that vanished come last. */
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
  // A day that is found far from the statement may be missed in one version: both must tell one.
  const areDated = one.said.expression !== undefined && other.said.expression !== undefined;
  if (areDated && (one.said.earliest !== other.said.earliest || one.said.latest !== other.said.latest))
    altered.push('date');
  return altered;
}

/** Maps each later item to the earlier one that it equals or rewrites: most similar pairs first, each item once. */
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

/** The share of words that two texts have in common (Dice's coefficient), 0–1. */
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

/** Paragraphs that were added, removed or rewritten, in the order of the text. */
export function textChanges(before: readonly string[], after: readonly string[]): TextChange[] {
  return replacementsBetween(before, after).flatMap(({ removed, added }) => changesIn(removed, added));
}

/** Paragraphs that stand in the place of others. Either list may be empty. */
interface Replacement {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

function replacementsBetween(before: readonly string[], after: readonly string[]): Replacement[] {
  const key = (paragraph: string) => wordsOfText(paragraph).join(' ');
  const found: Replacement[] = [];
  let removed: readonly string[] = [];
  let [atBefore, atAfter] = [0, 0];
  for (const part of diffArrays(before.map(key), after.map(key))) {
    const { length } = part.value;
    const added = part.added ? after.slice(atAfter, atAfter + length) : [];
    if (removed.length > 0 || added.length > 0) found.push({ removed, added });
    removed = part.removed ? before.slice(atBefore, atBefore + length) : [];
    if (!part.added) atBefore += length;
    if (!part.removed) atAfter += length;
  }
  return removed.length > 0 ? [...found, { removed, added: [] }] : found;
}

/** What was removed for good comes first, then what was added or rewritten, in order. */
function changesIn(removed: readonly string[], added: readonly string[]): TextChange[] {
  const [olds, news] = [removed, added].map((texts) => texts.map((text) => ({ text })));
  const rewritten = paired(olds!, news!, ({ text }) => text);
  const kept = new Set(rewritten.values());
  const gone = olds!.filter((one) => !kept.has(one));
  return [
    ...gone.map(({ text }): TextChange => ({ kind: 'removed', words: [{ kind: 'gone', text }] })),
    ...news!.map((one): TextChange => {
      const old = rewritten.get(one);
      if (!old) return { kind: 'added', words: [{ kind: 'new', text: one.text }] };
      return { kind: 'changed', words: wordChanges(old.text, one.text) };
    }),
  ];
}
