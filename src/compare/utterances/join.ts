import { createHash } from 'node:crypto';
import {
  documentsToJoin,
  joinReports,
  type OpenRecord,
  partReports,
  type ReportRow,
  reportsIn,
  reportsLike,
  reportsNear,
  reportsOfUtterances,
  statementsInside,
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

async function joinRows(tx: Db, rows: readonly ReportRow[]): Promise<void> {
  for (const report of await comparables(tx, rows)) {
    const same = (await candidatesFor(tx, report)).filter((other) => isSameUtterance(report, other));
    const joined = [...new Set(same.flatMap(({ utterance }) => utterance ?? []))].sort();
    const [utterance = utteranceOf(report.statement.id), ...others] = joined;
    await joinReports(tx, utterance, [{ statement: report.statement.id, document: report.document }], others);
  }
}

/** `u` and 12 hexadecimal digits, from the first statement that reports it. */
function utteranceOf(statement: string): string {
  return `u${createHash('sha256').update(statement).digest('hex').slice(0, 12)}`;
}

async function candidatesFor(tx: Db, report: Report): Promise<Report[]> {
  const printed = report.statement.content.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const rows = await reportsLike(tx, printed, CANDIDATES);
  if (report.published !== null) {
    const day = Date.parse(`${report.published.slice(0, 10)}T00:00:00Z`);
    const iso = (days: number) => new Date(day + days * 86_400_000).toISOString().slice(0, 10);
    rows.push(...(await reportsNear(tx, report, iso(-PARAPHRASE_DAYS), iso(PARAPHRASE_DAYS))));
  }
  const seen = new Map(rows.map((row) => [row.statement.id, row]));
  return comparables(
    tx,
    [...seen.values()].filter(({ utterance }) => utterance !== null),
  );
}

async function comparables(tx: Db, rows: readonly ReportRow[]): Promise<Report[]> {
  const inside = await statementsInside(
    tx,
    rows.map(({ statement }) => statement.id),
  );
  return rows.map((row) => comparable(row, inside));
}
