import { DENOMINATORS, ONES, TENS } from '../../../language/english/numbers.ts';
import { alternation } from '../../../language/words.ts';

const SMALL = alternation([...TENS, ...ONES.slice(1)]);
const JOINED = alternation([...TENS, ...ONES.slice(1), 'hundred', 'thousand']);

/** A number in figures: "2,000", "2.5". */
export const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
/** A number in words, of more than one: "twenty-five", "one hundred and twenty"; "a" before a dozen, a hundred … */
export const NUMBER_WORDS = `(?:(?:a|an|one|half a)\\s+(?=dozen|hundred|thousand|million|billion)(?!(?:one\\s+)?hundred(?:\\s+thousand)?\\s+and\\s+${SMALL})|a\\s+hundred(?=\\s+and)(?:[\\s-](?:and\\s)?${JOINED})*|(?!one(?![\\s-](?:hundred|thousand)))${JOINED}(?:[\\s-](?:and\\s)?${JOINED})*)`;
/** "third", "quarters": what a fraction is made of. */
export const FRACTION_WORD = `${alternation(Object.keys(DENOMINATORS))}s?`;
/** A number in a fraction or a proportion: "two" thirds, "one" in five. */
export const SMALL_NUMBER = `(?:${SMALL}|\\d{1,3})`;

/** "2,000", "2.5", "twenty-five", "one hundred and twenty", "a"; undefined for nothing. */
export function numberOf(printed: string): number | undefined {
  const plain = printed.trim().toLowerCase().replace(/,/gu, '');
  if (plain === '') return undefined;
  if (/^\d/u.test(plain)) return Number.parseFloat(plain);
  if (/^(?:a|an|one)$/u.test(plain)) return 1;
  if (plain === 'half a') return 0.5;
  let sum = 0;
  let group = 0;
  for (const word of plain.split(/[\s-]+/u)) {
    if (TENS.includes(word)) group += 20 + 10 * TENS.indexOf(word);
    else if (ONES.includes(word)) group += ONES.indexOf(word);
    else if (word === 'hundred') group = Math.max(1, group) * 100;
    else if (word === 'thousand') {
      sum += Math.max(1, group) * 1000;
      group = 0;
    }
  }
  return sum + group === 0 ? undefined : sum + group;
}

/** "two", "thirds": two thirds. */
export function fractionOf(count: string | undefined, word: string): number {
  const denominator = DENOMINATORS[word.toLowerCase().replace(/s$/u, '')]!;
  return (numberOf(count ?? 'a') ?? 1) / denominator;
}
