import { overlap, type Range, type Statement } from '../../document/index.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import { shortStem } from '../../language/english/stems.ts';
import { STOP_WORDS } from '../../language/english/stop-words.ts';
import { cosine, type ReportRow } from '../../record/index.ts';
import { sameSpeaker } from '../fidelity/voices.ts';
import { wordsIn } from '../fidelity/words.ts';

/** A report with the words by which it is compared. */
export interface Report extends ReportRow {
  /** Words of the content in one spelling, without those of statements inside it. */
  readonly words: readonly string[];
}

/** Consecutive words that two people do not say in the same days by chance. */
const SAME_WORDS = 8;
/** And so much of the shorter report: speeches share greetings and stock phrases. */
const SAME_SHARE = 0.1;
/** From here on the words outweigh two names of the speaker that do not fit: one of them was read wrongly. */
const SURELY_SAME = 10;
/** Share of the shorter report from which on the same holds for fewer words. */
const NEARLY_ALL = 0.8;
/** With the same speaker so many words in a row, and that share of the shorter report. */
const FEW_WORDS = 4;
const MOST = 0.6;
/** A paraphrase has so many words of weight in common with what it reports, and that share of its own. */
const PARAPHRASED = 4;
const PARAPHRASE = 0.6;
/** Or is about the same thing, by the cosine of their vectors; read off pairs of BASIL's reports, of which most are right above it. */
const SAME_SENSE = 0.72;
/** Words of weight that each must have for that: two or three are a topic and no statement. */
const SENSE = 4;
/** Days between the publications of reports: of a paraphrase, and of words with different speakers. */
export const PARAPHRASE_DAYS = 3;
const SAME_EVENT_DAYS = 14;

/** Makes a report comparable: its own words, without what stands in statements inside it. */
export function comparable(row: ReportRow, statements: readonly Statement[]): Report {
  const inside = statements.filter(({ parent }) => parent === row.statement.id).flatMap(({ content }) => content);
  const words = row.statement.content.flatMap((run) =>
    wordsIn(run.text)
      .filter((word) => !inside.some((range) => overlap(range, moved(word, run.start)) > 0))
      .map(({ key }) => spellingOf(key)),
  );
  return { ...row, words };
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** As `isSameUtterance`, of two statements by themselves, without what stands inside them. */
export function isSameStatement(one: ReportRow, other: ReportRow): boolean {
  return isSameUtterance(comparable(one, []), comparable(other, []));
}

/**
 * Whether two reports are of one utterance: the same words in a row with a speaker and dates that fit, most of a short
 * report with surely the same speaker, or a paraphrase by the same speaker printed in the same days. Never by equal
 * words alone: short ones are said by many.
 */
export function isSameUtterance(one: Report, other: Report): boolean {
  if (one.statement.id === other.statement.id || overlaps(one, other) || !datesFit(one, other)) return false;
  const shorter = Math.min(one.words.length, other.words.length);
  if (shorter === 0) return false;
  const speaker = speakersFit(one, other);
  const run = longestRun(one.words, other.words);
  if (run >= Math.max(SAME_WORDS, SAME_SHARE * shorter))
    return (
      speaker !== false ||
      ((run >= SURELY_SAME || run >= NEARLY_ALL * shorter) && daysApart(one, other) <= SAME_EVENT_DAYS)
    );
  if (speaker !== true) return false;
  if (run >= FEW_WORDS && run >= MOST * shorter && heavy(one.words).size > 1) return true;
  return isParaphrase(one, other);
}

function overlaps(one: Report, other: Report): boolean {
  return (
    one.document === other.document &&
    one.statement.content.some((a) => other.statement.content.some((b) => overlap(a, b) > 0))
  );
}

/** Whether the record takes both for one; else by their names; undefined where one is not named. */
function speakersFit(one: Report, other: Report): boolean | undefined {
  if (one.entity !== null && one.entity === other.entity) return true;
  const [ours, theirs] = [one.statement.speaker, other.statement.speaker];
  if (ours.name === '' || theirs.name === '') return undefined;
  return sameSpeaker(ours.name, theirs.name);
}

/** Whether both may have been said on one day; a day is let pass for reports of the night before. */
function datesFit({ statement: a }: Report, { statement: b }: Report): boolean {
  const before = (x: Statement, y: Statement) =>
    x.said.latest !== undefined && y.said.earliest !== undefined && dayOf(x.said.latest) + 1 < dayOf(y.said.earliest);
  return !before(a, b) && !before(b, a);
}

function daysApart(one: Report, other: Report): number {
  if (one.published === null || other.published === null) return 0;
  return Math.abs(dayOf(one.published) - dayOf(other.published));
}

function dayOf(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}

/** The words of a text in one spelling, as reports are compared by them. */
export function wordsOfText(text: string): string[] {
  return wordsIn(text).map(({ key }) => spellingOf(key));
}

/** Length of the longest run of words that both have. */
export function longestRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before = new Uint16Array(other.length + 1);
  for (const word of one) {
    const here = new Uint16Array(other.length + 1);
    for (let at = 0; at < other.length; at++) {
      if (word !== other[at]) continue;
      here[at + 1] = before[at]! + 1;
      longest = Math.max(longest, here[at + 1]!);
    }
    before = here;
  }
  return longest;
}

function heavy(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => !STOP_WORDS.has(word)).map(shortStem));
}

function isParaphrase(one: Report, other: Report): boolean {
  if (one.statement.kind === 'direct' && other.statement.kind === 'direct') return false;
  if (one.document === other.document || daysApart(one, other) > PARAPHRASE_DAYS) return false;
  const [ours, theirs] = [heavy(one.words), heavy(other.words)];
  const common = [...ours].filter((word) => theirs.has(word)).length;
  if (common >= PARAPHRASED && common >= PARAPHRASE * Math.min(ours.size, theirs.size)) return true;
  if (Math.min(ours.size, theirs.size) < SENSE || one.vector === null || other.vector === null) return false;
  return cosine(one.vector, other.vector) >= SAME_SENSE;
}
