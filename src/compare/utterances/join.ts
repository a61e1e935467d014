import { createHash } from 'node:crypto';
import {
  documentsToJoin,
  joinReports,
  mergeUtterances,
  type OpenRecord,
  partReports,
  type ReportRow,
  reportsIn,
  reportsNumbered,
  reportsOfUtterances,
  statementsInside,
  statementsNear,
  statementsWithPhrases,
  utteranceIds,
} from '../../record/index.ts';
import { comparable, isSameUtterance, PARAPHRASE_DAYS, type Report } from './likeness.ts';

type Db = OpenRecord['db'];

/** Statements with the same phrases that are compared with one, at most. */
const CANDIDATES = 60;

/**
 * Joins the statements of a document to the utterances that they report, in one transaction: each to those of the record
 * that it is the same as, which makes one utterance of theirs; or to a new one. Nothing else is computed again.
 *
 * @param earlier utterances that an earlier reading of the document was in (`utterancesIn`): they are taken apart first,
 *   for it may have been what held them together
 */
export async function joinDocument(
  record: OpenRecord,
  document: string,
  earlier: readonly string[] = [],
): Promise<void> {
  await record.transaction(async (tx) => {
    const own = await reportsIn(tx, document);
    const before = [...new Set([...earlier, ...own.flatMap(({ utterance }) => utterance ?? [])])];
    const others = (await reportsOfUtterances(tx, before)).filter((row) => row.document !== document);
    await partReports(tx, before);
    await joinRows(tx, others);
    await joinRows(tx, own);
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

/** One row after the other, each to what is joined by then; all that they are compared with is fetched at once. */
async function joinRows(tx: Db, rows: readonly ReportRow[]): Promise<void> {
  const candidates: number[][] = [];
  for (const row of rows) candidates.push(await candidatesFor(tx, row));
  const found = await reportsNumbered(tx, candidates.flat());
  const others = new Map(
    (await comparables(tx, [...found.values()])).map((report) => [report.statement.id, report] as const),
  );
  const utterances = new Map([...others].map(([id, { utterance }]) => [id, utterance] as const));
  for (const [i, report] of (await comparables(tx, rows)).entries()) {
    const same = candidates[i]!.flatMap((number) => {
      const id = found.get(number)?.statement.id;
      const utterance = id && utterances.get(id);
      return utterance && isSameUtterance(report, others.get(id)!) ? [utterance] : [];
    });
    const [utterance = utteranceOf(report.statement.id), ...from] = [...new Set(same)].sort();
    if (from.length > 0) {
      await mergeUtterances(tx, utterance, from);
      for (const [id, before] of utterances) if (before && from.includes(before)) utterances.set(id, utterance);
    }
    utterances.set(report.statement.id, utterance);
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

/** Numbers of the statements that a statement is compared with. */
async function candidatesFor(tx: Db, row: ReportRow): Promise<number[]> {
  const printed = row.statement.content.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  return [
    ...new Set([
      ...(await statementsWithPhrases(tx, printed, CANDIDATES)),
      ...(await statementsNear(tx, row, PARAPHRASE_DAYS)),
    ]),
  ];
}

async function comparables(tx: Db, rows: readonly ReportRow[]): Promise<Report[]> {
  const inside = await statementsInside(
    tx,
    rows.map(({ statement }) => statement.id),
  );
  return rows.map((row) => comparable(row, inside));
}
