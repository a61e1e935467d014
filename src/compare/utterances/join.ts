import { createHash } from 'node:crypto';
import {
  joinReports,
  mergeUtterances,
  type OpenRecord,
  partReports,
  type Reported,
  type ReportRow,
  reportedIn,
  reportsIn,
  reportsOfUtterances,
  utterancesOfStatements,
  utterancesWithId,
} from '../../record/index.ts';
import { asCompared, type Compared, compare, compareSince } from './compared.ts';

type Db = OpenRecord['db'];

/** A document's statements as they were compared last: what `joinDocument` needs to know once they have changed. */
export interface ComparedDocument {
  /** The utterance of each statement, also of those that will be gone. */
  readonly reported: readonly Reported[];
  /** All of the statements that a comparison depends on; equal texts mean that nothing has to be compared anew. */
  readonly state: string;
}

/** How a document stands in the record's utterances, before its statements are changed. */
export async function comparedDocument(record: OpenRecord, document: string): Promise<ComparedDocument> {
  const rows = await reportsIn(record.db, document);
  return { reported: await reportedIn(record.db, document), state: JSON.stringify(rows.map(asCompared)) };
}

/**
 * Joins the statements of a document to the utterances that they report, in one transaction: each to those of the record
 * that it is the same as, which makes one utterance of theirs; or to a new one. Nothing else is compared again but the
 * other reports of the utterances that the document was in: it may have been what held them together. An utterance that
 * is taken apart and put together again keeps its id.
 *
 * Where many write one record, most of the comparing is done before the others have to wait; what they wrote meanwhile is
 * compared when they do.
 *
 * @param earlier the utterances that an earlier reading of the document was in (`utterancesIn`), where its statements have
 *   changed since
 */
export async function joinDocument(
  record: OpenRecord,
  document: string,
  earlier: readonly Reported[] = [],
): Promise<void> {
  const before = await compare(record.db, await reportsIn(record.db, document));
  await record.transaction(async (tx) => {
    const own = await reportsIn(tx, document);
    const apart = [
      ...new Set([...earlier.map(({ utterance }) => utterance), ...own.flatMap(({ utterance }) => utterance ?? [])]),
    ];
    const others = (await reportsOfUtterances(tx, apart)).filter((row) => row.document !== document);
    const were = new Map(earlier.map(({ statement, utterance }) => [statement, utterance]));
    for (const { statement, utterance } of [...others, ...own]) if (utterance) were.set(statement.id, utterance);
    await partReports(tx, apart);
    if (were.size === 0) return void (await joinRows(tx, own, new Set(), before));
    const made = new Set(await joinRows(tx, others, new Set()));
    for (const id of await joinRows(tx, own, made, before)) made.add(id);
    await keepIds(tx, were, made);
  });
}

/** The utterances that a document's statements report; see `joinDocument`. */
export async function utterancesIn(record: OpenRecord, document: string): Promise<readonly Reported[]> {
  return await reportedIn(record.db, document);
}

/**
 * One row after the other, each to what is joined by then. Gives the ids of the utterances that it made.
 *
 * @param unknown ids that nobody knows yet: of two utterances that become one, the other's is kept
 */
async function joinRows(
  tx: Db,
  rows: readonly ReportRow[],
  unknown: ReadonlySet<string>,
  before?: Compared,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const same = before ? await compareSince(tx, rows, before) : (await compare(tx, rows)).same;
  const utterances = await utterancesOfStatements(tx, [...same.values()].flat());
  const fresh = await freshIds(
    tx,
    rows.map(({ statement }) => statement.id),
  );
  const made: string[] = [];
  for (const { statement } of rows) {
    const found = same.get(statement.id)!.flatMap((id) => utterances.get(id) ?? []);
    const [utterance = fresh.get(statement.id)!, ...from] = [...new Set(found)].sort(
      (a, b) => Number(unknown.has(a)) - Number(unknown.has(b)) || (a < b ? -1 : 1),
    );
    if (found.length === 0) made.push(utterance);
    if (from.length > 0) {
      await mergeUtterances(tx, utterance, from);
      for (const [id, own] of utterances) if (from.includes(own)) utterances.set(id, utterance);
    }
    utterances.set(statement.id, utterance);
  }
  await joinReports(
    tx,
    rows.map(({ statement, document }) => ({
      statement: statement.id,
      document,
      utterance: utterances.get(statement.id)!,
    })),
  );
  return made;
}

/**
 * For each statement the id of an utterance of its own, which no other has: an utterance may have kept the id that came
 * from a statement that has left it.
 */
async function freshIds(tx: Db, statements: readonly string[]): Promise<Map<string, string>> {
  const fresh = new Map<string, string>();
  let open = statements;
  for (let attempt = 0; open.length > 0; attempt++) {
    const ids = new Map(open.map((statement) => [statement, utteranceOf(statement, attempt)]));
    const taken = await utterancesWithId(tx, [...ids.values()]);
    for (const [statement, id] of ids) if (!taken.has(id)) fresh.set(statement, id);
    open = open.filter((statement) => !fresh.has(statement));
  }
  return fresh;
}

/** `u` and 12 hexadecimal digits, from the first statement that reports it. */
function utteranceOf(statement: string, attempt: number): string {
  const seed = attempt === 0 ? statement : `${statement}#${attempt}`;
  return `u${createHash('sha256').update(seed).digest('hex').slice(0, 12)}`;
}

/**
 * Gives utterances their ids back, for people link to them: each goes to the new utterance that has most of the reports
 * that it had.
 *
 * @param were the utterance of each statement before
 * @param made ids that were made since, which nobody knows yet
 */
async function keepIds(tx: Db, were: ReadonlyMap<string, string>, made: ReadonlySet<string>): Promise<void> {
  const now = await utterancesOfStatements(tx, [...were.keys()]);
  const taken = await utterancesWithId(tx, [...new Set(were.values())]);
  const given = new Set<string>();
  const lost = [...membersOf(were)].filter(([id]) => !taken.has(id));
  lost.sort(([a, ours], [b, theirs]) => theirs.length - ours.length || (a < b ? -1 : 1));
  for (const [id, statements] of lost) {
    const heirs = membersOf(
      new Map(
        statements.flatMap((statement) => {
          const utterance = now.get(statement);
          return utterance && made.has(utterance) && !given.has(utterance) ? [[statement, utterance] as const] : [];
        }),
      ),
    );
    const [heir] = [...heirs].sort(([a, ours], [b, theirs]) => theirs.length - ours.length || (a < b ? -1 : 1));
    if (!heir) continue;
    given.add(heir[0]);
    await mergeUtterances(tx, id, [heir[0]]);
  }
}

/** Utterance by statement → statements by utterance. */
function membersOf(utterances: ReadonlyMap<string, string>): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [statement, utterance] of utterances) {
    const held = members.get(utterance);
    if (held) held.push(statement);
    else members.set(utterance, [statement]);
  }
  return members;
}
