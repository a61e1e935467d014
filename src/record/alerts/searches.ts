import { randomBytes, randomUUID } from 'node:crypto';
import { OnrecordError } from '../../document/index.ts';
import { readJson } from '../store/json.ts';
import type { OpenRecord } from '../store/record.ts';
import type { Schema } from '../store/schema.ts';

/** What a saved search waits for. */
export const SEARCH_EVENTS = ['said', 'shift', 'altered'] as const;
/** `said`: a statement that fits; `shift`: one that may be a shift of position; `altered`: a quotation that was altered or taken out after publication. */
export type SearchEvent = (typeof SEARCH_EVENTS)[number];

/** What is searched for; every condition that is given must hold. */
export interface SearchQuery {
  readonly on: SearchEvent;
  /** A speaker's name, or a part of it made of whole words. */
  readonly speaker?: string;
  /** Words of the content, or the name of a saved topic. */
  readonly topic?: string;
  /** A name of whom the content mentions. */
  readonly about?: string;
  readonly outlet?: string;
  /** What the cue does: "say", "deny" … */
  readonly act?: string;
  /** What somebody is said to think fires it too. */
  readonly thoughts?: boolean;
}

/** A search that a person saved. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: SearchQuery;
  readonly author: string;
  /** ISO time; what was in the record before does not fire. */
  readonly created: string;
  /** Address that is told of each alert; null for none. */
  readonly webhook: string | null;
}

/** How far a search has looked. */
export interface Looked {
  /** The number of the last statement, and the time of the last version. Numbers of statements only grow. */
  readonly statement: number;
  readonly version: string;
}

function searchOf({ looked: _l, secret: _s, ...row }: Schema['saved_search']): SavedSearch {
  return { ...row, query: readJson<SearchQuery>(row.query) };
}

/**
 * Saves a search. What comes into the record from now on fires it.
 *
 * @param webhook an address that each alert is sent to, signed
 * @returns the search, and the secret by which its webhook's messages are signed: it is told this once
 * @throws OnrecordError `wrong-usage` for a search without any condition, and for a name that is taken
 */
export async function saveSearch(
  record: OpenRecord,
  name: string,
  query: SearchQuery,
  author: string,
  webhook?: string,
): Promise<{ search: SavedSearch; secret?: string }> {
  const { on, thoughts: _, ...conditions } = query;
  if (Object.values(conditions).every((value) => value === undefined) && on === 'said')
    throw new OnrecordError(
      'wrong-usage',
      'say what to search for: a speaker, a topic, about whom, an outlet or an act',
    );
  if (on === 'shift' && (query.speaker === undefined || query.topic === undefined))
    throw new OnrecordError('wrong-usage', 'a possible shift is of a speaker on a topic; give both');
  if (webhook !== undefined && !/^https?:\/\//iu.test(webhook))
    throw new OnrecordError('wrong-usage', `${webhook} is no http or https address`);
  return await record.transaction(async (tx) => {
    const taken = await tx.selectFrom('saved_search').select('id').where('name', '=', name).executeTakeFirst();
    if (taken) throw new OnrecordError('wrong-usage', `a search is saved as ${name} already; give another name`);
    const { last } = await tx
      .selectFrom('statement')
      .select((select) => select.fn.max('rowid').as('last'))
      .executeTakeFirstOrThrow();
    const created = new Date().toISOString();
    const looked: Looked = { statement: Number(last ?? 0), version: created };
    const row = {
      id: `q${randomUUID().slice(0, 8)}`,
      name,
      query: JSON.stringify(query),
      author,
      created,
      looked: JSON.stringify(looked),
      webhook: webhook ?? null,
      secret: webhook === undefined ? null : `whsec_${randomBytes(24).toString('base64')}`,
    };
    await tx.insertInto('saved_search').values(row).execute();
    return { search: searchOf(row), ...(row.secret === null ? {} : { secret: row.secret }) };
  });
}

/** All saved searches by name. */
export async function listSearches(record: OpenRecord): Promise<SavedSearch[]> {
  return (await record.db.selectFrom('saved_search').selectAll().orderBy('name').execute()).map(searchOf);
}

/** One saved search, by its id or name. Throws `not-found`. */
export async function getSearch(record: OpenRecord, words: string): Promise<SavedSearch> {
  const all = await listSearches(record);
  const found = all.find(({ id, name }) => id === words || name === words);
  if (!found) throw new OnrecordError('not-found', `no search is saved as ${words}`);
  return found;
}

/** Deletes a search and its alerts. */
export async function removeSearch(record: OpenRecord, id: string): Promise<void> {
  await record.transaction(async (tx) => {
    await tx.deleteFrom('alert').where('search', '=', id).execute();
    await tx.deleteFrom('saved_search').where('id', '=', id).execute();
  });
}

/** How far a search has looked. */
export async function lookedOf(record: OpenRecord, id: string): Promise<Looked> {
  const row = await record.db
    .selectFrom('saved_search')
    .select('looked')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return readJson<Looked>(row.looked);
}

/**
 * Statements that came since a search last looked, of documents that were added since it was saved.
 *
 * @returns their ids, and the number of the last statement that was looked at
 */
export async function statementsSince(
  record: OpenRecord,
  { created }: SavedSearch,
  { statement }: Looked,
): Promise<{ ids: string[]; last: number }> {
  const rows = await record.db
    .selectFrom('statement')
    .innerJoin('document', 'document.id', 'statement.document')
    .select(['statement.id', 'statement.rowid', 'document.added'])
    .where('statement.rowid', '>', statement)
    .execute();
  return {
    ids: rows.flatMap(({ id, added }) => (added >= created ? [id] : [])),
    last: rows.reduce((last, { rowid }) => Math.max(last, rowid!), statement),
  };
}
