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
export const CALENDAR_UNITS = words('week month quarter year weekend decade century');

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

/** Weekdays as they are shortened beside a date, from Sunday: "Tue., March 4". Alone they are other words. */
export const WEEKDAY_ABBREVIATIONS: readonly string[] = [...words('sun mon tue wed thu fri sat')];

/** Longer forms of these. */
export const LONGER_WEEKDAY_ABBREVIATIONS = words('tues weds thur thurs');

/** Words before a weekday that make it the name of something: "Bloody Sunday", "Sheffield Wednesday". */
export const BEFORE_NAMED_WEEKDAYS = words('black bloody super sheffield giving freaky fat ruby plough');

/** Words before a weekday that make it any such day: "every Tuesday". */
export const BEFORE_ANY_WEEKDAY: readonly string[] = [
  ...words('every each any most alternate other one another'),
  'on a',
  'on any',
];

/** Words between some days and the time that they are of: "the last week [of] March", "the week [ending] 7 March". */
export const BEFORE_WHOLE = words('of in beginning starting commencing ending ended to');

/** Parts of the day with their codes in TIMEX3. */
export const PARTS_OF_DAY: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
};

/** Decades in words, from the thirties: the twenties may be those of either century. */
export const DECADES: Readonly<Record<string, number>> = {
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

/** Expressions that tell of the present, the past and the future without a place in the calendar. */
export const UNPLACED: Readonly<Record<'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF', readonly string[]>> = {
  PRESENT_REF: [
    'now',
    'current',
    'right now',
    'currently',
    'presently',
    'nowadays',
    'these days',
    'at present',
    'at the moment',
    'at the present time',
    'at this time',
  ],
  PAST_REF: [
    'recently',
    'recent',
    'lately',
    'the past',
    'recent days',
    'recent weeks',
    'recent months',
    'recent years',
  ],
  FUTURE_REF: [
    'soon',
    'very soon',
    'the future',
    'the near future',
    'coming days',
    'coming weeks',
    'coming months',
    'coming years',
  ],
};

/** Words of matches that have quarters and halves too. */
export const PLAY = words('touchdown touchdowns yard yards quarterback halftime rebounds scored kicked goalkeeper');

/** Words beside which "the 70s" are degrees. */
export const DEGREES = words('degrees temperatures temperature highs lows fahrenheit celsius');

/** What stands before an occasion that was still to come. */
export const AHEAD_OF: readonly string[] = ['ahead of', 'in advance of', 'prior to'];

/** Words that set something apart in time from what is told beside it. */
export const OTHER_TIMES: readonly string[] = [...words('before earlier previously'), 'in the past', ...AHEAD_OF];
