import { TIME_UNITS, UNPLACED } from '../../../language/english/calendar.ts';
import { alternation } from '../../../language/words.ts';
import { BEFORE_NOUN, type Rule, relative } from './rule.ts';

/** Expressions without a place in the calendar: "now", "in the past". */
export const UNPLACED_RULES: readonly Rule[] = Object.entries(UNPLACED).map(([timex, expressions]) =>
  relative(
    new RegExp(alternation(expressions), 'iu'),
    `(?:(?!the\\s)|(?!${alternation(expressions)}(?:${BEFORE_NOUN}|\\s+${alternation(TIME_UNITS)}s?\\b)))${alternation(expressions)}(?!\\s+that\\b|-)`,
    'unplaced',
    (_, reference) => (timex === 'PRESENT_REF' ? { from: reference, to: reference, timex } : { timex }),
  ),
);
