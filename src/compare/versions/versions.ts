import { diffArrays } from 'diff';
import {
  type DocumentVersion,
  getVersion,
  type OpenRecord,
  statementsOfVersion,
  versionsOf,
} from '../../record/index.ts';
import { wordsOfText } from '../utterances/likeness.ts';
import { paired, type WordChange, wordChanges } from './pairs.ts';
import { type StatementChange, statementChanges } from './statements.ts';

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
      { text: before.text, statements: await statementsOfVersion(record, from.document) },
      { text: after.text, statements: await statementsOfVersion(record, to.document) },
    ),
    text: textChanges(paragraphsOf(before), paragraphsOf(after)),
  };
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
  const rewritten = paired(olds!, news!, ({ text }) => wordsOfText(text));
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
