import { capitalised, union, without, words } from '../words.ts';

/** The calendar in words. The lists are our own. */

export const MONTHS = words('january february march april may june july august september october november december');

/** Months as they are shortened, without the full stop: "Dec. 18". May, June and July are seldom shortened. */
export const MONTH_ABBREVIATIONS = words('jan feb mar apr aug sept sep oct nov dec');

/** The first three letters of each month, by which any form of its name is known. */
export const MONTH_BEGINNINGS = new Set([...MONTHS].map((month) => month.slice(0, 3)));

/** "January" … "December". */
export const MONTH_NAMES = new Set([...MONTHS].map(capitalised));

/** From Sunday, as JavaScript counts them. */
export const WEEKDAYS = words('sunday monday tuesday wednesday thursday friday saturday');

/** "Sunday" … "Saturday". */
export const WEEKDAY_NAMES = new Set([...WEEKDAYS].map(capitalised));

/** From the one that begins in March. */
export const SEASONS = words('spring summer autumn winter');

/** The seasons, with what Americans call autumn. */
export const SEASON_NAMES = union(SEASONS, ['fall']);

/** Lengths of time that the calendar has. */
export const CALENDAR_UNITS = words('week month year weekend decade century');

/** Lengths of time, in the singular. */
export const TIME_UNITS = words('second minute hour day week month year decade century');

const TIMES_OF_DAY = words('morning afternoon evening night noon midnight');

/** Days that are named from the day of speaking. */
const NEAR_DAYS = words('yesterday today tonight tomorrow');

/** Nouns and adverbs that tell when. "May" and "March" at the beginning of a sentence may be other words; "may" is left out. */
export const TEMPORAL = union(
  WEEKDAYS,
  NEAR_DAYS,
  without(MONTHS, words('may')),
  [...without(MONTH_ABBREVIATIONS, words('mar apr'))].flatMap((month) => [month, `${month}.`]),
  TIMES_OF_DAY,
  words('hour hours minute minutes day days week weeks weekend month months year years later ago earlier'),
);

/** Names of the time zones that news prints after a time of day. */
export const TIME_ZONES = words('gmt utc bst est edt cet at et pt');

/** Months whose names are given names too. */
export const MONTHS_THAT_ARE_NAMES = words('april may june august');
