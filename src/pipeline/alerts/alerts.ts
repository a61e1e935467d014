import { statementChanges } from '../../compare/index.ts';
import { paragraphAround, type Statement } from '../../document/index.ts';
import {
  documentsAddedSince,
  type Firing,
  findStatements,
  getEntityIds,
  getVersion,
  type Looked,
  listSearches,
  lookedOf,
  noteAlerts,
  type OpenRecord,
  phrasingsOf,
  type SavedSearch,
  type StatementFilter,
  type StoredStatement,
  statementsOfVersion,
  statementsSince,
  versionsSince,
} from '../../record/index.ts';
import { positionsOn } from '../positions.ts';

/**
 * Looks for what saved searches wait for among what has come since each looked last. Gives how many alerts are new.
 *
 * @param corrected ids of documents that people corrected: all of their statements are looked at again. A search fires
 *   once for a statement, and never for a document that was in the record before the search was saved.
 */
export async function findAlerts(record: OpenRecord, corrected: readonly string[] = []): Promise<number> {
  let fired = 0;
  for (const search of await listSearches(record)) {
    const looked = await lookedOf(record, search.id);
    const { firings, next } =
      search.query.on === 'altered'
        ? await altered(record, search, looked)
        : await said(record, search, looked, corrected);
    if (firings.length > 0 || next.statement !== looked.statement || next.version !== looked.version)
      fired += await noteAlerts(record, search, firings, next);
  }
  return fired;
}

interface Found {
  readonly firings: readonly Firing[];
  readonly next: Looked;
}

async function said(
  record: OpenRecord,
  search: SavedSearch,
  looked: Looked,
  corrected: readonly string[],
): Promise<Found> {
  const { ids, last } = await statementsSince(record, search, looked);
  const next = { ...looked, statement: last };
  const documents = await documentsAddedSince(record, search.created, corrected);
  if (ids.length === 0 && documents.length === 0) return { firings: [], next };
  const filter = await filterOf(record, search);
  const found = [
    ...(ids.length > 0 ? await findStatements(record, { ...filter, ids }) : []),
    ...(documents.length > 0 ? await findStatements(record, { ...filter, documents }) : []),
  ];
  const fitting = [...new Map(found.map((statement) => [statement.id, statement])).values()];
  const firings =
    search.query.on === 'shift'
      ? await shifts(record, search, fitting)
      : await Promise.all(fitting.map((statement) => firing(record, statement, reasonOf(search, statement))));
  return { firings, next };
}

/** A search's conditions as the record is asked. Whether a statement is on the topic of a possible shift, `positionsOn` says. */
async function filterOf(record: OpenRecord, { query }: SavedSearch): Promise<StatementFilter> {
  const { on, speaker, topic, about, outlet, act, thoughts } = query;
  return {
    ...(speaker === undefined ? {} : { speaker }),
    ...(topic === undefined || on === 'shift' ? {} : { about: await phrasingsOf(record, [topic]) }),
    ...(about === undefined ? {} : { mentions: await getEntityIds(record, about) }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(act === undefined ? {} : { act }),
    ...(thoughts === undefined ? {} : { thoughts }),
  };
}

function reasonOf({ name, query }: SavedSearch, { speaker, entity, act, document }: StoredStatement): string {
  const who = entity?.name ?? (speaker.name || 'A source without a name');
  const on = query.topic ?? query.about;
  const where = document.outlet ?? 'a document';
  const what = query.act === undefined ? 'is quoted or reported' : `(${act}) is quoted or reported`;
  return `${name}: ${who} ${what}${on === undefined ? '' : ` on ${on}`} in ${where}`;
}

async function firing(
  record: OpenRecord,
  statement: StoredStatement,
  reason: string,
  before?: string,
): Promise<Firing> {
  const { text, blocks } = await getVersion(record, statement.document.id);
  return {
    statement: statement.id,
    document: statement.document.id,
    why: {
      reason,
      passage: paragraphAround(text, blocks, statement.content[0]!),
      speaker: statement.entity?.name ?? statement.speaker.name,
      content: textOf(statement),
      title: statement.document.title,
      outlet: statement.document.outlet,
      published: statement.document.published,
      url: statement.document.url,
      ...(before === undefined ? {} : { before }),
    },
  };
}

function textOf({ content }: Pick<Statement, 'content'>): string {
  return content.map(({ text }) => text).join(' … ');
}

/** New statements that may be shifts of position from what the speaker said on the topic before. */
async function shifts(
  record: OpenRecord,
  { name, query }: SavedSearch,
  fitting: readonly StoredStatement[],
): Promise<Firing[]> {
  if (fitting.length === 0) return [];
  const positions = await positionsOn(record, query.speaker!, [query.topic!], { thoughts: query.thoughts });
  const firings = await Promise.all(
    positions.shifts.map(async ({ earlier, later, reason }) => {
      const statement = fitting.find(({ id }) => id === later.id);
      return (
        statement &&
        (await firing(record, statement, `${name}: a possible shift on ${query.topic}: ${reason}`, earlier.text))
      );
    }),
  );
  const byStatement = new Map(firings.flatMap((one) => (one ? [[one.statement, one] as const] : [])));
  return [...byStatement.values()];
}

/** Quotations that a new version of an article has altered, or has no more. */
async function altered(record: OpenRecord, search: SavedSearch, looked: Looked): Promise<Found> {
  const versions = await versionsSince(record, looked.version);
  const firings: Firing[] = [];
  for (const { before, document } of versions) {
    const [former, shown] = [await getVersion(record, before), await getVersion(record, document)];
    const changes = statementChanges(
      { text: former.text, statements: await statementsOfVersion(record, before) },
      { text: shown.text, statements: await statementsOfVersion(record, document) },
    ).filter(({ kind, before: old }) => kind !== 'appeared' && old!.kind !== 'indirect');
    for (const { kind, before: old, after, altered: parts } of changes) {
      if (kind === 'altered' && !parts!.some((part) => part !== 'date')) continue;
      if (!(await fits(record, search, old!, after, shown.outlet))) continue;
      const printed = after ?? old!;
      const what = kind === 'vanished' ? 'is no longer in' : 'was altered in';
      const text = kind === 'vanished' ? former : shown;
      firings.push({
        statement: printed.id,
        document,
        why: {
          reason: `${search.name}: a quotation of ${printed.speaker.name || 'a source without a name'} ${what} ${shown.title ?? 'an article'} after publication`,
          passage: paragraphAround(text.text, text.blocks, printed.content[0]!),
          speaker: printed.speaker.name,
          content: textOf(printed),
          title: shown.title ?? null,
          outlet: shown.outlet ?? null,
          published: shown.published ?? null,
          url: shown.url ?? null,
          ...(after ? { before: textOf(old!) } : {}),
        },
      });
    }
  }
  const version = versions.reduce((last, { seen }) => (seen > last ? seen : last), looked.version);
  return { firings, next: { ...looked, version } };
}

/** Whether a changed quotation is one that is searched for; one that vanished is asked for by its own words. */
async function fits(
  record: OpenRecord,
  search: SavedSearch,
  old: Statement,
  after: Statement | undefined,
  outlet: string | undefined,
): Promise<boolean> {
  if (after) return (await findStatements(record, { ...(await filterOf(record, search)), ids: [after.id] })).length > 0;
  const { speaker, topic, about, outlet: wanted, act, thoughts } = search.query;
  const has = (text: string, words: string) =>
    words
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => text.toLowerCase().includes(word));
  return (
    (speaker === undefined || has(old.speaker.name, speaker)) &&
    (topic === undefined || (await phrasingsOf(record, [topic])).some((words) => has(textOf(old), words))) &&
    (about === undefined || (old.about ?? []).some(({ name }) => has(name, about))) &&
    (wanted === undefined || outlet?.toLowerCase() === wanted.toLowerCase()) &&
    (act === undefined || old.act === act) &&
    (thoughts === true || old.class === 'speech')
  );
}
