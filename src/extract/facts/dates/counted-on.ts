import { LETTERS } from '../../../language/english/letters.ts';
import { type Day, day, type Interval, monthsFrom, unitOf } from './calendar.ts';
import { BEFORE_NOUN, COUNT, countOf, LENGTHS, type Rule, relative } from './rule.ts';

/** Counted from the day that was told last, or else from that of publication. */
export const COUNTED_ON: readonly Rule[] = [
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
