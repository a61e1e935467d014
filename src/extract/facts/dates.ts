import type { Range } from '../../document/index.ts';

/** A date expression with the interval it means, both ends inclusive ISO dates. */
export interface DateExpression extends Range {
  readonly earliest?: string;
  readonly latest?: string;
  /** TIMEX3 value: `2024-12-18`, `2024-11`, `2024-W50`, `2019`. */
  readonly timex?: string;
  readonly basis: 'stated' | 'relative';
}

/** A day as the number of days since 1970-01-01. */
type Day = number;
interface Interval {
  readonly from: Day;
  readonly to: Day;
  readonly timex: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTH =
  '(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.|apr\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)';
const COUNT = '(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3})';
const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

type Groups = Readonly<Record<string, string | undefined>>;

/** One kind of expression: a pattern, and what it means from a reference day (undefined without one). */
interface Rule {
  readonly pattern: RegExp;
  readonly basis: 'stated' | 'relative';
  /** Undefined when the words are no date after all, or need a reference day that is not known. */
  readonly interval: (groups: Groups, reference: Day | undefined) => Interval | undefined;
}

const rule = (pattern: string, basis: Rule['basis'], interval: Rule['interval']): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'giu'),
  basis,
  interval,
});

/** In order of trust; where two overlap the earlier rule wins. */
const RULES: readonly Rule[] = [
  // 2024-12-18
  rule('(?<year>(?:19|20)\\d\\d)-(?<m>\\d\\d)-(?<day>\\d\\d)', 'stated', (g) => dayOf(+g.year!, +g.m! - 1, +g.day!)),
  // 18 December 2024; 18 December
  rule(
    `(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(?<year>(?:19|20)\\d\\d))?`,
    'stated',
    monthDay,
  ),
  // December 18, 2024; Dec. 18
  rule(
    `${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>(?:19|20)\\d\\d))?(?!\\s*(?:%|million|percent))`,
    'stated',
    monthDay,
  ),
  // December 2024
  rule(`${MONTH}\\s+(?<year>(?:19|20)\\d\\d)`, 'stated', (g) => monthOf(+g.year!, monthIndex(g.month!))),
  // last November, in early March, this June
  rule(
    `(?:(?<=\\b(?:in|since|during|until|by|of)\\s(?:early\\s|late\\s|mid-)?)|(?<which>last|this|next)\\s+)${MONTH}`,
    'relative',
    (g, reference) => {
      if (reference === undefined) return undefined;
      const month = monthIndex(g.month!);
      const { year, month: now } = parts(reference);
      const past = month > now || (month === now && g.which === 'last') ? year - 1 : year;
      return monthOf(g.which === 'next' ? past + 1 : past, month);
    },
  ),
  // on Wednesday, last Friday, Tuesday night
  rule(
    '(?:(?<which>last|next|this past|this coming|this)\\s+)?(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    'relative',
    (g, reference) => {
      if (reference === undefined) return undefined;
      const back = (weekdayOf(reference) - WEEKDAYS.indexOf(g.weekday!.toLowerCase()) + 7) % 7;
      if (/^(?:next|this coming)$/iu.test(g.which ?? '')) return day(reference + ((7 - back) % 7 || 7));
      return day(reference - (back === 0 && /^(?:last|this past)$/iu.test(g.which ?? '') ? 7 : back));
    },
  ),
  rule('today|tonight|this (?:morning|afternoon|evening)', 'relative', (_, reference) =>
    reference === undefined ? undefined : day(reference),
  ),
  rule('yesterday(?: (?:morning|afternoon|evening))?|last night', 'relative', (_, reference) =>
    reference === undefined ? undefined : day(reference - 1),
  ),
  rule('tomorrow', 'relative', (_, reference) => (reference === undefined ? undefined : day(reference + 1))),
  // earlier this week
  rule(
    '(?:earlier|later|so far) (?:this|in the) (?<unit>week|month|year)|(?<which>this|last|next) (?<unit2>week|month|year|weekend)|the (?<past>previous|following) (?<unit3>week|month|year)',
    'relative',
    (g, reference) => {
      if (reference === undefined) return undefined;
      const unit = (g.unit ?? g.unit2 ?? g.unit3)!.toLowerCase();
      const which =
        g.which?.toLowerCase() ?? (g.past === 'previous' ? 'last' : g.past === 'following' ? 'next' : 'this');
      const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
      const whole = unitOf(unit, reference, step);
      return whole && step === 0 ? { ...whole, to: Math.min(whole.to, reference) } : whole;
    },
  ),
  // two days ago, a decade ago, three weeks earlier
  rule(`${COUNT}\\s+(?<unit>day|week|month|year|decade)s?\\s+(?:ago|earlier|before)`, 'relative', (g, reference) => {
    if (reference === undefined) return undefined;
    const unit = g.unit!.toLowerCase();
    const count = /^an?$/iu.test(g.count!)
      ? 1
      : COUNTS.includes(g.count!.toLowerCase())
        ? COUNTS.indexOf(g.count!.toLowerCase())
        : +g.count!;
    if (unit === 'day') return day(reference - count);
    if (unit === 'week') return unitOf('week', reference, -count);
    if (unit === 'month') return unitOf('month', reference, -count);
    return unitOf('year', reference, unit === 'decade' ? -10 * count : -count);
  }),
  // in 2019
  rule(
    '(?:(?<=\\b(?:in|since|during|until|of|back in|by)\\s(?:early\\s|late\\s|mid-)?))(?<year>(?:19|20)\\d\\d)',
    'stated',
    (g) => unitOf('year', dayOf(+g.year!, 0, 1)!.from, 0),
  ),
];

/**
 * The date expressions of `text` from `range`, in order, none overlapping another.
 *
 * @param reference publication date (`YYYY-MM-DD…`) that relative expressions count from. News looks back: a bare
 *   weekday is the last one up to the reference, a bare month or day of the year likewise.
 */
export function findDates(text: string, range: Range, reference: string | undefined): DateExpression[] {
  const today =
    reference === undefined ? undefined : Math.floor(Date.parse(`${reference.slice(0, 10)}T00:00:00Z`) / 86_400_000);
  const slice = text.slice(range.start, range.end);
  const found: DateExpression[] = [];
  for (const { pattern, basis, interval } of RULES) {
    for (const match of slice.matchAll(pattern)) {
      const start = range.start + match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (/^(?:may|march|mar\.)$/u.test(match[0])) continue;
      const meant = interval(match.groups ?? {}, today);
      if (!meant && today !== undefined) continue;
      found.push({
        start,
        end,
        basis,
        ...(meant ? { earliest: iso(meant.from), latest: iso(meant.to), timex: meant.timex } : {}),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function monthDay(g: Groups, reference: Day | undefined): Interval | undefined {
  const month = monthIndex(g.month!);
  if (g.year) return dayOf(+g.year, month, +g.day!);
  if (reference === undefined) return undefined;
  const { year } = parts(reference);
  const here = dayOf(year, month, +g.day!);
  return here && here.from > reference + 31 ? dayOf(year - 1, month, +g.day!) : here;
}

function monthIndex(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3)));
}

function iso(value: Day): string {
  return new Date(value * 86_400_000).toISOString().slice(0, 10);
}

function parts(value: Day): { year: number; month: number } {
  const date = new Date(value * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

function weekdayOf(value: Day): number {
  return new Date(value * 86_400_000).getUTCDay();
}

function day(value: Day): Interval {
  return { from: value, to: value, timex: iso(value) };
}

function dayOf(year: number, month: number, date: number): Interval | undefined {
  const time = Date.UTC(year, month, date);
  return month < 0 || new Date(time).getUTCDate() !== date ? undefined : day(time / 86_400_000);
}

function monthOf(year: number, month: number): Interval {
  const from = Date.UTC(year, month, 1) / 86_400_000;
  return { from, to: Date.UTC(year, month + 1, 1) / 86_400_000 - 1, timex: iso(from).slice(0, 7) };
}

/** The whole week (Monday to Sunday), weekend, month or year that lies `step` units from the reference's own. */
function unitOf(unit: string, reference: Day, step: number): Interval | undefined {
  const { year, month } = parts(reference);
  if (unit === 'year') {
    const from = Date.UTC(year + step, 0, 1) / 86_400_000;
    return { from, to: Date.UTC(year + step + 1, 0, 1) / 86_400_000 - 1, timex: String(year + step) };
  }
  if (unit === 'month') return monthOf(year + Math.floor((month + step) / 12), (((month + step) % 12) + 12) % 12);
  const monday = reference - ((weekdayOf(reference) + 6) % 7) + 7 * step;
  const timex = isoWeek(monday);
  if (unit === 'weekend') return { from: monday + 5, to: monday + 6, timex: `${timex}-WE` };
  return { from: monday, to: monday + 6, timex };
}

/** ISO 8601 week of a Monday: the year is that of its Thursday. */
function isoWeek(monday: Day): string {
  const { year } = parts(monday + 3);
  const first = Date.UTC(year, 0, 4) / 86_400_000;
  const firstMonday = first - ((weekdayOf(first) + 6) % 7);
  return `${year}-W${String((monday - firstMonday) / 7 + 1).padStart(2, '0')}`;
}
