import {
  BEFORE_ANY_WEEKDAY,
  BEFORE_NAMED_WEEKDAYS,
  CALENDAR_UNITS,
  LONGER_WEEKDAY_ABBREVIATIONS,
  MONTHS,
  MONTHS_THAT_ARE_NAMES,
  PARTS_OF_DAY,
  PLAY,
  SEASON_NAMES,
  TIME_UNITS,
  UNPLACED,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { AFTER_COUNTED, ORDINALS } from '../../../language/english/numbers.ts';
import { BEFORE_MONTH, BEFORE_NAMED_MONTH } from '../../../language/english/prepositions.ts';
import { alternation, union, without } from '../../../language/words.ts';
import {
  type Day,
  day,
  halfOf,
  type Interval,
  type Meaning,
  monthOf,
  monthsFrom,
  parts,
  quarterOf,
  seasonOf,
  unitOf,
  weekdayOf,
} from './calendar.ts';
import {
  COUNT,
  type Context,
  countOf,
  type Groups,
  MONTH,
  MONTH_HINT,
  monthIndex,
  type Rule,
  relative,
  YEAR,
} from './rule.ts';
import { seasonIndex } from './stated.ts';

/** What is counted from the day of publication, or from the date that was told last. */

const SEASON = `(?<season>${alternation(SEASON_NAMES)})`;
const SEASON_HINT = new RegExp(alternation(SEASON_NAMES), 'iu');
const CLOSE_TO_MONTH = '(?:early\\s|late\\s|mid\\s|(?=mid-))';

/** A word that the expression belongs to: "the past [year]". */
const BEFORE_NOUN = `\\s+(?!${alternation(AFTER_COUNTED)}\\b)[${LETTERS}]`;

/** Without a place in the calendar. */
export const UNPLACED_RULES: readonly Rule[] = Object.entries(UNPLACED).map(([timex, expressions]) =>
  relative(
    new RegExp(alternation(expressions), 'iu'),
    `(?:(?!the\\s)|(?!${alternation(expressions)}(?:${BEFORE_NOUN}|\\s+${alternation(TIME_UNITS)}s?\\b)))${alternation(expressions)}(?!\\s+that\\b|-)`,
    'unplaced',
    (_, reference) => (timex === 'PRESENT_REF' ? { from: reference, to: reference, timex } : { timex }),
  ),
);

const MONTHS_NEAR: readonly Rule[] = [
  // last November, in early March, this June
  relative(
    MONTH_HINT,
    `(?:(?<=\\b${alternation(BEFORE_MONTH)}\\s${CLOSE_TO_MONTH}?|\\b${CLOSE_TO_MONTH}|\\b(?<pair>${MONTH})\\s(?:to|through|until|and|or)\\s)|(?<which>last|this|next)\\s+)(?<!\\b(?!${alternation(BEFORE_NAMED_MONTH)})${alternation(BEFORE_MONTH)}\\s(?=may\\b))(?:mid-)?(?<month>${MONTH})(?!\\s+of\\s+(?!(?:this|last|next)\\s))(?:(?=\\s+(?:to|through|until|and)\\s+(?<last>${MONTH})(?![${LETTERS}]))|)`,
    'period',
    monthNear,
  ),
  // May, in "May to September"; February’s; January, in "January sales"
  relative(
    MONTH_HINT,
    `(?<month>${MONTH})(?=\\s+(?:to|through|until)\\s+(?<last>${MONTH})(?![${LETTERS}]))|(?<month2>${alternation(without(MONTHS, MONTHS_THAT_ARE_NAMES, new Set(['march'])))})`,
    'period',
    monthNear,
  ),
];

const PERIODS: readonly Rule[] = [
  // the same period last year, the same month a year ago
  relative(
    /same/iu,
    'the\\s+same\\s+(?<unit>period|quarter|month|week|time)\\s+(?:(?:of\\s+|in\\s+)?(?:last|the\\s+(?:last|previous))\\s+year|a\\s+year\\s+(?:ago|earlier|before))',
    'period',
    (_, reference, { told }) => {
      const last = told(LONGEST_PERIOD);
      const { year, month } = parts(last?.from ?? reference);
      if (!last || last.to - last.from < 27) return unitOf('year', reference, -1);
      return last.to - last.from > 31 ? quarterOf(year - 1, Math.floor(month / 3) + 1) : monthOf(year - 1, month);
    },
  ),
  // last summer, in the spring
  relative(
    SEASON_HINT,
    `(?:(?<which>last|this|next)\\s+|(?<=\\b(?:in|over|during|since|by)\\s)the\\s+)${SEASON}`,
    'period',
    season,
  ),
  // the third quarter of this year, the first half of 2023, fourth-quarter
  relative(
    /quarter|half/iu,
    `(?:the\\s+)?(?<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\\s-]\\s*(?<unit>quarter|half)(?:\\s+of\\s+(?:the\\s+year\\s+)?(?:(?<year>${YEAR})|(?<which>this|last|next|the)\\s+year))?`,
    'period',
    partOfYear,
  ),
  relative(
    /earlier|later|so far|of the/iu,
    `(?:(?<part>earlier|later|so far) (?:this|in the)|(?:the\\s+)?(?:rest|remainder|remaining)\\s+of\\s+(?:the|this)) (?<unit>${alternation(without(CALENDAR_UNITS, new Set(['weekend'])))})`,
    'week',
    (g, reference) => {
      const whole = unitOf(g.unit!.toLowerCase(), reference, 0);
      return g.part === undefined || g.part.toLowerCase() === 'later'
        ? { ...whole, from: reference }
        : { ...whole, to: reference };
    },
  ),
  // the week before last, the year after next
  relative(
    /before last|after next/iu,
    '(?:the\\s+)?(?<unit>week|weekend|month|year)\\s+(?:(?<before>before\\s+last)|after\\s+next)',
    'week',
    (g, reference) => unitOf(g.unit!.toLowerCase(), reference, g.before ? -2 : 2),
  ),
  // last week, the previous year, this quarter; "over the last year" is a length of time
  relative(
    /week|month|quarter|year|decade|century/iu,
    `(?:(?<!\\b(?:over|in|during|for|within|throughout)\\s+the\\s+)|(?=\\S+\\s+quarter))(?:(?<which>this|last|next|current)|(?:the\\s+)?(?<side>previous|following|coming|past(?=\\s+quarter))|this past)\\s+(?:calendar\\s+(?=year))?(?<unit>${alternation(CALENDAR_UNITS)})(?!\\s+of\\s+(?:${MONTH}|${YEAR}|this|last|next|the\\s))`,
    'week',
    unitNear,
  ),
  // over the weekend
  relative(
    /weekend/iu,
    '(?<=\\b(?:over|at|during|on|by|for|through)\\s)the\\s+weekend(?!\\s+(?:of|before|after)\\b)',
    'week',
    weekend,
  ),
];

const DAYS: readonly Rule[] = [
  relative(/yesterday/iu, 'the day before yesterday', 'day', (_, reference) => day(reference - 2)),
  relative(/tomorrow/iu, 'the day after tomorrow', 'day', (_, reference) => day(reference + 2)),
  // on Wednesday, last Friday; not “Friday the 13th”, of a month that is not told
  relative(
    /day/iu,
    `(?<!\\b(?:${alternation(BEFORE_ANY_WEEKDAY)}|${alternation(BEFORE_NAMED_WEEKDAYS)})\\s)(?:(?<which>last|next|this\\s+past|this\\s+coming|this|previous|following|coming)\\s+)?(?:(?<=\\b(?<pair>${alternation(WEEKDAYS)})\\s(?:to|through|until)\\s)|)(?<weekday>${alternation(WEEKDAYS)})(?!\\s+the\\s+\\d{1,2}(?:st|nd|rd|th)(?!\\s+(?:of\\s+)?${MONTH}))`,
    'weekday',
    weekdayNear,
  ),
  // Wed., beside a date only
  relative(
    /(?:sun|mon|tue|wed|thu|fri|sat)/iu,
    `(?<weekday>${alternation(union(WEEKDAY_ABBREVIATIONS, LONGER_WEEKDAY_ABBREVIATIONS))})\\.?`,
    'weekday',
    () => undefined,
  ),
  relative(/today/iu, 'today', 'day', (_, reference) => day(reference)),
  relative(/tonight/iu, 'tonight', 'day', (_, reference) => ofDay(reference, 'NI')),
  relative(/this /iu, 'this\\s+(?<part>morning|afternoon|evening)', 'day', (g, reference) =>
    ofDay(reference, PARTS_OF_DAY[g.part!.toLowerCase()]!),
  ),
  relative(/last /iu, 'last\\s+(?<part>night|evening)', 'day', (g, reference) =>
    ofDay(reference - 1, PARTS_OF_DAY[g.part!.toLowerCase()]!),
  ),
  relative(/yesterday/iu, 'yesterday', 'day', (_, reference) => day(reference - 1)),
  relative(/tomorrow/iu, 'tomorrow', 'day', (_, reference) => day(reference + 1)),
  // the night to the day of publication; not "an overnight train"
  relative(/overnight/iu, `(?<!\\b(?:an?|the)\\s)overnight(?!${BEFORE_NOUN}|-)`, 'day', (_, reference) => ({
    from: reference - 1,
    to: reference,
    timex: ofDay(reference - 1, 'NI').timex,
  })),
];

/** Counted from the day that was told last, or else from that of publication. */
const COUNTED_ON: readonly Rule[] = [
  // the previous day; "the day before", but not "the day before the vote"
  relative(
    /day/iu,
    `(?:the\\s+(?<side>previous|following|next)\\s+day|the\\s+day\\s+(?<after>before|after)${'(?=\\s*(?:[.,;:!?)–—”"’]|$)|\\s+(?:and|but|that|when|in|at|to)\\b)'})`,
    'day',
    (g, reference, { told }) => {
      const last = told(1);
      if (/^(?:previous|before)$/iu.test(g.side ?? g.after!)) return day((last?.from ?? reference) - 1);
      return last && day(last.from + 1);
    },
  ),
  // two days ago, a decade ago, a month later; "three days before", but not "three days before the vote"
  relative(
    /ago|earlier|before|later|afterwards/iu,
    `${COUNT}\\s+(?<unit>day|week|fortnight|month|year|decade)s?\\s+(?<side>ago|earlier|before(?!\\s+[\\d${LETTERS}])|later(?!\\s+than\\b)|afterwards)`,
    'day',
    (g, reference, { told }) => {
      const unit = g.unit!.toLowerCase();
      const side = g.side!.toLowerCase();
      const last = side === 'ago' ? undefined : told(LENGTHS[unit]!);
      const later = side === 'later' || side === 'afterwards';
      if (later && !last) return undefined;
      return stepped(last?.from ?? reference, unit, (later ? 1 : -1) * countOf(g.count!));
    },
  ),
  // that day, the same week
  relative(
    /that|same/iu,
    '(?:that|(?:the\\s+|that\\s+)same)\\s+(?<unit>day|week|weekend|month|year)(?!\\s+(?:last|a)\\b)',
    'day',
    (g, _, { told }) => {
      const unit = g.unit!.toLowerCase();
      const last = told(LENGTHS[unit] ?? 7);
      if (!last) return undefined;
      return unit === 'day' ? day(last.from) : unitOf(unit, last.from, 0);
    },
  ),
  // the end of the year
  relative(
    /of the /iu,
    '(?:the\\s+)?(?:beginning|start|middle|end)\\s+of\\s+the\\s+(?<unit>week|month|year|decade)(?!\\s+(?:before|after)\\b)',
    'week',
    (g, reference) => unitOf(g.unit!.toLowerCase(), reference, 0),
  ),
  // in two weeks’ time; will open in two weeks
  relative(
    /in /iu,
    `in\\s+${COUNT}\\s+(?<unit>day|week|fortnight|month|year)(?:(?<time>(?:[’']s|s[’'])\\s+time)|s?(?!${BEFORE_NOUN}|\\s+(?:or|and|ago)\\b|[-’']))`,
    'day',
    (g, reference, { ahead }) =>
      g.time || ahead ? stepped(reference, g.unit!.toLowerCase(), countOf(g.count!)) : undefined,
  ),
];

/** What a date beside it makes a date of. */
const BESIDE: readonly Rule[] = [
  // the last week of, the first Monday in, the week beginning
  relative(
    new RegExp(`week|month|day|${alternation(WEEKDAYS)}`, 'iu'),
    `(?:the\\s+)?(?:(?<ordinal>${alternation(ORDINALS)}|last|final|\\d{1,2}(?:st|nd|rd|th))\\s+(?<unit>week|weekend|month|day|${alternation(WEEKDAYS)})(?:\\s+${alternation(Object.keys(PARTS_OF_DAY))})?(?=\\s+(?:of|in)\\s+(?:the\\s+year\\s+)?(?:${MONTH}|${YEAR}|this|last|next)(?![${LETTERS}]))|(?<whole>week|weekend)(?=\\s+(?:of|beginning|starting|commencing)\\s))`,
    'ordinal',
    () => undefined,
  ),
  // two days before, a week from
  relative(
    /before|after|from|since/iu,
    `${COUNT}\\s+(?<unit>day|week|fortnight|month|year)s?\\s+(?<side>before|after|from|since)(?=\\s+[\\d${LETTERS}])`,
    'offset',
    () => undefined,
  ),
];

/** Friday “night” */
const PARTS: readonly Rule[] = [
  relative(
    new RegExp(alternation(Object.keys(PARTS_OF_DAY)), 'iu'),
    `(?:(?:in\\s+)?the\\s+)?(?:early\\s+|late\\s+)?(?<part>${alternation(Object.keys(PARTS_OF_DAY))})`,
    'part',
    () => undefined,
  ),
  // Labor Day weekend
  relative(/weekend/iu, `(?<weekend>weekend)(?:,?\\s+${YEAR})?`, 'part', () => undefined),
];

export const RELATIVE = {
  months: MONTHS_NEAR,
  periods: PERIODS,
  days: DAYS,
  countedOn: COUNTED_ON,
  beside: BESIDE,
  parts: PARTS,
};

/** The longest that may have been told for so many of a unit to be counted from it: none counts days from a year. */
const LENGTHS: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 7, month: 31, year: 366, decade: 366 };

/** A quarter is the longest "period" that a report compares with that of a year before. */
const LONGEST_PERIOD = 92;

/** A part of a day. */
function ofDay(value: Day, part: string): Interval {
  const whole = day(value);
  return { ...whole, timex: `${whole.timex}T${part}` };
}

/** The year in which a span of months began that is not over: "from May to September", in a July. */
function runningSince(first: number, last: number, reference: Day): number | undefined {
  const { year, month } = parts(reference);
  if (first <= last) return first <= month && month <= last ? year : undefined;
  return month >= first ? year : month <= last ? year - 1 : undefined;
}

function monthNear(g: Groups, reference: Day, { ahead, told }: Context): Meaning | undefined {
  const month = monthIndex((g.month ?? g.month2)!);
  const first = g.pair ? told(31) : undefined;
  const running = g.last === undefined ? undefined : runningSince(month, monthIndex(g.last), reference);
  if (running !== undefined) return monthOf(running, month);
  if (first) {
    const { year: begun, month: before } = parts(first.from);
    return monthOf(month < before ? begun + 1 : begun, month);
  }
  const which = g.which?.toLowerCase();
  const { year, month: now } = parts(reference);
  if (which === 'this') return monthOf(year, month);
  if (which === 'next' || (ahead && which !== 'last'))
    return monthOf(month > now || (!which && month === now) ? year : year + 1, month);
  return monthOf(month > now || (month === now && which === 'last') ? year - 1 : year, month);
}

function unitNear(g: Groups, reference: Day, context: Context): Meaning | undefined {
  const unit = g.unit!.toLowerCase();
  const side = g.side?.toLowerCase();
  if (unit === 'weekend' && g.which?.toLowerCase() === 'this') return weekend(g, reference, context);
  const step = { last: -1, this: 0, current: 0, next: 1, previous: -1, past: -1, following: 1, coming: 1 }[
    g.which?.toLowerCase() ?? side ?? 'last'
  ]!;
  return unitOf(unit, reference, step);
}

/** On a Monday or a Tuesday "the weekend" is the one that has been; "this weekend" of a Wednesday is to come. */
function weekend(g: Groups, reference: Day, { ahead }: Context): Meaning {
  const today = weekdayOf(reference);
  const isWeekend = today === 0 || today === 6;
  const isEarly = today === 1 || today === 2;
  const over = !isWeekend && !ahead && (g.which ? isEarly : true);
  return unitOf('weekend', reference, over ? -1 : 0);
}

/** The season that began last, or the next to begin. */
function season(g: Groups, reference: Day, { ahead }: Context): Interval | undefined {
  const index = seasonIndex(g.season!);
  const { year } = parts(reference);
  const begun = [year, year - 1].find((candidate) => seasonOf(candidate, index).from <= reference)!;
  const which = g.which?.toLowerCase();
  const running = seasonOf(begun, index).to >= reference;
  if (which === 'last') return seasonOf(running ? begun - 1 : begun, index);
  if (which === 'next' || (ahead && !running)) return seasonOf(begun + 1, index);
  return seasonOf(begun, index);
}

const PLAYED = new RegExp(`\\b${alternation(PLAY)}\\b`, 'iu');

function partOfYear(g: Groups, reference: Day, { ahead, around }: Context): Interval | undefined {
  const { year: now, month } = parts(reference);
  const half = g.unit!.toLowerCase() === 'half';
  const which = g.which?.toLowerCase();
  // "the second half" alone is one of a match.
  if (!g.year && !which && (half || PLAYED.test(around))) return undefined;
  const ordinal = numberOf(g.ordinal!);
  const number = ordinal ?? (half ? 2 : 4);
  if (half && number > 2) return undefined;
  if (!half && !g.year && !which && /^last$/iu.test(g.ordinal!)) return unitOf('quarter', reference, -1);
  const begins = (number - 1) * (half ? 6 : 3);
  const bare = !which && begins > month && !ahead ? now - 1 : now;
  const year = g.year ? +g.year : which === 'last' ? now - 1 : which === 'next' ? now + 1 : bare;
  return half ? halfOf(year, number) : quarterOf(year, number);
}

/** The number of "third" or "3rd"; undefined for "last". */
export function numberOf(ordinal: string): number | undefined {
  const digits = /^\d+/u.exec(ordinal)?.[0];
  if (digits !== undefined) return +digits;
  const index = ORDINALS.indexOf(ordinal.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/**
 * A weekday: the last one up to the day of publication. "Next Friday" is that of the next week, which begins with Sunday: so do
 * papers write of a Sunday when they mean not tomorrow but "next Monday". "Last Tuesday" is the last one, but not yesterday.
 */
function weekdayNear(g: Groups, reference: Day, { ahead, back: isPast, told }: Context): Interval {
  const index = weekdayIndex(g.weekday!);
  const back = (weekdayOf(reference) - index + 7) % 7;
  const begun = g.pair ? told(1) : undefined;
  if (begun) return day(begun.from + ((index - weekdayOf(begun.from) + 7) % 7));
  const forth = (7 - back) % 7;
  const which = g.which?.toLowerCase().replace(/\s+/u, ' ') ?? '';
  if (/^(?:next|following)$/u.test(which)) return day(reference - weekdayOf(reference) + 7 + index);
  if (/coming$/u.test(which)) return day(reference + (forth || 7));
  if (/^(?:last|previous)$/u.test(which)) return day(reference - (back <= 1 ? back + 7 : back));
  if (which === 'this past') return day(reference - (back || 7));
  return ahead || (which === 'this' && !isPast) ? day(reference + forth) : day(reference - back);
}

/** From 0, Sunday; also of what is shortened. */
export function weekdayIndex(name: string): number {
  return WEEKDAY_ABBREVIATIONS.indexOf(name.slice(0, 3).toLowerCase());
}

/** @param exact whether a number of weeks or months leads to a day, not to a week or a month */
export function stepped(from: Day, unit: string, count: number, exact = false): Interval | undefined {
  if (unit === 'day') return day(from + count);
  if (unit === 'week' || unit === 'fortnight') {
    const weeks = unit === 'week' ? count : 2 * count;
    return exact ? day(from + 7 * weeks) : unitOf('week', from, weeks);
  }
  if (unit === 'month') return exact ? monthsFrom(from, count) : unitOf('month', from, count);
  if (exact) return monthsFrom(from, 12 * count);
  return unitOf('year', from, unit === 'decade' ? 10 * count : count);
}
