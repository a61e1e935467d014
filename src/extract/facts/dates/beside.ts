import { PARTS_OF_DAY, WEEKDAYS } from '../../../language/english/calendar.ts';
import { LETTERS } from '../../../language/english/letters.ts';
import { ORDINALS } from '../../../language/english/numbers.ts';
import { alternation } from '../../../language/words.ts';
import { COUNT, MONTH, type Rule, relative, YEAR } from './rule.ts';

/** What a date beside it makes a date of: "the last week of", "two days before". */
export const BESIDE: readonly Rule[] = [
  // the last week of, the first Monday in, the week beginning
  relative(
    new RegExp(`week|month|day|${alternation(WEEKDAYS)}`, 'iu'),
    `(?:the\\s+)?(?:(?<ordinal>${alternation(ORDINALS)}|last|final|\\d{1,2}(?:st|nd|rd|th))\\s+(?<unit>week|weekend|month|day|${alternation(WEEKDAYS)})(?:\\s+${alternation(Object.keys(PARTS_OF_DAY))})?(?=\\s+(?:of|in)\\s+(?:the\\s+year\\s+)?(?:${MONTH}|${YEAR}|this|last|next)(?![${LETTERS}]))|(?<whole>week|weekend)(?=\\s+(?:of|beginning|starting|commencing|(?<ending>ending|ended|to))\\s))`,
    'ordinal',
    () => undefined,
  ),
  // two days before, a week from, the day after
  relative(
    /before|after|from|since/iu,
    `(?:${COUNT}\\s+(?<unit>day|week|fortnight|month|year)s?\\s+(?<side>before|after|from|since)|the\\s+day\\s+(?<beside>before|after)(?!\\s+(?:yesterday|tomorrow)))(?=\\s+[\\d${LETTERS}])`,
    'offset',
    () => undefined,
  ),
];

/** Parts of a day that stands beside them: Friday “night”. */
export const PARTS: readonly Rule[] = [
  relative(
    new RegExp(alternation(Object.keys(PARTS_OF_DAY)), 'iu'),
    `(?:(?:in\\s+)?the\\s+)?(?:early\\s+|late\\s+)?(?<part>${alternation(Object.keys(PARTS_OF_DAY))})`,
    'part',
    () => undefined,
  ),
  // Labor Day weekend
  relative(/weekend/iu, `(?<weekend>weekend)(?:,?\\s+${YEAR})?`, 'part', () => undefined),
];
