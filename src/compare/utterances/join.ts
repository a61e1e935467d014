import { createHash } from 'node:crypto';
import {
  documentsToJoin,
  joinReports,
  mergeUtterances,
  type OpenRecord,
  partReports,
  type ReportRow,
  reportsIn,
  reportsOfUtterances,
  utteranceIds,
  utterancesOfStatements,
} from '../../record/index.ts';
import { type Compared, compare, compareSince } from './compared.ts';

type Db = OpenRecord['db'];

/**
 * Joins the statements of a document to the utterances that they report, in one transaction: each to those of the record
 * that it is the same as, which makes one utterance of theirs; or to a new one. Nothing else is computed again.
 *
 * Where many write one record, most of the comparing is done before the others have to wait; what they wrote meanwhile is
 * compared when they do.
 *
 * @param earlier utterances that an earlier reading of the document was in (`utterancesIn`): they are taken apart first,
 *   for it may have been what held them together
 */
export async function joinDocument(
  record: OpenRecord,
  document: string,
  earlier: readonly string[] = [],
): Promise<void> {
  const before = await compare(record.db, await reportsIn(record.db, document));
  await record.transaction(async (tx) => {
    const own = await reportsIn(tx, document);
    const apart = [...new Set([...earlier, ...own.flatMap(({ utterance }) => utterance ?? [])])];
    const others = (await reportsOfUtterances(tx, apart)).filter((row) => row.document !== document);
    await partReports(tx, apart);
    await joinRows(tx, others);
    await joinRows(tx, own, before);
  });
}

/** Ids of the utterances that a document's statements report. */
export async function utterancesIn(record: OpenRecord, document: string): Promise<string[]> {
  return await utteranceIds(record, 'document', [document]);
}

/** Joins what has not been joined yet, document by document. */
export async function joinMissing(
  record: OpenRecord,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const missing = await documentsToJoin(record);
  for (const [done, document] of missing.entries()) {
    progress(done, missing.length);
    await joinDocument(record, document);
  }
}

/** One row after the other, each to what is joined by then. */
async function joinRows(tx: Db, rows: readonly ReportRow[], before?: Compared): Promise<void> {
  if (rows.length === 0) return;
  const same = before ? await compareSince(tx, rows, before) : (await compare(tx, rows)).same;
  const utterances = await utterancesOfStatements(tx, [...same.values()].flat());
  for (const { statement } of rows) {
    const found = same.get(statement.id)!.flatMap((id) => utterances.get(id) ?? []);
    const [utterance = utteranceOf(statement.id), ...from] = [...new Set(found)].sort();
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
}

/** `u` and 12 hexadecimal digits, from the first statement that reports it. */
function utteranceOf(statement: string): string {
  return `u${createHash('sha256').update(statement).digest('hex').slice(0, 12)}`;
}
