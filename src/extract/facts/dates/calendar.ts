/** A day as the number of days since 1970-01-01. */
export type Day = number;

/** Days from the first to the last, both in it, with the TIMEX3 value (ISO-TimeML 2012) of the whole. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
  readonly timex: string;
}

/**
 * What an expression means: an interval; a TIMEX3 value that has no place in the calendar (`PRESENT_REF`, `FY2026`); or
 * nothing that can be told.
 */
export interface Meaning {
  readonly from?: Day;
  readonly to?: Day;
  readonly timex?: string;
}

const MS = 86_400_000;

/** @param date `YYYY-MM-DD…` */
export function parseDay(date: string): Day {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / MS);
}

export function iso(value: Day): string {
  return new Date(value * MS).toISOString().slice(0, 10);
}

/** The year and the month, from 0, of a day. */
export function parts(value: Day): { year: number; month: number } {
  const date = new Date(value * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** From 0, Sunday. */
export function weekdayOf(value: Day): number {
  return new Date(value * MS).getUTCDay();
}

export function day(value: Day): Interval {
  return { from: value, to: value, timex: iso(value) };
}

/** A day of the calendar; undefined where there is none such. `month` counts from 0. */
export function dayOf(year: number, month: number, date: number): Interval | undefined {
  const time = Date.UTC(year, month, date);
  return month < 0 || month > 11 || new Date(time).getUTCDate() !== date ? undefined : day(time / MS);
}

/** `month` counts from 0, and may lie outside the year. */
export function monthOf(year: number, month: number): Interval {
  const span = monthsOf(year, month, 1);
  return { ...span, timex: iso(span.from).slice(0, 7) };
}

function monthsOf(year: number, month: number, count: number): { from: Day; to: Day } {
  return { from: Date.UTC(year, month, 1) / MS, to: Date.UTC(year, month + count, 1) / MS - 1 };
}

/** The same day of the month so many months later, or the last where the month has none such. */
export function monthsFrom(from: Day, count: number): Interval {
  const { year, month } = parts(from);
  const date = new Date(from * MS).getUTCDate();
  return day(Math.min(monthOf(year, month + count).from + date - 1, monthOf(year, month + count).to));
}

export function yearOf(year: number): Interval {
  return { ...monthsOf(year, 0, 12), timex: String(year) };
}

/** `number` from 1 to 4. */
export function quarterOf(year: number, number: number): Interval {
  return { ...monthsOf(year, 3 * (number - 1), 3), timex: `${year}-Q${number}` };
}

/** `number` 1 or 2. */
export function halfOf(year: number, number: number): Interval {
  return { ...monthsOf(year, 6 * (number - 1), 6), timex: `${year}-H${number}` };
}

/** Seasons as meteorologists count them in the north: spring begins in March; winter ends in the next year. */
export function seasonOf(year: number, season: number): Interval {
  const code = ['SP', 'SU', 'FA', 'WI'][season]!;
  return { ...monthsOf(year, 2 + 3 * season, 3), timex: `${year}-${code}` };
}

/** Ten years from one that ends with 0. */
export function decadeOf(year: number): Interval {
  return { ...monthsOf(year, 0, 120), timex: String(year).slice(0, 3) };
}

/** A hundred years from one that ends with 00, as people and ISO 8601 count them. */
export function centuryOf(year: number): Interval {
  const first = 100 * Math.floor(year / 100);
  return { ...monthsOf(first, 0, 1200), timex: String(first).slice(0, 2) };
}

/** The whole week (Monday to Sunday), weekend, month, year, decade or century `step` units from the day's own. */
export function unitOf(unit: string, reference: Day, step: number): Interval {
  const { year, month } = parts(reference);
  if (unit === 'century') return centuryOf(year + 100 * step);
  if (unit === 'decade') return decadeOf(10 * (Math.floor(year / 10) + step));
  if (unit === 'year') return yearOf(year + step);
  if (unit === 'month') return monthOf(year, month + step);
  if (unit === 'quarter') {
    const quarter = 4 * year + Math.floor(month / 3) + step;
    return quarterOf(Math.floor(quarter / 4), (quarter % 4) + 1);
  }
  const monday = reference - ((weekdayOf(reference) + 6) % 7) + 7 * step;
  const timex = isoWeek(monday);
  if (unit === 'weekend') return { from: monday + 5, to: monday + 6, timex: `${timex}-WE` };
  return { from: monday, to: monday + 6, timex };
}

/** A week by its number in ISO 8601; undefined where the year has none such. */
export function weekOf(year: number, number: number): Interval | undefined {
  const fourth = Date.UTC(year, 0, 4) / MS;
  const week = unitOf('week', fourth, number - 1);
  return week.timex === `${year}-W${String(number).padStart(2, '0')}` ? week : undefined;
}

/** Easter Sunday of the western churches (Meeus 1991, after Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const month = Math.floor((d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114) / 31);
  const date = ((d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114) % 31) + 1;
  return Date.UTC(year, month - 1, date) / MS;
}

/** ISO 8601 week of a Monday: the year is that of its Thursday. */
function isoWeek(monday: Day): string {
  const { year } = parts(monday + 3);
  const first = Date.UTC(year, 0, 4) / MS;
  const firstMonday = first - ((weekdayOf(first) + 6) % 7);
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, '0')}`;
}

/** The `number`th weekday of a month, from 1, or the last for 0; Sunday is 0. */
export function weekdayInMonth(year: number, month: number, weekday: number, number: number): Interval {
  if (number === 0) {
    const { to } = monthOf(year, month);
    return day(to - ((weekdayOf(to) - weekday + 7) % 7));
  }
  const { from } = monthOf(year, month);
  return day(from + ((weekday - weekdayOf(from) + 7) % 7) + 7 * (number - 1));
}
