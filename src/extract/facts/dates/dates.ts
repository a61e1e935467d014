import type { Range } from '../../../document/index.ts';
import { EXPECTED, LOOKING_AHEAD, LOOKING_BACK } from '../../../language/english/auxiliaries.ts';
import { alternation } from '../../../language/words.ts';
import { type Day, type Interval, iso, type Meaning, parseDay } from './calendar.ts';
import { joined, type Match } from './joined.ts';
import { figureOrder } from './order.ts';
import { localDay, referenceOf } from './reference.ts';
import type { Context, FigureOrder, Groups } from './rule.ts';
import { RULES } from './rules.ts';

/** A date expression with the interval it means, both ends inclusive ISO dates. */
export interface DateExpression extends Range {
  readonly earliest?: string;
  readonly latest?: string;
  /** TIMEX3 value: `2024-12-18`, `2024-12-18TMO`, `2024-11`, `2024-W50`, `2019`, `2024-Q3`, `2011-FA`, `PRESENT_REF`. */
  readonly timex?: string;
  readonly basis: 'stated' | 'relative';
}

/** What relative expressions count from. */
export interface DatesOptions {
  /**
   * Publication date: `YYYY-MM-DD`, or an instant such as `2024-12-18T23:30:00-05:00`, whose day is that of its own offset. Without
   * it a date that the text itself prints at its beginning counts (`referenceOf`).
   */
  readonly published?: string | undefined;
  /** IANA name of the time zone of the outlet, such as `America/New_York`, in which the day of an instant is taken. */
  readonly timezone?: string | undefined;
}

/** Words that look ahead, as far as the next mark. */
const AHEAD = new RegExp(
  `\\b(?:${alternation(LOOKING_AHEAD)}|(?:is|are|was|were) ${alternation(EXPECTED)})\\b[^.;:“”"]{0,160}$`,
  'iu',
);
/** Words after which a past is told, however the sentence began. */
const BACK = new RegExp(`\\b${alternation(LOOKING_BACK)}\\b[^.;:“”"]{0,160}$`, 'iu');

/** "wants it by early June" */
const DEADLINE = /\bby\s(?:the\s(?:end|middle|start|beginning)\sof\s)?(?:early\s|late\s)?$/iu;

/** "The vote is on Tuesday" */
const SCHEDULED = /\b(?:is|are)\son\s(?:the\s)?$/iu;

/** Letters before an expression, and after, that are looked at to read it. */
const AROUND = 160;
/** Letters before a range in which a date is looked for that an expression in it counts from. */
const TOLD_BEFORE = 600;
/** How many of the dates told last are looked at for one to count from. */
const MOST_TOLD = 8;

/**
 * The date expressions of a text, in order, none overlapping another: dates, times of day with their days, weeks, months, years
 * and what is counted from them. Lengths of time ("for three years") and what recurs ("every Tuesday") are none.
 *
 * An expression whose days cannot be told has none: "on Tuesday" where nothing says when the text was printed, "04/09/2015" where
 * nothing says which order it has, "fiscal year 2026", "recently" (`PAST_REF`).
 *
 * @throws OnrecordError `wrong-usage` if `published` is not a date, or if nobody knows the time zone
 */
export function datesIn(text: string, { published, timezone }: DatesOptions = {}): DateExpression[] {
  const day = published === undefined ? referenceOf({ text }).day : localDay(published, timezone);
  const order = memoised(() => figureOrder(text));
  const found: DateExpression[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfBlock(text, start);
    for (const { expression } of expressions(text, { start, end }, day, order)) found.push(expression);
    start = end;
  }
  return found;
}

/**
 * The date expressions of `text` in `range` that may date what it tells, in order, none overlapping another; not "now", and no time
 * of day alone.
 *
 * @param published publication date (`YYYY-MM-DD…`) that relative expressions count from; without it they have no days. News
 *   looks back: a bare weekday is the last one up to that day, a bare month or day of the year likewise, unless the words before
 *   look ahead.
 */
export function findDates(text: string, range: Range, published: string | undefined): DateExpression[] {
  const isTold = (one: DateExpression) =>
    one.earliest !== undefined || (published === undefined && one.basis === 'relative');
  return expressions(text, range, published, () => orderIn(text))
    .filter(({ match, expression }) => match.kind !== 'unplaced' && match.kind !== 'clock' && isTold(expression))
    .map(({ expression }) => expression);
}

interface Expression {
  readonly match: Match;
  readonly meaning: Meaning;
  readonly expression: DateExpression;
}

function expressions(
  text: string,
  range: Range,
  published: string | undefined,
  order: () => FigureOrder | undefined,
  before: (() => readonly Interval[]) | undefined = memoised(() => toldBefore(text, range.start, published, order)),
): Expression[] {
  const slice = text.slice(range.start, range.end);
  const reference = published === undefined ? undefined : parseDay(published);
  const found: Expression[] = [];
  const told: Interval[] = [];
  for (const match of joined(slice, matchesIn(slice))) {
    const context = contextOf(
      slice,
      match,
      reference,
      order,
      (longest) => lastOf(told, longest) ?? lastOf(before(), longest),
    );
    const meaning = match.read(context);
    if (!meaning) continue;
    if (isInterval(meaning) && match.kind !== 'unplaced') told.push(meaning);
    found.push({ match, meaning, expression: expressionOf(match, meaning, range.start) });
  }
  return found;
}

function contextOf(
  slice: string,
  { start, end }: Match,
  reference: Day | undefined,
  order: Context['order'],
  told: Context['told'],
): Context {
  const lead = slice.slice(Math.max(0, start - AROUND), start);
  const ahead = AHEAD.exec(lead)?.[0];
  const back = BACK.test(lead);
  return {
    reference,
    told,
    ahead: ahead === undefined ? isAwaited(lead, back) : !BACK.test(ahead.replace(/^\w+/u, '')),
    back,
    around: lead + slice.slice(end, end + AROUND),
    order,
  };
}

function isAwaited(lead: string, isPast: boolean): boolean {
  return SCHEDULED.test(lead) || (!isPast && DEADLINE.test(lead));
}

function expressionOf({ start, end, basis }: Match, { from, to, timex }: Meaning, offset: number): DateExpression {
  return {
    start: offset + start,
    end: offset + end,
    basis,
    ...(from === undefined ? {} : { earliest: iso(from) }),
    ...(to === undefined ? {} : { latest: iso(to) }),
    ...(timex === undefined ? {} : { timex }),
  };
}

function isInterval(meaning: Meaning): meaning is Interval {
  return meaning.from !== undefined && meaning.to !== undefined && meaning.timex !== undefined;
}

/** The last of what was told that is no longer than so many days. */
function lastOf(told: readonly Interval[], longest: number): Interval | undefined {
  return told.slice(-MOST_TOLD).findLast(({ from, to }) => to - from < longest);
}

/** What is told shortly before a range. */
function toldBefore(text: string, start: number, published: string | undefined, order: Context['order']): Interval[] {
  if (start === 0) return [];
  const from = Math.max(0, start - TOLD_BEFORE);
  const begin = from === 0 ? 0 : from + Math.max(0, text.slice(from, start).search(/\s/u));
  return expressions(text, { start: begin, end: start }, published, order, () => [])
    .filter(({ match }) => match.kind !== 'unplaced')
    .map(({ meaning }) => meaning)
    .filter(isInterval);
}

function matchesIn(slice: string): Match[] {
  const found: Match[] = [];
  const taken = new Uint8Array(slice.length);
  for (const { hint, pattern, kind, basis, meaning } of RULES) {
    if (!hint.test(slice)) continue;
    for (const match of matchesOf(pattern, slice)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken[start] || taken[end - 1] || taken.subarray(start, end).includes(1)) continue;
      const groups: Groups = match.groups ?? {};
      if (isOtherWord(groups, slice, start, end) || isInName(slice, start, end)) continue;
      taken.fill(1, start, end);
      found.push({ start, end, kind, basis, groups, read: (context) => meaning(groups, context) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** As `matchAll`, which copies the pattern, and compiles it anew where many others were used since. */
function matchesOf(pattern: RegExp, slice: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(slice); match; match = pattern.exec(slice)) found.push(match);
  return found;
}

/** "may", "march": months have a capital, unless a number stands beside them; "This May Be Why". */
function isOtherWord({ month, day, year }: Groups, slice: string, start: number, end: number): boolean {
  if (month === undefined || day || year) return false;
  if (/^(?:may|march|mar\.)$/u.test(month)) return true;
  return (
    /^(?:This|THIS) May$/iu.test(slice.slice(start, end)) &&
    slice[start] === 'T' &&
    /^\s+\p{L}/u.test(slice.slice(end, end + 4))
  );
}

/** "The Friday Club", "at Wednesday Market", the “Today” show: a day in a name. */
function isInName(slice: string, start: number, end: number): boolean {
  const before = slice.slice(Math.max(0, start - 8), start);
  const after = slice.slice(end, end + 4);
  if (/[“"‘']$/u.test(before) && /^,?[”"’']/u.test(after)) return true;
  // USA Today, Apocalypse Now
  if (/^(?:Today|Tonight|Tomorrow|Now)$/u.test(slice.slice(start, end)) && /[\p{L}\d]\s$/u.test(before)) return true;
  return (
    /^\p{Lu}\p{Ll}+day$/u.test(slice.slice(start, end)) &&
    /\b(?:the|an?|at|of)\s$/iu.test(before) &&
    /^\s\p{Lu}\p{Ll}/u.test(after)
  );
}

/** The end of the lines up to the next empty one. */
function endOfBlock(text: string, start: number): number {
  const end = text.indexOf('\n\n', start);
  return end < 0 ? text.length : end + 2;
}

function memoised<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}

let ordered: { readonly text: string; readonly order: FigureOrder | undefined } | undefined;

/** Of the text that was asked for last it is remembered: its sentences are read one after another. */
function orderIn(text: string): FigureOrder | undefined {
  if (ordered?.text !== text) ordered = { text, order: figureOrder(text) };
  return ordered.order;
}
