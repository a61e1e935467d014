import { OnrecordError } from '../../document/index.ts';
import {
  type BriefStatement,
  type DocumentFilter,
  type FoundDocument,
  findBriefly,
  findDocuments,
  type OpenRecord,
} from '../../record/index.ts';
import { countOfWords } from '../fidelity/words.ts';
import { type Rate, rateOf } from './rates.ts';

/** What the rows of an audit stand for. */
export const AUDIT_GROUPS = ['speaker', 'type', 'outlet', 'author', 'month'] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/**
 * One row. Only statements that the articles make themselves count, not those inside others' words, so that no word
 * counts twice.
 */
export interface AuditRow {
  /** A speaker's name, a type of speakers, an outlet, an author, a month (`YYYY-MM`); empty where it is not known. */
  readonly group: string;
  /** Of a speaker: person, organisation … */
  readonly type?: string;
  readonly documents: number;
  readonly statements: number;
  readonly direct: number;
  readonly mixed: number;
  readonly indirect: number;
  /** Words of the contents. */
  readonly words: number;
  /** Statements whose source is described and not named ("two engineers"), and those that name no source. */
  readonly unnamed: number;
  readonly noSource: number;
  /** Direct or mixed among all. */
  readonly quotedRate: Rate | null;
  /** Unnamed among those that have a source. */
  readonly unnamedRate: Rate | null;
  /** Where in the article the first and the last of them stand, on average: 0 its beginning, 1 its end. */
  readonly first: number;
  readonly last: number;
}

/** A statement with the number of its words. */
type Counted = BriefStatement & { readonly words: number };

/** Whom some documents quote. */
export interface Audit {
  readonly by: AuditGroup;
  readonly documents: number;
  readonly statements: number;
  readonly words: number;
  /** Most words first; by month in their order. */
  readonly rows: readonly AuditRow[];
}

/**
 * Whom the documents quote, by whom, what kind of source, or who printed it. Rates carry intervals, so that two outlets
 * can be compared.
 *
 * @throws OnrecordError `not-found` when no document fits
 */
export async function auditOf(record: OpenRecord, by: AuditGroup, filter: DocumentFilter = {}): Promise<Audit> {
  const documents = new Map((await findDocuments(record, filter)).map((document) => [document.id, document]));
  if (documents.size === 0) throw new OnrecordError('not-found', 'no document in the record fits; see: onrecord list');
  const found = await findBriefly(record, { documents: [...documents.keys()] });
  const statements = found.map((statement): Counted => ({ ...statement, words: countOfWords(statement.content) }));
  const groups = new Map<string, Counted[]>();
  for (const statement of statements)
    for (const group of groupsOf(statement, by, documents.get(statement.document)!)) {
      const held = groups.get(group);
      if (held) held.push(statement);
      else groups.set(group, [statement]);
    }
  const rows = [...groups].map(([group, own]) => rowOf(group, by, own, documents));
  const inOrder = (a: AuditRow, b: AuditRow) => (a.group < b.group ? -1 : 1);
  return {
    by,
    documents: documents.size,
    statements: statements.length,
    words: statements.reduce((sum, { words }) => sum + words, 0),
    rows: rows.sort(by === 'month' ? inOrder : (a, b) => b.words - a.words || inOrder(a, b)),
  };
}

function groupsOf(statement: Counted, by: AuditGroup, document: FoundDocument): string[] {
  switch (by) {
    case 'speaker':
      return [statement.entity ?? statement.speaker];
    case 'type':
      return [statement.type];
    case 'outlet':
      return [document.outlet ?? ''];
    case 'author':
      return document.byline?.split(/,\s+/u) ?? [''];
    case 'month':
      return [document.published?.slice(0, 7) ?? ''];
  }
}

function rowOf(
  group: string,
  by: AuditGroup,
  own: readonly Counted[],
  documents: ReadonlyMap<string, FoundDocument>,
): AuditRow {
  const byDocument = new Map<string, Counted[]>();
  for (const statement of own) {
    const held = byDocument.get(statement.document);
    if (held) held.push(statement);
    else byDocument.set(statement.document, [statement]);
  }
  const count = (test: (statement: Counted) => boolean) => own.filter(test).length;
  const shareIn = (part: (one: Counted) => boolean, of: (one: Counted) => boolean) =>
    rateOf([...byDocument.values()].map((all) => ({ part: all.filter(part).length, of: all.filter(of).length })));
  const places = [...byDocument].map(([id, all]) => {
    const { length } = documents.get(id)!.text;
    return all.map(({ start }) => start / Math.max(1, length));
  });
  const mean = (values: readonly number[]) => rounded(values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    group,
    ...(by === 'speaker' ? { type: own[0]!.type } : {}),
    documents: byDocument.size,
    statements: own.length,
    direct: count(({ kind }) => kind === 'direct'),
    mixed: count(({ kind }) => kind === 'mixed'),
    indirect: count(({ kind }) => kind === 'indirect'),
    words: own.reduce((sum, { words }) => sum + words, 0),
    unnamed: count(isUnnamed),
    noSource: count(hasNoSource),
    quotedRate: shareIn(
      ({ kind }) => kind !== 'indirect',
      () => true,
    ),
    unnamedRate: shareIn(isUnnamed, (statement) => !hasNoSource(statement)),
    first: mean(places.map((all) => Math.min(...all))),
    last: mean(places.map((all) => Math.max(...all))),
  };
}

function isUnnamed({ type }: Counted): boolean {
  return type === 'anonymous' || type === 'group';
}

function hasNoSource({ speaker, type }: Counted): boolean {
  return type === 'unknown' || speaker === '';
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
