import type { Range } from '../../../document/index.ts';
import { BEFORE_WHOLE, PARTS_OF_DAY } from '../../../language/english/calendar.ts';
import { alternation } from '../../../language/words.ts';
import {
  type Day,
  day,
  dayOf,
  type Interval,
  iso,
  type Meaning,
  monthOf,
  parts,
  unitOf,
  weekdayOf,
} from './calendar.ts';
import { timeOf } from './clock.ts';
import { stepped } from './counted-on.ts';
import {
  type Context,
  countOf,
  dayOfYear,
  type Groups,
  type Kind,
  monthIndex,
  numberOf,
  UNKNOWN,
  weekdayIndex,
  yearOfMonth,
} from './rule.ts';

/** What was found, before it is read. */
export interface Match extends Range {
  readonly kind: Kind;
  readonly basis: 'stated' | 'relative';
  readonly groups: Groups;
  readonly read: (context: Context) => Meaning | undefined;
}

/** Two expressions that are one: what they are, what stands between them, and what both mean. */
interface Join {
  readonly left: readonly Kind[];
  readonly between: RegExp;
  readonly right: readonly Kind[];
  readonly join: (left: Match, right: Match, slice: string) => Pick<Match, 'kind' | 'groups' | 'read'> | undefined;
}

const DAYS: readonly Kind[] = ['date', 'day', 'weekday'];

/** In order: a time is joined to its day before the day is joined to its week. */
const JOINS: readonly Join[] = [
  // Friday morning; Tuesday at 6 p.m.; 15:00 GMT on Saturday; the night of 3 March
  { left: DAYS, between: /^,?\s+$/u, right: ['part'], join: (left, right) => timed(left, right) },
  { left: ['part'], between: /^\s+(?:of|on)\s+(?:the\s+)?$/u, right: DAYS, join: (left, right) => timed(right, left) },
  {
    left: DAYS,
    between: /^,?\s+(?:(?:at|about|around|by|before|after|from)\s+){0,2}$/u,
    right: ['clock'],
    join: (left, right) => timed(left, right),
  },
  { left: ['clock'], between: /^,?\s+(?:on\s+)?$/u, right: DAYS, join: (left, right) => timed(right, left) },
  // Monday to Friday: every week
  {
    left: ['weekday'],
    between: /^(?:\s+(?:to|through)\s+|\s*[-–]\s*)$/u,
    right: ['weekday'],
    join: (left, _, slice) =>
      left.groups.which || /\b(?:from|between)\s+$/iu.test(slice.slice(Math.max(0, left.start - 10), left.start))
        ? undefined
        : { kind: 'day', groups: left.groups, read: () => undefined },
  },
  // Tuesday, March 4; March 4 (Tuesday)
  {
    left: ['weekday'],
    between: /^(?:,?\s+(?:the\s+)?|\s+\()$/u,
    right: ['date'],
    join: (left, right) => onWeekday(right, left),
  },
  {
    left: ['date'],
    between: /^(?:\s+\(|,\s+an?\s+)$/u,
    right: ['weekday'],
    join: (left, right) => onWeekday(left, right),
  },
  // Monday of last week; last week on Monday
  { left: ['weekday'], between: /^,?\s+(?:of\s+)?$/u, right: ['week'], join: (left, right) => inWeek(left, right) },
  // Monday a week ago; two weeks ago Monday
  {
    left: ['weekday'],
    between: /^\s+$/u,
    right: ['day'],
    join: (left, right) => (isWeeksAgo(right) ? inWeek(left, right) : undefined),
  },
  {
    left: ['day'],
    between: /^\s+(?:on\s+)?$/u,
    right: ['weekday'],
    join: (left, right) => (isWeeksAgo(left) ? inWeek(right, left) : undefined),
  },
  // June of last year; 4 March this year
  {
    left: ['period', 'date'],
    between: /^\s+(?:of\s+|in\s+)?$/u,
    right: ['week'],
    join: (left, right) => inYear(left, right),
  },
  // the last week of March; the week beginning March 3
  {
    left: ['ordinal'],
    between: new RegExp(`^\\s+${alternation(BEFORE_WHOLE)}\\s+(?:on\\s+)?(?:the\\s+)?$`, 'u'),
    right: ['period', 'week', ...DAYS],
    join: (left, right) => partOf(left.groups, right),
  },
  { left: ['week'], between: /^\s+(?:on\s+|-\s+)?$/u, right: ['weekday'], join: (left, right) => inWeek(right, left) },
  // two days before Christmas
  {
    left: ['offset'],
    between: /^\s+(?:the\s+)?$/u,
    right: [...DAYS, 'period', 'unplaced'],
    join: (left, right) => offset(left.groups, right),
  },
];

/** The expressions in order, those that stand side by side and are one joined. */
export function joined(slice: string, matches: readonly Match[]): Match[] {
  let found = [...matches];
  for (const { left, between, right, join } of JOINS) {
    const next: Match[] = [];
    for (const match of found) {
      const before = next.at(-1);
      const both =
        before &&
        left.includes(before.kind) &&
        right.includes(match.kind) &&
        match.start - before.end <= LONGEST_GAP &&
        between.test(slice.slice(before.end, match.start))
          ? join(before, match, slice)
          : undefined;
      if (!before || !both) next.push(match);
      else next[next.length - 1] = { ...both, ...spanned(slice, before, match) };
    }
    found = next;
  }
  return found;
}

const LONGEST_GAP = 30;

function spanned(slice: string, left: Match, right: Match): Pick<Match, 'start' | 'end' | 'basis'> {
  const closes = slice[right.end] === ')' && slice.slice(left.end, right.start).endsWith('(');
  const basis = left.basis === 'stated' || right.basis === 'stated' ? 'stated' : 'relative';
  return { start: left.start, end: right.end + (closes ? 1 : 0), basis };
}

/** A day with a part of it, or a time, which becomes its TIMEX3 value. */
function timed(of: Match, at: Match): ReturnType<Join['join']> {
  if (at.groups.weekend) return of.groups.feast ? weekendOf(of) : undefined;
  const time = at.kind === 'part' ? `T${PARTS_OF_DAY[at.groups.part!.toLowerCase()]}` : timeOf(at.groups);
  if (time === undefined) return undefined;
  return {
    kind: of.kind,
    groups: { ...of.groups, time },
    read: (context) => withTime(of.read(context), time),
  };
}

/** The weekend beside a feast, with the feast: "Labor Day weekend" has the Monday, too. */
function weekendOf(of: Match): ReturnType<Join['join']> {
  return {
    kind: 'week',
    groups: {},
    read: (context) => {
      const { from } = of.read(context) ?? {};
      if (from === undefined) return undefined;
      const { from: saturday, to, timex } = weekWith('weekend', from);
      return { from: Math.min(saturday, from), to: Math.max(to, from), timex };
    },
  };
}

function withTime(meaning: Meaning | undefined, time: string | undefined): Meaning | undefined {
  if (time === undefined || meaning?.from === undefined || meaning.from !== meaning.to) return meaning;
  return { ...meaning, timex: `${iso(meaning.from)}${time}` };
}

function onWeekday(date: Match, weekday: Match): ReturnType<Join['join']> {
  const groups = { ...date.groups, ...(weekday.groups.time ? { time: weekday.groups.time } : {}) };
  const meant = (context: Context) =>
    date.groups.month && !date.groups.until
      ? dayOfYear(date.groups, context, weekdayIndex(weekday.groups.weekday!))
      : date.read(context);
  return { kind: 'date', groups, read: (context) => withTime(meant(context), groups.time) };
}

function isWeeksAgo({ groups: { unit, side } }: Match): boolean {
  return unit?.toLowerCase() === 'week' && side?.toLowerCase() === 'ago';
}

function inWeek(weekday: Match, week: Match): ReturnType<Join['join']> {
  const { groups } = weekday;
  if (groups.which) return undefined;
  return {
    kind: 'day',
    groups,
    read: (context) => {
      const meaning = week.read(context);
      if (meaning?.from === undefined || meaning.to === undefined) return meaning;
      if (meaning.to - meaning.from !== 6) return undefined;
      return withTime(day(meaning.from + ((weekdayIndex(groups.weekday!) + 6) % 7)), groups.time);
    },
  };
}

/** A month or a day of the year in the year that is named from that of publication. */
function inYear(of: Match, year: Match): ReturnType<Join['join']> {
  const { groups } = of;
  if (groups.month === undefined || yearOfMonth(groups) !== undefined || groups.until) return undefined;
  if (year.groups.unit?.toLowerCase() !== 'year' || year.groups.part) return undefined;
  return {
    kind: of.kind,
    groups,
    read: (context) => {
      const { from } = year.read(context) ?? {};
      if (from === undefined) return UNKNOWN;
      const which = parts(from).year;
      const month = monthIndex(groups.month!);
      return groups.day ? withTime(dayOf(which, month, +groups.day), groups.time) : monthOf(which, month);
    },
  };
}

/** "the last week of March": the nth of what is in a longer time, or that in which a day lies. */
function partOf({ ordinal, unit, whole, ending }: Groups, of: Match): ReturnType<Join['join']> {
  return {
    kind: unit?.toLowerCase() === 'week' ? 'week' : 'period',
    groups: {},
    read: (context) => {
      const meaning = of.read(context);
      if (meaning?.from === undefined || meaning.to === undefined) return meaning;
      if (ending) return meaning.from === meaning.to ? sevenDaysTo(meaning.to) : undefined;
      if (whole) return meaning.to === meaning.from ? weekWith(whole.toLowerCase(), meaning.from) : meaning;
      const { from, to } = meaning;
      const number = numberOf(ordinal!);
      return within(unit!.toLowerCase(), { from, to }, number);
    },
  };
}

function sevenDaysTo(last: Day): Interval {
  return { from: last - 6, to: last, timex: `${iso(last - 6)}/${iso(last)}` };
}

/** The week of a day, or the weekend that is nearest to it. */
function weekWith(unit: string, of: Day): Interval {
  return unitOf(unit, unit === 'weekend' && [1, 2].includes(weekdayOf(of)) ? of - 2 : of, 0);
}

/** @param number from 1; the last if undefined */
function within(unit: string, { from, to }: { from: Day; to: Day }, number: number | undefined): Interval | undefined {
  const inside = (found: Interval) => (found.from <= to && found.to >= from ? found : undefined);
  if (unit === 'day') return inside(day(number === undefined ? to : from + number - 1));
  if (unit === 'month')
    return inside(number === undefined ? unitOf('month', to, 0) : unitOf('month', from, number - 1));
  if (unit === 'week' || unit === 'weekend') {
    // A week belongs to the month or year in which its Thursday lies (ISO 8601).
    const first = unitOf(unit, from + 3, 0);
    const last = unitOf(unit, to - 3, 0);
    return inside(number === undefined ? last : unitOf(unit, first.from, number - 1));
  }
  const weekday = weekdayIndex(unit);
  if (number === undefined) return day(to - ((weekdayOf(to) - weekday + 7) % 7));
  return inside(day(from + ((weekday - weekdayOf(from) + 7) % 7) + 7 * (number - 1)));
}

/** "two days before Christmas", "a week from Saturday" */
function offset(groups: Groups, of: Match): ReturnType<Join['join']> {
  const { count = 'a', unit = 'day' } = groups;
  const side = (groups.side ?? groups.beside)!.toLowerCase();
  const from = /^(?:from|since)$/u.test(side);
  const sign = side === 'before' ? -1 : 1;
  return {
    kind: 'day',
    groups: {},
    read: (context) => {
      const meaning = of.read(from ? { ...context, ahead: true } : context);
      if (meaning?.from === undefined || meaning.to === undefined) return meaning;
      const isDay = meaning.from === meaning.to;
      if (!isDay && unit.toLowerCase() !== 'year') return undefined;
      return stepped(meaning.from, unit.toLowerCase(), sign * countOf(count), isDay);
    },
  };
}
