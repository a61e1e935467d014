import {
  BEFORE_ANY_WEEKDAY,
  BEFORE_NAMED_WEEKDAYS,
  LONGER_WEEKDAY_ABBREVIATIONS,
  PARTS_OF_DAY,
  WEEKDAY_ABBREVIATIONS,
  WEEKDAYS,
} from '../../../language/english/calendar.ts';
import { alternation, union } from '../../../language/words.ts';
import { type Day, day, type Interval, weekdayOf } from './calendar.ts';
import { BEFORE_NOUN, type Context, type Groups, MONTH, type Rule, relative, weekdayIndex } from './rule.ts';

/** Days that count from that of publication. */
export const DAYS: readonly Rule[] = [
  relative(/yesterday/iu, 'the day before yesterday', 'day', (_, reference) => day(reference - 2)),
  relative(/tomorrow/iu, 'the day after tomorrow', 'day', (_, reference) => day(reference + 2)),
  // the Monday before last, the Friday after next
  relative(
    /before last|after next/iu,
    `(?:the\\s+)?(?<weekday>${alternation(WEEKDAYS)})\\s+(?:(?<before>before\\s+last)|after\\s+next)\\b`,
    'day',
    (g, reference) => day(g.before ? lastWeekday(g.weekday!, reference) - 7 : comingWeekday(g.weekday!, reference) + 7),
  ),
  // on Tuesday week, as the British say
  relative(
    / week/iu,
    `(?<weekday>${alternation(WEEKDAYS)})\\s+week(?=\\s*(?:[.,;:!?)–—”"’]|$)|\\s+(?:and|but|at|in|to|for|when)\\b)`,
    'day',
    (g, reference) => day(comingWeekday(g.weekday!, reference) + 7),
  ),
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

/** A part of a day. */
function ofDay(value: Day, part: string): Interval {
  const whole = day(value);
  return { ...whole, timex: `${whole.timex}T${part}` };
}

/** The last such weekday before a day. */
function lastWeekday(name: string, before: Day): Day {
  return before - ((weekdayOf(before) - weekdayIndex(name) + 7) % 7 || 7);
}

/** The next such weekday after a day. */
function comingWeekday(name: string, after: Day): Day {
  return after + ((weekdayIndex(name) - weekdayOf(after) + 7) % 7 || 7);
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
