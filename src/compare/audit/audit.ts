import { OnrecordError } from '../../document/index.ts';
import {
  type BriefStatement,
  type DocumentFilter,
  type FoundDocument,
  findBriefly,
  findDocuments,
  type OpenRecord,
  readWhoIsWho,
  TRAIT_KINDS,
  type WhoIsWho,
} from '../../record/index.ts';
import { countOfWords } from '../fidelity/words.ts';
import { type Rate, rateOf } from './rates.ts';

/** What an audit can be grouped by. */
export const AUDIT_GROUPS = ['speaker', 'type', 'outlet', 'author', 'month', 'post', ...TRAIT_KINDS] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/**
 * One group of an audit. A statement inside another statement is not counted, so that no word
 * counts twice.
 */
export interface AuditRow {
  /**
   * A speaker's name, a speaker type, an outlet, an author or a month (`YYYY-MM`); a post, party, sex or country of the
   * speaker on the day of the article, as a file or a person says it. Empty if unknown.
   */
  readonly group: string;
  /** Only when grouped by speaker: person, organisation and so on. */
  readonly type?: string;
  readonly documents: number;
  readonly statements: number;
  readonly direct: number;
  readonly mixed: number;
  readonly indirect: number;
  /** Words in the contents of the statements. */
  readonly words: number;
  /** Statements whose source is described but not named ("two engineers"). */
  readonly unnamed: number;
  /** Statements that give no source at all. */
  readonly noSource: number;
  /** Share of direct and mixed statements; null if there are none to count. */
  readonly quotedRate: Rate | null;
  /** Share of unnamed sources, of the statements that give a source; null if none does. */
  readonly unnamedRate: Rate | null;
  /** Average position of the first statement in an article: 0 is its beginning, 1 its end. */
  readonly first: number;
  /** Average position of the last one. */
  readonly last: number;
}

/** A statement with its word count. */
type Counted = BriefStatement & { readonly words: number };

/** What a group goes by in the table; groups of one name (two people's) are told apart by their keys. */
interface Group {
  readonly key: string;
  readonly name: string;
}

/** Whom a set of documents quotes. */
export interface Audit {
  readonly by: AuditGroup;
  readonly documents: number;
  readonly statements: number;
  readonly words: number;
  /** Most words first; months in order. */
  readonly rows: readonly AuditRow[];
}

/**
 * Counts whom the documents quote, in groups. Rates have confidence intervals, so that two outlets can be compared.
 *
 * @param options.thoughts also what they are said to think
 * @throws OnrecordError `not-found` if no document matches the filter
 */
export async function auditOf(
  record: OpenRecord,
  by: AuditGroup,
  filter: DocumentFilter = {},
  { thoughts = false }: { thoughts?: boolean | undefined } = {},
): Promise<Audit> {
  const documents = new Map((await findDocuments(record, filter)).map((document) => [document.id, document]));
  if (documents.size === 0) throw new OnrecordError('not-found', 'no document in the record matches');
  const found = await findBriefly(record, { documents: [...documents.keys()], thoughts });
  const statements = found.map((statement): Counted => ({ ...statement, words: countOfWords(statement.content) }));
  const whoIsWho = isOfWhoIsWho(by) ? await readWhoIsWho(record) : undefined;
  const groups = new Map<string, { name: string; own: Counted[] }>();
  for (const statement of statements)
    for (const { key, name } of groupsOf(statement, by, documents.get(statement.document)!, whoIsWho)) {
      const held = groups.get(key);
      if (held) held.own.push(statement);
      else groups.set(key, { name, own: [statement] });
    }
  const rows = [...groups.values()].map(({ name, own }) => rowOf(name, by, own, documents));
  const inOrder = (a: AuditRow, b: AuditRow) => (a.group < b.group ? -1 : 1);
  return {
    by,
    documents: documents.size,
    statements: statements.length,
    words: statements.reduce((sum, { words }) => sum + words, 0),
    rows: rows.sort(by === 'month' ? inOrder : (a, b) => b.words - a.words || inOrder(a, b)),
  };
}

/** Whether a group is told by who's who, not by the documents. */
export function isOfWhoIsWho(by: AuditGroup): by is 'post' | (typeof TRAIT_KINDS)[number] {
  return by === 'post' || TRAIT_KINDS.some((kind) => kind === by);
}

function groupsOf(
  statement: Counted,
  by: AuditGroup,
  document: FoundDocument,
  whoIsWho: WhoIsWho | undefined,
): Group[] {
  if (by === 'speaker') {
    const { entity, speaker, type } = statement;
    return [entity ? { key: entity.id, name: entity.name } : { key: `${type} ${speaker}`, name: speaker }];
  }
  return namesOf(statement, by, document, whoIsWho).map((name) => ({ key: name, name }));
}

function namesOf(
  { type, entity }: Counted,
  by: Exclude<AuditGroup, 'speaker'>,
  document: FoundDocument,
  whoIsWho: WhoIsWho | undefined,
): string[] {
  switch (by) {
    case 'type':
      return [type];
    case 'outlet':
      return [document.outlet ?? ''];
    case 'author':
      return document.byline?.split(/,\s+/u) ?? [''];
    case 'month':
      return [document.published?.slice(0, 7) ?? ''];
    default:
      return [entity ? whoIsWho!.valueOf(entity.id, by, document.published ?? undefined) : ''];
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
    ...(by === 'speaker' ? { type: own[0]!.entity?.type ?? own[0]!.type } : {}),
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
