import { DECADES, DEGREES, SEASON_NAMES, SEASONS } from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { AFTER_COUNTED, IRREGULAR_PLURALS, NUMBERED, ORDINALS } from '../../../language/english/numbers.ts';
import { BEFORE_YEAR, BEFORE_YEAR_OR_COUNT } from '../../../language/english/prepositions.ts';
import { alternation } from '../../../language/words.ts';
import {
  centuryOf,
  type Day,
  dayOf,
  decadeOf,
  halfOf,
  type Interval,
  iso,
  type Meaning,
  monthOf,
  quarterOf,
  seasonOf,
  weekOf,
  yearOf,
} from './calendar.ts';
import {
  COUNTED,
  type Context,
  dayOfYear,
  type Groups,
  LATER,
  MONTH,
  MONTH_HINT,
  monthIndex,
  type Rule,
  rule,
  UNKNOWN,
  YEAR,
  YEAR_HINT,
  yearOfMonth,
} from './rule.ts';

/** Dates that are written out: what they mean hardly depends on the day of publication. */

const ORDINAL_DAY = alternation(ORDINALS);
const TO = '\\s*(?:[-–]|to|through|until|till)\\s*';
/** A word in the plural; not "as", "was". */
const COUNTABLE = `(?:(?!${alternation(AFTER_COUNTED)}\\b)[\\d${LETTERS}]+s|${alternation(IRREGULAR_PLURALS)})\\b`;
/** Words after a year that make it a count: "2000 homes". */
const PLURAL = `(?!\\s+${COUNTABLE})`;
/** "in 2000 homes": a round number before a plural is no year. */
const ROUND_COUNT = `(?!\\d\\d00\\s+${COUNTABLE})`;

/** "between 2000 and 3000 people", "from 1500 to 2000 homes" */
const RANGE_OF_COUNTS = `(?!\\s+(?:to|and|or)\\s+(?!${YEAR}(?!\\d))\\d{3}|(?<=00)\\s+(?:to|and|or)\\s+\\d{4}\\s+${COUNTABLE})`;

/** 2024-12-18, 2024-12-18T08:15:00Z, 2024-W50-3, 2024-W50 */
const ISO: readonly Rule[] = [
  rule(
    /\d-\d/u,
    '(?<![/.-])(?<year>(?:1[5-9]|20)\\d\\d)-(?<m>\\d\\d)-(?<day>\\d\\d)(?<time>T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
    'date',
    (g) => {
      const day = dayOf(+g.year!, +g.m! - 1, +g.day!);
      return day && g.time ? { ...day, timex: `${day.timex}${g.time.toUpperCase()}` } : day;
    },
  ),
  rule(/W\d\d/iu, '(?<year>(?:19|20)\\d\\d)-?W(?<week>\\d\\d)(?:-(?<day>[1-7]))?', 'week', (g) => {
    const week = weekOf(+g.year!, +g.week!);
    return week && g.day ? dayFrom(week.from + +g.day - 1) : week;
  }),
];

/** 18/12/2024, 12.18.2024; 7/8/07 */
const IN_FIGURES: readonly Rule[] = [
  rule(
    /\d[/.-]\d/u,
    '(?<![/.-])(?<first>\\d{1,2})(?<mark>[/.-])(?<second>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)(?![/.-]\\d)',
    'date',
    figures,
  ),
  rule(/\d\/\d/u, '(?<![/.-])(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<short>\\d\\d)(?![/.-]\\d)', 'date', figures),
];

/** 3–5 March 2024; from 3 to 5 March; between 3 and 5 March; March 3-5 */
const SPANS_OF_DAYS: readonly Rule[] = [
  rule(
    MONTH_HINT,
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:${TO}|(?<=\\bbetween\\s(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?)\\s+and\\s+)(?<until>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${MONTH})(?:,?\\s+(?<year>${YEAR}))?`,
    'date',
    daysOfYear,
  ),
  rule(
    MONTH_HINT,
    `(?<month>${MONTH})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?${TO}(?<until>\\d{1,2})(?:st|nd|rd|th)?(?!\\s*(?:${MONTH}|[ap]\\.?m\\b)|:\\d)(?:,?\\s+(?<year>${YEAR}))?${COUNTED}`,
    'date',
    daysOfYear,
  ),
];

const DAYS: readonly Rule[] = [
  // 18 December 2024; the 18th of December; 18-Dec-2024
  rule(
    MONTH_HINT,
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:day\\s+)?(?:of\\s+)?|[-/](?=${MONTH}[-/]\\d{4}))(?<month>${MONTH})(?!\\.?\\s+\\d{1,2}(?![\\d:.]))(?:(?:,?\\s+(?:of\\s+|in\\s+)?|[-/])(?<year>${YEAR})|${LATER}|)`,
    'date',
    dayOfYear,
  ),
  // the fourth of July
  rule(
    MONTH_HINT,
    `(?<ordinal>${ORDINAL_DAY})(?:\\s+day)?\\s+of\\s+(?<month>${MONTH})(?:,?\\s+(?:of\\s+)?(?<year>${YEAR}))?`,
    'date',
    (g, context) => dayOfYear({ ...g, day: String(ORDINALS.indexOf(g.ordinal!.toLowerCase()) + 1) }, context),
  ),
  // December 18, 2024; Dec. 18; June the 28th
  rule(
    MONTH_HINT,
    `(?<month>${MONTH}),?\\s+(?:the\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s?,?\\s+(?:of\\s+)?(?<year>${YEAR})|${LATER}|)(?!:\\d)${COUNTED}`,
    'date',
    dayOfYear,
  ),
];

const LONGER: readonly Rule[] = [
  // December 2024; Dec-2024; March, in "between March and June 2023"
  rule(MONTH_HINT, `(?<month>${MONTH})(?:(?:,?\\s+(?:of\\s+|in\\s+)?|[-/])(?<year>${YEAR})|${LATER})`, 'period', (g) =>
    monthOf(yearOfMonth(g)!, monthIndex(g.month!)),
  ),
  rule(MONTH_HINT, `(?<year>${YEAR})\\s+(?<month>${MONTH})`, 'period', (g) => monthOf(+g.year!, monthIndex(g.month!))),
  // the autumn of 2019, fall 2011
  rule(
    new RegExp(alternation(SEASON_NAMES), 'iu'),
    `(?:the\\s+)?(?<season>${alternation(SEASON_NAMES)})\\s+(?:of\\s+|in\\s+)?(?<year>${YEAR})`,
    'period',
    (g) => seasonOf(+g.year!, seasonIndex(g.season!)),
  ),
  // Q3 2024, 2024-H1
  rule(
    /[QH][1-4]/iu,
    `(?:(?<part>[QH])(?<number>[1-4])(?:\\s+(?:of\\s+)?|-)(?<year>${YEAR})|(?<before>${YEAR})[\\s-](?<part2>[QH])(?<number2>[1-4]))`,
    'period',
    (g) => partOf(+(g.year ?? g.before)!, (g.part ?? g.part2)!, +(g.number ?? g.number2)!),
  ),
  // fiscal year 2026, FY2026: when it begins each company and state settles for itself
  rule(
    YEAR_HINT,
    `(?:(?:fiscal|financial)(?:\\s+year)?\\s+|FY\\s?)(?<year>${YEAR})(?:[-–/](?<end>\\d\\d(?:\\d\\d)?))?`,
    'period',
    (g) => ({ timex: `FY${g.end ? String(+g.year! + 1) : g.year}` }),
  ),
  // the 1990s, the early '90s; the 1800s are a century
  rule(/\d0[’']?s/u, "(?:the\\s+)?(?:early\\s+|late\\s+|mid-)?(?<decade>(?:1[5-9]|20)\\d0)[’']?s", 'period', (g) =>
    +g.decade! < 2000 && +g.decade! % 100 === 0 ? centuryOf(+g.decade!) : decadeOf(+g.decade!),
  ),
  rule(/[’‘'][3-9]0s/u, "(?:the\\s+)?(?:early\\s+|late\\s+|mid-)?[’‘'](?<decade>[3-9]0)s", 'period', (g) =>
    decadeOf(1900 + +g.decade!),
  ),
  // the 70s, and 80s after them; not the degrees of a summer’s day
  rule(
    /[3-9]0s/u,
    '(?:the\\s+(?:early\\s+|late\\s+|mid-)?|(?<=\\b[3-9]0s\\s(?:and|or|to)\\s))(?<decade>[3-9]0)s',
    'period',
    (g, { around }) => (WARM.test(around) ? undefined : decadeOf(1900 + +g.decade!)),
  ),
  rule(/ties\b/u, `the\\s+(?:early\\s+|late\\s+|mid-)?(?<decade>${alternation(Object.keys(DECADES))})`, 'period', (g) =>
    decadeOf(DECADES[g.decade!.toLowerCase()]!),
  ),
  // the 19th century, 17th-century
  rule(
    /centur/iu,
    `(?:the\\s+)?(?:early\\s+|late\\s+|mid-)?(?:(?<number>\\d{1,2})(?:st|nd|rd|th)|(?<word>${ORDINAL_DAY}|twenty-first))[\\s-]\\s*century`,
    'period',
    (g) => century(g),
  ),
];

const WARM = new RegExp(`\\b${alternation(DEGREES)}\\b|°`, 'iu');

const YEARS: readonly Rule[] = [
  // 2014–2018, 2014-15
  rule(
    YEAR_HINT,
    `(?<![$£€,.-]|\\b${alternation(NUMBERED)}\\s)(?<year>${YEAR})[-–](?<end>(?:20|1[5-9])?\\d\\d)(?![-–/.,:]\\d|%)${PLURAL}`,
    'period',
    spanOfYears,
  ),
  // 2014, in "2014 to 2018"
  rule(
    YEAR_HINT,
    `(?<![$£€,.-])(?<year>${YEAR})(?=\\s+(?:(?:to|through|till|until)\\s+${YEAR}(?![\\d,])${PLURAL}|or\\s+(?:later|earlier)\\b))`,
    'period',
    (g) => yearOf(+g.year!),
  ),
  // in 2019, the 2012 attacks, from 1967 to 1979
  rule(
    YEAR_HINT,
    `(?:(?<=\\b${alternation(BEFORE_YEAR)}\\s|[’']s\\s|\\(|(?=mid-))(?:mid-)?${ROUND_COUNT}(?<year>${YEAR})|(?<=\\b${alternation(BEFORE_YEAR_OR_COUNT)}\\s)(?<year2>${YEAR})${PLURAL})(?![-–]\\d|,\\d)${RANGE_OF_COUNTS}${COUNTED}`,
    'period',
    (g) => yearOf(+(g.year ?? g.year2)!),
  ),
  // 2008, where a name follows that it belongs to: "2016 Republican primary"
  {
    hint: YEAR_HINT,
    pattern: /(?<![\p{L}\p{N}$£€,.-])(?<year>(?:19|20)\d\d)(?=\s+\p{Lu}\p{Ll})/gu,
    kind: 'period',
    basis: 'stated',
    meaning: (g) => yearOf(+g.year!),
  },
];

export const STATED = { days: [...ISO, ...IN_FIGURES, ...SPANS_OF_DAYS, ...DAYS], longer: LONGER, years: YEARS };

function dayFrom(value: Day): Interval {
  return { from: value, to: value, timex: iso(value) };
}

/**
 * A date in figures by the only reading that is a day, else by the order of the text. Where the text shows none, the reading
 * counts that is near the day of publication, if just one is: news prints figures of what is at hand.
 */
function figures(g: Groups, { reference, order }: Context): Meaning | undefined {
  const [first, second] = [+g.first!, +g.second!];
  const year = g.year ? +g.year : longYear(+g.short!, reference);
  if (year === undefined) return UNKNOWN;
  const dayFirst = dayOf(year, second - 1, first);
  const monthFirst = dayOf(year, first - 1, second);
  if (!dayFirst || !monthFirst || first === second) return dayFirst ?? monthFirst;
  const known = order();
  if (known) return known === 'day first' ? dayFirst : monthFirst;
  if (reference === undefined) return UNKNOWN;
  const near = [dayFirst, monthFirst].filter(({ from }) => Math.abs(from - reference) <= NEAR);
  return near.length === 1 ? near[0]! : UNKNOWN;
}

const NEAR = 15;

/** "07": the century that brings it nearest to the day of publication, or to before it. */
function longYear(short: number, reference: Day | undefined): number | undefined {
  if (reference === undefined) return undefined;
  const year = +iso(reference).slice(0, 4);
  const here = year - (year % 100) + short;
  return here > year + 1 ? here - 100 : here;
}

function daysOfYear(g: Groups, context: Context): Meaning | undefined {
  if (+g.until! <= +g.day!) return undefined;
  const last = dayOfYear({ ...g, day: g.until }, context);
  if (last?.to === undefined) return last;
  const from = last.to - (+g.until! - +g.day!);
  return { from, to: last.to, timex: `${iso(from)}/${iso(last.to)}` };
}

export function seasonIndex(name: string): number {
  const lower = name.toLowerCase();
  return [...SEASONS].indexOf(lower === 'fall' ? 'autumn' : lower);
}

function partOf(year: number, part: string, number: number): Interval | undefined {
  if (part.toLowerCase() === 'q') return quarterOf(year, number);
  return number <= 2 ? halfOf(year, number) : undefined;
}

function century(g: Groups): Interval | undefined {
  const word = g.word?.toLowerCase();
  const number = word === undefined ? +g.number! : word === 'twenty-first' ? 21 : ORDINALS.indexOf(word) + 1;
  return number > 10 && number <= 22 ? centuryOf(100 * (number - 1)) : undefined;
}

function spanOfYears(g: Groups): Meaning | undefined {
  const year = +g.year!;
  const end = g.end!.length === 4 ? +g.end! : 100 * Math.floor(year / 100) + +g.end!;
  if (end <= year || end > year + (g.end!.length === 4 ? 150 : 12) || (year % 100 === 0 && end % 100 === 0))
    return undefined;
  return { from: yearOf(year).from, to: yearOf(end).to, timex: `${year}/${end}` };
}
