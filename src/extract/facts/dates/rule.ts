import {
  MONTH_ABBREVIATIONS,
  MONTH_BEGINNINGS,
  MONTHS,
  WEEKDAY_ABBREVIATIONS,
} from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { AFTER_COUNTED, ONES, ORDINALS } from '../../../language/english/numbers.ts';
import { alternation, without } from '../../../language/words.ts';
import { type Day, dayOf, type Interval, type Meaning, parts, weekdayOf } from './calendar.ts';

/** In which order a date in figures is written: "13/12/2016" or "12/13/2016". */
export type FigureOrder = 'day first' | 'month first';

/** What an expression is read by. */
export interface Context {
  /** The day that relative expressions count from: that of publication. */
  readonly reference: Day | undefined;
  /** What the last date expression before it means that is no longer than so many days. */
  readonly told: (longest: number) => Interval | undefined;
  /** Whether the words before it look ahead ("will", "is expected to"); news otherwise looks back. */
  readonly ahead: boolean;
  /** Whether the words before it tell of what has been ("was", "said"). */
  readonly back: boolean;
  /** The text around it. */
  readonly around: string;
  /** How the text writes dates in figures, where it shows. */
  readonly order: () => FigureOrder | undefined;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * What an expression is, for those that are joined with what stands beside them:
 * - `date`: a day of the calendar. `weekday`: a date or a week beside it tells which. `day`: any other.
 * - `week`, `period`: longer than a day.
 * - `part`, `clock`: of a day. `ordinal`: "the last week of". `offset`: "two days before". No dates without their neighbour.
 * - `unplaced`: has no place in the calendar ("now").
 */
export type Kind =
  | 'date'
  | 'day'
  | 'weekday'
  | 'week'
  | 'period'
  | 'part'
  | 'clock'
  | 'ordinal'
  | 'offset'
  | 'unplaced';

/** One kind of expression: a pattern, and what it means. */
export interface Rule {
  /** What no such expression is without, and quickly looked for: most rules need not be tried on most sentences. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly kind: Kind;
  readonly basis: 'stated' | 'relative';
  /** Undefined when the words are no date after all; nothing in it when it cannot be told which. */
  readonly meaning: (groups: Groups, context: Context) => Meaning | undefined;
}

/** What a date means of which it cannot be told which. */
export const UNKNOWN: Meaning = {};

export const MONTH = `(?:${alternation(MONTHS)}|${alternation(without(MONTH_ABBREVIATIONS, new Set(['mar'])))}\\.?|mar\\.|mar(?=\\s+\\d))`;
export const YEAR = '(?:1[5-9]|2[01])\\d\\d';
export const COUNT = `(?<count>an?|${alternation(ONES.slice(1, 13))}|\\d{1,3})`;
/** A word that the expression belongs to: "the past [year]". */
export const BEFORE_NOUN = `\\s+(?!${alternation(AFTER_COUNTED)}\\b)[${LETTERS}]`;
/** After a month, a day or a year these words are counted, not dated: "March 3 million", "2019 tickets". */
export const COUNTED = '(?!\\s*(?:%|million|billion|percent|per cent))';

export const MONTH_HINT = new RegExp(alternation(MONTH_BEGINNINGS), 'iu');
export const YEAR_HINT = /(?:1[5-9]|2[01])\d\d/u;

/** A rule whose pattern stands between characters that belong to no word or number; "Nov. 18-Dec. 19" has two. */
export function rule(hint: RegExp, pattern: string, kind: Kind, meaning: Rule['meaning']): Rule {
  const whole = `(?<![\\d${LETTERS}]|(?<!\\d|\\b${MONTH})-)(?:${pattern})(?![\\d${LETTERS}])`;
  return { hint, pattern: new RegExp(whole, 'gi'), kind, basis: 'stated', meaning };
}

/** A rule for what is counted from the day of publication. */
export function relative(
  hint: RegExp,
  pattern: string,
  kind: Kind,
  meaning: (groups: Groups, reference: Day, context: Context) => Meaning | undefined,
): Rule {
  const counted: Rule['meaning'] = (groups, context) =>
    context.reference === undefined ? UNKNOWN : meaning(groups, context.reference, context);
  return { ...rule(hint, pattern, kind, counted), basis: 'relative' };
}

/** Days after publication up to which a day without a year is one to come. */
const SOON = 31;
/** Years in which a day of the year is looked for: eight lie between two leap days at most. */
const YEARS = 8;

/**
 * The day that an expression without a year means: the last up to now or soon, or the next where the words look ahead.
 *
 * @param of the day in a year, if the year has it
 */
export function nearestYear(
  of: (year: number) => Interval | undefined,
  { reference, ahead, back }: Context,
): Interval | undefined {
  if (reference === undefined) return undefined;
  const { year } = parts(reference);
  const days = Array.from({ length: 2 * YEARS + 1 }, (_, i) => of(year + YEARS - i)).filter((day) => day !== undefined);
  if (ahead) return days.findLast(({ from }) => from >= reference);
  return days.find(({ from }) => from <= reference + SOON && !(back && parts(from).year > year));
}

/**
 * A day of the year, in the year that is given or the nearest; where a weekday stands beside it, in the nearest year in which
 * they go together.
 */
export function dayOfYear(g: Groups, context: Context, weekday?: number): Meaning | undefined {
  const month = monthIndex(g.month!);
  const written = yearOfMonth(g);
  if (written !== undefined) return dayOf(written, month, +g.day!);
  const of = (year: number) => dayOf(year, month, +g.day!);
  const { reference } = context;
  if (reference === undefined) return of(LEAP_YEAR) && UNKNOWN;
  const nearest = nearestYear(of, context);
  if (weekday === undefined || !nearest || weekdayOf(nearest.from) === weekday) return nearest;
  const { year } = parts(reference);
  const fitting = [year, year - 1, year + 1, year - 2, year - 3]
    .map(of)
    .find((day) => day && weekdayOf(day.from) === weekday);
  return fitting ?? nearest;
}

const LEAP_YEAR = 2000;

/** What follows a date whose year is that of a later one: "26 June to 28 June 2020", "Nov. 18–Feb. 5, 2017". */
export const LATER = `(?=\\s*(?:[-–]|\\b(?:and|to|through|until|till|or)\\b)\\s*(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?<laterMonth>${MONTH})(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?,?\\s+(?:of\\s+|in\\s+)?(?<later>${YEAR}))`;

/** The year that stands beside a month or after the one that follows it. */
export function yearOfMonth({ year, month, later, laterMonth }: Groups): number | undefined {
  if (year) return +year;
  if (!later) return undefined;
  return monthIndex(month!) > monthIndex(laterMonth!) ? +later - 1 : +later;
}

export function monthIndex(name: string): number {
  return [...MONTH_BEGINNINGS].indexOf(name.slice(0, 3).toLowerCase());
}

export function countOf(printed: string): number {
  const lower = printed.toLowerCase();
  if (/^an?$/u.test(lower)) return 1;
  return ONES.includes(lower) ? ONES.indexOf(lower) : +lower;
}

/** The number of "third" or "3rd"; undefined for "last". */
export function numberOf(ordinal: string): number | undefined {
  const digits = /^\d+/u.exec(ordinal)?.[0];
  if (digits !== undefined) return +digits;
  const index = ORDINALS.indexOf(ordinal.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** From 0, Sunday; also of what is shortened. */
export function weekdayIndex(name: string): number {
  return WEEKDAY_ABBREVIATIONS.indexOf(name.slice(0, 3).toLowerCase());
}

/** The longest that may have been told for so many of a unit to be counted from it: none counts days from a year. */
export const LENGTHS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 7,
  month: 31,
  year: 366,
  decade: 366,
};
