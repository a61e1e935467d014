import { PARTS_OF_DAY } from '../../../language/english/calendar.ts';
import { FEASTS, FEASTS_THAT_QUALIFY, type Feast } from '../../../language/english/feasts.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { AFTER_COUNTED } from '../../../language/english/numbers.ts';
import { alternation } from '../../../language/words.ts';
import { day, dayOf, easterOf, type Interval, type Meaning, parts, weekdayInMonth } from './calendar.ts';
import { type Context, type Groups, nearestYear, type Rule, rule, UNKNOWN, YEAR } from './rule.ts';

/** "Easter Sunday", "last Christmas", "New Year’s Day 2024"; not "a Christmas tree", nor the Orthodox Easter. */

const WHEN = new Map(FEASTS.flatMap(([names, when]) => names.map((name) => [name, when] as const)));
const QUALIFYING = alternation(FEASTS_THAT_QUALIFY);
/** A noun that the feast stands before. */
const NOUN = `(?!\\s+(?:day|eve|sunday|monday|saturday|weekend|\\d|(?:early\\s+|late\\s+)?${alternation(Object.keys(PARTS_OF_DAY))})\\b)(?:\\s+(?!${alternation(AFTER_COUNTED)}\\b)[${LETTERS}]|-[${LETTERS}])`;

export const FEAST_RULES: readonly Rule[] = [
  rule(
    new RegExp(alternation(WHEN.keys()), 'iu'),
    `(?<!orthodox\\s|coptic\\s)(?:(?<which>last|next|this|previous|following)\\s+)?(?:the\\s+(?=fourth))?(?!${QUALIFYING}${NOUN})(?<feast>${alternation(WHEN.keys())})(?:,?\\s+(?<year>${YEAR})|(?=\\s+weekend,?\\s+(?<later>${YEAR}))|)`,
    'day',
    feast,
  ),
];

function feast(g: Groups, context: Context): Meaning | undefined {
  const when = WHEN.get(g.feast!.toLowerCase().replaceAll('’', "'"));
  if (!when) return undefined;
  const of = (year: number) => feastIn(when, year);
  const year = g.year ?? g.later;
  if (year) return of(+year);
  const { reference } = context;
  if (reference === undefined) return UNKNOWN;
  const which = g.which?.toLowerCase();
  if (which === undefined || which === 'this') return nearestYear(of, context);
  const { year: now } = parts(reference);
  return which === 'last' || which === 'previous'
    ? [now, now - 1].map(of).find((one) => one && one.from < reference)
    : [now, now + 1].map(of).find((one) => one && one.from > reference);
}

function feastIn(when: Feast, year: number): Interval | undefined {
  if ('easter' in when) return day(easterOf(year) + when.easter);
  if ('day' in when) return dayOf(year, when.month, when.day);
  return day(weekdayInMonth(year, when.month, when.weekday, when.nth).from + (when.plus ?? 0));
}
