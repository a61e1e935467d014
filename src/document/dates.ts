import { OnrecordError } from './error.ts';

/** Whether a text is an existing day, `YYYY-MM-DD`, with or without a time. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/u.test(value)) return false;
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Whether a text is a day, a month or a year: `2024-12-19`, `2024-12`, `2024`. */
export function isPartialDate(value: string): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(value);
}

/**
 * The first and the last day of a period. Each of its dates may be a day, a month or a year.
 *
 * @throws OnrecordError `wrong-usage` if one is not a date, or if they are in reverse order
 */
export function intervalOf(from: string, until = from): { earliest: string; latest: string } {
  for (const date of [from, until])
    if (!isPartialDate(date))
      throw new OnrecordError('wrong-usage', `${date} is not a date; write it as 2024, 2024-12 or 2024-12-19`);
  const daysIn = (date: string) =>
    new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
  const earliest = from.length === 4 ? `${from}-01-01` : from.length === 7 ? `${from}-01` : from;
  const latest = until.length === 4 ? `${until}-12-31` : until.length === 7 ? `${until}-${daysIn(until)}` : until;
  for (const day of [earliest, latest])
    if (!isDate(day)) throw new OnrecordError('wrong-usage', `${day} is not a day of the calendar`);
  if (earliest > latest) throw new OnrecordError('wrong-usage', `${from} is after ${until}`);
  return { earliest, latest };
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** A date in words: `2024-12-18` → "18 December 2024", `2024-12` → "December 2024"; `2024` stays. */
export function wordsOfDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return year!;
  const name = MONTH.format(Date.UTC(2000, Number(month) - 1));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
