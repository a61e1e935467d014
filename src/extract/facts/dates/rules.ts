import {
  CALENDAR_UNITS,
  MONTH_ABBREVIATIONS,
  MONTH_BEGINNINGS,
  MONTHS,
  SEASON_NAMES,
  SEASONS,
  WEEKDAYS,
} from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { ONES, ORDINALS } from '../../../language/english/numbers.ts';
import { BEFORE_MONTH, BEFORE_YEAR, BEFORE_YEAR_OR_COUNT } from '../../../language/english/prepositions.ts';
import { alternation, without } from '../../../language/words.ts';
import {
  type Day,
  day,
  dayOf,
  decadeOf,
  halfOf,
  type Interval,
  monthOf,
  parts,
  quarterOf,
  seasonOf,
  unitOf,
  weekdayInMonth,
  weekdayOf,
  yearOf,
} from './calendar.ts';

/** What an expression is read by. */
export interface Context {
  /** The day that relative expressions count from: that of publication. */
  readonly reference: Day | undefined;
  /** What the date expression before it in the sentence means. */
  readonly anchor: Interval | undefined;
  /** Whether the words before it look ahead ("will", "is expected to"); news otherwise looks back. */
  readonly ahead: boolean;
  /** Whether the words before it tell of what has been ("was", "said"). */
  readonly back: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One kind of expression: a pattern, and what it means. */
export interface Rule {
  /** What no such expression is without, and quickly looked for: most rules need not be tried on most sentences. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly basis: 'stated' | 'relative';
  /** Undefined when the words are no date after all, or need a day to count from that is not known. */
  readonly interval: (groups: Groups, context: Context) => Interval | undefined;
}

const MONTH = `(?:${alternation(MONTHS)}|${alternation(without(MONTH_ABBREVIATIONS, new Set(['mar'])))}\\.?|mar\\.)`;
const YEAR = '(?:1[5-9]|20)\\d\\d';
const COUNT = `(?<count>an?|${alternation(ONES.slice(1, 13))}|\\d{1,3})`;
const SEASON = `(?<season>${alternation(SEASON_NAMES)})`;
/** After a month, a day or a year these words are counted, not dated: "March 3 million", "2019 tickets". */
const COUNTED = '(?!\\s*(?:%|million|billion|percent|per cent))';

const rule = (hint: RegExp, pattern: string, basis: Rule['basis'], interval: Rule['interval']): Rule => ({
  hint,
  pattern: new RegExp(`(?<![\\d${LETTERS}-])(?:${pattern})(?![\\d${LETTERS}])`, 'gi'),
  basis,
  interval,
});

/** A rule for what is counted from the day of publication. */
const relative = (
  hint: RegExp,
  pattern: string,
  interval: (groups: Groups, reference: Day, context: Context) => Interval | undefined,
) =>
  rule(hint, pattern, 'relative', (groups, context) =>
    context.reference === undefined ? undefined : interval(groups, context.reference, context),
  );

const MONTH_HINT = new RegExp(alternation(MONTH_BEGINNINGS), 'iu');
const SEASON_HINT = new RegExp(alternation(SEASON_NAMES), 'iu');
const YEAR_HINT = /(?:1[5-9]|20)\d\d/u;

/** Days that have names; the year is that of the nearest to the publication date that has been, or comes soon. */
const HOLIDAYS: readonly (readonly [pattern: string, of: (year: number) => Interval | undefined])[] = [
  ['christmas eve', (year) => dayOf(year, 11, 24)],
  ['christmas day', (year) => dayOf(year, 11, 25)],
  ['boxing day', (year) => dayOf(year, 11, 26)],
  ["new year[’']s eve", (year) => dayOf(year, 11, 31)],
  ["new year[’']s day", (year) => dayOf(year, 0, 1)],
  ["valentine[’']s day", (year) => dayOf(year, 1, 14)],
  ['halloween', (year) => dayOf(year, 9, 31)],
  ['(?:the )?fourth of july|independence day', (year) => dayOf(year, 6, 4)],
  ['veterans day|armistice day|remembrance day', (year) => dayOf(year, 10, 11)],
  ['thanksgiving(?: day)?', (year) => weekdayInMonth(year, 10, 4, 4)],
  ['labor day', (year) => weekdayInMonth(year, 8, 1, 1)],
  ['memorial day', (year) => weekdayInMonth(year, 4, 1, 0)],
  ['election day', (year) => day(weekdayInMonth(year, 10, 1, 1).from + 1)],
];

const HOLIDAY_HINT = new RegExp(HOLIDAYS.map(([pattern]) => pattern).join('|'), 'iu');

/** In order of trust; where two overlap the earlier rule wins. */
export const RULES: readonly Rule[] = [
  // 2024-12-18
  rule(/\d-\d/u, '(?<year>(?:19|20)\\d\\d)-(?<m>\\d\\d)-(?<day>\\d\\d)', 'stated', (g) =>
    dayOf(+g.year!, +g.m! - 1, +g.day!),
  ),
  // 18/12/2024, or 12/18/2024 where no other reading makes a day
  rule(/\d\/\d/u, '(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>(?:19|20)\\d\\d)', 'stated', (g) =>
    +g.second! <= 12 ? dayOf(+g.year!, +g.second! - 1, +g.first!) : dayOf(+g.year!, +g.first! - 1, +g.second!),
  ),
  // 18 December 2024; the 18th of December
  rule(
    MONTH_HINT,
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${MONTH})(?!\\.?\\s+\\d{1,2}(?!\\d))(?:,?\\s+(?<year>${YEAR}))?`,
    'stated',
    monthDay,
  ),
  // December 18, 2024; Dec. 18
  rule(
    MONTH_HINT,
    `(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>${YEAR}))?${COUNTED}`,
    'stated',
    monthDay,
  ),
  // December 2024; March, in "between March and June 2023"
  rule(
    MONTH_HINT,
    `(?<month>${MONTH})(?:,?\\s+(?:of\\s+)?(?<year>${YEAR})|(?=\\s+(?:and|to|through|until|or|–|-)\\s+${MONTH}\\s+(?<later>${YEAR})))`,
    'stated',
    (g) => monthOf(+(g.year ?? g.later)!, monthIndex(g.month!)),
  ),
  ...HOLIDAYS.map(([pattern, of]) =>
    relative(HOLIDAY_HINT, `(?:${pattern})(?:,?\\s+(?<year>${YEAR}))?`, (g, reference) => {
      if (g.year) return of(+g.year);
      const { year } = parts(reference);
      const here = of(year);
      return here && here.from > reference + SOON ? of(year - 1) : here;
    }),
  ),
  // the autumn of 2019, fall 2011; last summer, in the spring
  rule(SEASON_HINT, `(?:the\\s+)?${SEASON}\\s+(?:of\\s+|in\\s+)?(?<year>${YEAR})`, 'stated', (g) =>
    seasonOf(+g.year!, seasonIndex(g.season!)),
  ),
  relative(
    SEASON_HINT,
    `(?:(?<which>last|this|next)\\s+|(?<=\\b(?:in|over|during|since|by)\\s)the\\s+)${SEASON}`,
    season,
  ),
  // the third quarter of this year, the first half of 2023
  relative(
    /quarter|half/iu,
    `(?:the\\s+)?(?<ordinal>first|second|third|fourth|last)\\s+(?<unit>quarter|half)(?:\\s+of\\s+(?:(?<year>${YEAR})|(?<which>this|last|next|the)\\s+year))?`,
    partOfYear,
  ),
  // last November, in early March, this June
  relative(
    MONTH_HINT,
    `(?:(?<=\\b${alternation(BEFORE_MONTH)}\\s(?:early\\s|late\\s|mid-)?)|(?<which>last|this|next)\\s+)(?<month>${MONTH})(?!\\s+of\\b)`,
    (g, reference, { ahead }) => {
      const month = monthIndex(g.month!);
      const { year, month: now } = parts(reference);
      if (g.which === 'next' || (ahead && g.which !== 'last')) return monthOf(month > now ? year : year + 1, month);
      return monthOf(month > now || (month === now && g.which === 'last') ? year - 1 : year, month);
    },
  ),
  relative(/yesterday/iu, 'the day before yesterday', (_, reference) => day(reference - 2)),
  relative(/tomorrow/iu, 'the day after tomorrow', (_, reference) => day(reference + 2)),
  // on Wednesday, last Friday, Tuesday night
  relative(
    /day/iu,
    `(?:(?<which>last|next|this past|this coming|this)\\s+)?(?<weekday>${alternation(WEEKDAYS)})`,
    weekday,
  ),
  relative(/today|tonight|this /iu, 'today|tonight|this (?:morning|afternoon|evening)', (_, reference) =>
    day(reference),
  ),
  relative(/yesterday|last night/iu, 'yesterday(?: (?:morning|afternoon|evening))?|last night', (_, reference) =>
    day(reference - 1),
  ),
  relative(/tomorrow/iu, 'tomorrow', (_, reference) => day(reference + 1)),
  // the previous day: before what was dated last
  relative(
    /the \w+ day|the day/iu,
    'the (?<side>previous|following|next) day|the day (?<after>before|after)',
    (g, reference, { anchor }) =>
      day((anchor?.from ?? reference) + (g.side === 'previous' || g.after === 'before' ? -1 : 1)),
  ),
  // earlier this week, later this year, last month
  relative(
    /earlier|later|so far/iu,
    `(?<part>earlier|later|so far) (?:this|in the) (?<unit>${alternation(without(CALENDAR_UNITS, new Set(['weekend'])))})`,
    (g, reference) => {
      const whole = unitOf(g.unit!.toLowerCase(), reference, 0);
      return g.part!.toLowerCase() === 'later' ? { ...whole, from: reference } : { ...whole, to: reference };
    },
  ),
  relative(
    /week|month|year|decade|century/iu,
    `(?:(?<which>this|last|next)|the (?<past>previous|following|past)) (?<unit>${alternation(CALENDAR_UNITS)})`,
    (g, reference, { ahead }) => {
      const unit = g.unit!.toLowerCase();
      const which = (g.which ?? (g.past === 'following' ? 'next' : 'last')).toLowerCase();
      const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
      // On a Monday "this weekend" is the one that has been.
      const over = unit === 'weekend' && step === 0 && !ahead && /^[12]$/u.test(String(weekdayOf(reference)));
      return unitOf(unit, reference, over ? -1 : step);
    },
  ),
  // two days ago, a decade ago, a month later
  relative(
    /ago|earlier|before|later|afterwards/iu,
    `${COUNT}\\s+(?<unit>day|week|fortnight|month|year|decade)s?\\s+(?<side>ago|earlier|before|later|afterwards)`,
    (g, reference, { anchor }) => {
      const later = /^(?:later|afterwards)$/iu.test(g.side!);
      const from = later ? anchor?.from : reference;
      return from === undefined
        ? undefined
        : stepped(from, g.unit!.toLowerCase(), (later ? 1 : -1) * countOf(g.count!));
    },
  ),
  // the 1990s
  rule(/\d0[’']?s/u, "(?:the\\s+)?(?:early\\s+|late\\s+|mid-)?(?<decade>(?:1[5-9]|20)\\d0)[’']?s", 'stated', (g) =>
    decadeOf(+g.decade!),
  ),
  // in 2019, the 2012 attacks, from 1967 to 1979
  rule(
    YEAR_HINT,
    `(?:(?<=\\b${alternation(BEFORE_YEAR)}\\s|[’']s\\s|\\()(?<year>${YEAR})|(?<=\\b${alternation(BEFORE_YEAR_OR_COUNT)}\\s)(?<year2>${YEAR})(?!\\s+[\\d${LETTERS}]+s\\b))(?![-–]\\d|,\\d)${COUNTED}`,
    'stated',
    (g) => yearOf(+(g.year ?? g.year2)!),
  ),
  // 2008, where a name follows that it belongs to: "2016 Republican primary"
  {
    hint: YEAR_HINT,
    pattern: /(?<![\p{L}\p{N}$£€,.-])(?<year>(?:19|20)\d\d)(?=\s+\p{Lu}\p{Ll})/gu,
    basis: 'stated',
    interval: (g) => yearOf(+g.year!),
  },
];

/** Days after publication up to which a day without a year is one to come. */
const SOON = 31;

function monthDay(g: Groups, { reference, ahead, back }: Context): Interval | undefined {
  const month = monthIndex(g.month!);
  if (g.year) return dayOf(+g.year, month, +g.day!);
  if (reference === undefined) return undefined;
  const { year } = parts(reference);
  const here = dayOf(year, month, +g.day!);
  const next = dayOf(year + 1, month, +g.day!);
  const soon = next && !back && next.from <= reference + SOON;
  if (here && here.from < reference && (ahead || soon)) return next;
  return here && !ahead && here.from > reference + SOON ? dayOf(year - 1, month, +g.day!) : here;
}

function monthIndex(name: string): number {
  return [...MONTH_BEGINNINGS].indexOf(name.slice(0, 3).toLowerCase());
}

function seasonIndex(name: string): number {
  const lower = name.toLowerCase();
  return [...SEASONS].indexOf(lower === 'fall' ? 'autumn' : lower);
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

function partOfYear(g: Groups, reference: Day, { ahead }: Context): Interval | undefined {
  const { year: now, month } = parts(reference);
  const half = g.unit!.toLowerCase() === 'half';
  const which = g.which?.toLowerCase();
  // "the second half" alone is one of a match.
  if (half && !g.year && !which) return undefined;
  const ordinal = ORDINALS.indexOf(g.ordinal!.toLowerCase());
  const number = ordinal < 0 ? (half ? 2 : 4) : ordinal + 1;
  if (half && number > 2) return undefined;
  const begins = (number - 1) * (half ? 6 : 3);
  const bare = !which && begins > month && !ahead ? now - 1 : now;
  const year = g.year ? +g.year : which === 'last' ? now - 1 : which === 'next' ? now + 1 : bare;
  return half ? halfOf(year, number) : quarterOf(year, number);
}

function weekday(g: Groups, reference: Day, { ahead }: Context): Interval {
  const back = (weekdayOf(reference) - [...WEEKDAYS].indexOf(g.weekday!.toLowerCase()) + 7) % 7;
  const which = g.which?.toLowerCase() ?? '';
  if (/^(?:next|this coming)$/u.test(which)) return day(reference + ((7 - back) % 7 || 7));
  if (ahead && !which) return day(reference + ((7 - back) % 7));
  return day(reference - (back === 0 && /^(?:last|this past)$/u.test(which) ? 7 : back));
}

function stepped(from: Day, unit: string, count: number): Interval | undefined {
  if (unit === 'day') return day(from + count);
  if (unit === 'week' || unit === 'fortnight') return unitOf('week', from, unit === 'week' ? count : 2 * count);
  if (unit === 'month') return unitOf('month', from, count);
  return unitOf('year', from, unit === 'decade' ? 10 * count : count);
}

function countOf(printed: string): number {
  const lower = printed.toLowerCase();
  if (/^an?$/u.test(lower)) return 1;
  return ONES.includes(lower) ? ONES.indexOf(lower) : +lower;
}
