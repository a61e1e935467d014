import type { Range } from '../../../document/index.ts';
import { EXPECTED, LOOKING_AHEAD, LOOKING_BACK } from '../../../language/english/auxiliaries.ts';
import { alternation } from '../../../language/words.ts';
import { type Interval, iso, parseDay } from './calendar.ts';
import { type Context, RULES } from './rules.ts';

/** A date expression with the interval it means, both ends inclusive ISO dates. */
export interface DateExpression extends Range {
  readonly earliest?: string;
  readonly latest?: string;
  /** TIMEX3 value: `2024-12-18`, `2024-11`, `2024-W50`, `2019`, `2024-Q3`, `2011-FA`. */
  readonly timex?: string;
  readonly basis: 'stated' | 'relative';
}

/** What is found before it is read: where it stands, and how it is read. */
interface Match extends Range {
  readonly basis: 'stated' | 'relative';
  readonly read: (context: Context) => Interval | undefined;
}

/** Words that look ahead, as far as the next mark. */
const AHEAD = new RegExp(
  `\\b(?:${alternation(LOOKING_AHEAD)}|(?:is|are|was|were) ${alternation(EXPECTED)})\\b[^.;:“”"]{0,160}$`,
  'iu',
);
/** Words after which a past is told, however the sentence began. */
const BACK = new RegExp(`\\b${alternation(LOOKING_BACK)}\\b[^.;:“”"]{0,160}$`, 'iu');

/**
 * The date expressions of `text` from `range`, in order, none overlapping another.
 *
 * @param published publication date (`YYYY-MM-DD…`) that relative expressions count from. News looks back: a bare
 *   weekday is the last one up to that day, a bare month or day of the year likewise, unless the words before look ahead.
 */
export function findDates(text: string, range: Range, published: string | undefined): DateExpression[] {
  const slice = text.slice(range.start, range.end);
  const reference = published === undefined ? undefined : parseDay(published);
  const found: DateExpression[] = [];
  let anchor: Interval | undefined;
  for (const { start, end, basis, read } of matchesIn(slice)) {
    const lead = slice.slice(Math.max(0, start - 160), start);
    const ahead = AHEAD.test(lead) && !BACK.test(AHEAD.exec(lead)![0].replace(/^\w+/u, ''));
    const meant = read({ reference, anchor, ahead, back: BACK.test(lead) });
    if (!meant && reference !== undefined) continue;
    if (meant) anchor = meant;
    found.push({
      start: range.start + start,
      end: range.start + end,
      basis,
      ...(meant ? { earliest: iso(meant.from), latest: iso(meant.to), timex: meant.timex } : {}),
    });
  }
  return found;
}

function matchesIn(slice: string): Match[] {
  const found: Match[] = [];
  for (const { hint, pattern, basis, interval } of RULES) {
    if (!hint.test(slice)) continue;
    for (const match of slice.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      if (/^(?:may|march|mar\.)$/u.test(match[0]) || isInName(slice, start, end)) continue;
      found.push({ start, end, basis, read: (context) => interval(match.groups ?? {}, context) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "The Friday Club", "at Wednesday Market", the “Today” show: a day in a name. */
function isInName(slice: string, start: number, end: number): boolean {
  if (/[“"‘']$/u.test(slice.slice(0, start)) && /^,?[”"’']/u.test(slice.slice(end))) return true;
  return (
    /^\p{Lu}\p{Ll}+day$/u.test(slice.slice(start, end)) &&
    /\b(?:the|an?|at|of)\s$/iu.test(slice.slice(0, start)) &&
    /^\s\p{Lu}\p{Ll}/u.test(slice.slice(end))
  );
}
