import {
  lastStatement,
  type OpenRecord,
  type ReportRow,
  reportsNumbered,
  statementsAfter,
  statementsInside,
  statementsNear,
  statementsWithPhrases,
} from '../../record/index.ts';
import { comparable, isSameUtterance, PARAPHRASE_DAYS, type Report } from './likeness.ts';

type Db = OpenRecord['db'];

/** What some statements report the same utterance as, by what the record held when they were compared. */
export interface Compared {
  /** The ids of those, by the id of a statement. */
  readonly same: ReadonlyMap<string, readonly string[]>;
  /** Each statement as it was compared, by its id. */
  readonly as: ReadonlyMap<string, string>;
  /** Number of the last statement that the record held before. */
  readonly last: number;
}

/** Statements with the same phrases that are compared with one, at most. */
const CANDIDATES = 60;
/** Newer statements that are compared with each instead of being searched, at most. */
const NEWER = 400;

/** Compares statements with all that the record holds. */
export async function compare(db: Db, rows: readonly ReportRow[]): Promise<Compared> {
  const last = await lastStatement(db);
  const candidates = await candidatesFor(db, rows);
  const found = await reportsNumbered(db, candidates.flat());
  const others = new Map(
    (await comparables(db, [...found.values()])).map((other) => [other.statement.id, other] as const),
  );
  const own = await comparables(db, rows);
  const same = new Map(
    own.map((report, i) => {
      const near = candidates[i]!.flatMap((number) => others.get(found.get(number)?.statement.id ?? '') ?? []);
      return [report.statement.id, idsOfSame(report, near)] as const;
    }),
  );
  return { same, as: new Map(rows.map((row) => [row.statement.id, asCompared(row)])), last };
}

/**
 * Compares statements with all that the record holds, by what was found earlier: only with what came since, unless they
 * have changed themselves.
 */
export async function compareSince(db: Db, rows: readonly ReportRow[], before: Compared): Promise<Compared['same']> {
  const newer = await statementsAfter(db, before.last, NEWER);
  const isKnown = (row: ReportRow) => newer.length < NEWER && before.as.get(row.statement.id) === asCompared(row);
  const anew = await compare(
    db,
    rows.filter((row) => !isKnown(row)),
  );
  const since = await comparables(db, newer);
  const same = new Map(anew.same);
  for (const report of await comparables(db, rows.filter(isKnown))) {
    const { id } = report.statement;
    same.set(id, [...new Set([...before.same.get(id)!, ...idsOfSame(report, since)])]);
  }
  return same;
}

function idsOfSame(report: Report, others: readonly Report[]): string[] {
  return others.filter((other) => isSameUtterance(report, other)).map(({ statement }) => statement.id);
}

/** All of a row that matters for what it is the same as. */
export function asCompared({ statement, entity, published }: ReportRow): string {
  const { id, kind, content, speaker, said, parent } = statement;
  return JSON.stringify([id, kind, content, speaker.name, said, parent, entity, published]);
}

/** Numbers of the statements that each statement is compared with. */
async function candidatesFor(db: Db, rows: readonly ReportRow[]): Promise<number[][]> {
  const bySpeaker = new Map<string, Promise<number[]>>();
  const candidates: number[][] = [];
  for (const row of rows) {
    const printed = row.statement.content.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
    const speaker = JSON.stringify([row.document, row.entity, row.statement.speaker.name]);
    const near = bySpeaker.get(speaker) ?? statementsNear(db, row, PARAPHRASE_DAYS);
    bySpeaker.set(speaker, near);
    candidates.push([...new Set([...(await statementsWithPhrases(db, printed, CANDIDATES)), ...(await near)])]);
  }
  return candidates;
}

async function comparables(db: Db, rows: readonly ReportRow[]): Promise<Report[]> {
  const inside = await statementsInside(
    db,
    rows.map(({ statement }) => statement.id),
  );
  return rows.map((row) => comparable(row, inside));
}
