import type { Bound } from '../../../document/index.ts';
import { BOUNDS, BOUNDS_AFTER } from '../../../language/english/numbers.ts';
import { table } from '../../../language/words.ts';
import type { Token } from './tokens.ts';

/** Words that bound a number, and the place of the first of them, or of the token after them. */
export interface BoundWords {
  readonly bound: Bound;
  readonly place: number;
}

const BEFORE: ReadonlyMap<string, Bound> = new Map([
  ...BOUNDS.upper.map((words) => [words, 'at most'] as const),
  ...BOUNDS.lower.map((words) => [words, 'at least'] as const),
  ...BOUNDS.about.map((words) => [words, 'about'] as const),
]);

/** The last words of those, by which most places are passed over. */
const LAST_WORDS: ReadonlySet<string> = new Set([...BEFORE.keys()].map((words) => words.split(' ').at(-1)!));

const SIGNS: Readonly<Record<string, Bound>> = table({
  '~': 'about',
  '<': 'at most',
  '>': 'at least',
  '≤': 'at most',
  '≥': 'at least',
});

/** The longest words right before a token that bound what begins there: "no more than", "nearly". */
export function boundBefore(tokens: readonly Token[], at: number): BoundWords | undefined {
  const sign = SIGNS[tokens[at - 1]?.text ?? ''];
  if (sign) return { bound: sign, place: at - 1 };
  if (!LAST_WORDS.has(tokens[at - 1]?.lower ?? '')) return undefined;
  for (const length of [4, 3, 2, 1]) {
    const place = at - length;
    if (place < 0) continue;
    const words = tokens.slice(place, at).map(({ lower }) => lower);
    const bound = BEFORE.get(words.join(' '));
    if (bound) return { bound, place };
  }
  return undefined;
}

/** The words right after a number that bound it: "or more", "-plus", "-odd", "+". */
export function boundAfter(tokens: readonly Token[], end: number): BoundWords | undefined {
  const [first, second] = [tokens[end], tokens[end + 1]];
  if (first?.text === '+' && first.isClose) return { bound: 'at least', place: end + 1 };
  if (first?.text === '-' && first.isClose && second?.lower === 'plus') return { bound: 'at least', place: end + 2 };
  if (first?.text === '-' && first.isClose && second?.lower === 'odd') return { bound: 'about', place: end + 2 };
  const bound = BOUNDS_AFTER[`${first?.lower} ${second?.lower}`];
  return bound === undefined ? undefined : { bound, place: end + 2 };
}
