import {
  CALENDAR_UNITS,
  MONTHS,
  MONTHS_THAT_ARE_NAMES,
  PLAY,
  SEASON_NAMES,
} from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { BEFORE_MONTH, BEFORE_NAMED_MONTH } from '../../../language/english/prepositions.ts';
import { alternation, without } from '../../../language/words.ts';
import {
  type Day,
  dayOf,
  halfOf,
  type Interval,
  type Meaning,
  monthOf,
  parts,
  quarterOf,
  seasonOf,
  unitOf,
  weekdayOf,
} from './calendar.ts';
import {
  type Context,
  type Groups,
  LENGTHS,
  MONTH,
  MONTH_HINT,
  monthIndex,
  numberOf,
  type Rule,
  relative,
  YEAR,
} from './rule.ts';
import { seasonIndex } from './stated.ts';

/** Months, seasons, weeks and other spans that count from the day of publication: "last week", "in early March". */

const SEASON = `(?<season>${alternation(SEASON_NAMES)})`;
const SEASON_HINT = new RegExp(alternation(SEASON_NAMES), 'iu');
const CLOSE_TO_MONTH = '(?:early\\s|late\\s|mid\\s|(?=mid-))';

export const MONTHS_NEAR: readonly Rule[] = [
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

export const PERIODS: readonly Rule[] = [
  // the 5th of last month
  relative(
    /month/iu,
    '(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)\\s+of\\s+(?<which>last|this|next)\\s+month',
    'day',
    (g, reference) => {
      const { from } = unitOf('month', reference, { last: -1, this: 0, next: 1 }[g.which!.toLowerCase()]!);
      const { year, month } = parts(from);
      return dayOf(year, month, +g.day!);
    },
  ),
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

/** A quarter is the longest "period" that a report compares with that of a year before. */
const LONGEST_PERIOD = 92;

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
  const counted = side === 'following' ? context.told(LENGTHS[unit] ?? 31) : undefined;
  return unitOf(unit, counted?.from ?? reference, step);
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
