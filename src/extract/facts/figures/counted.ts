import {
  AFTER_COUNTED,
  AFTER_PERIOD,
  BEFORE_COUNTED,
  COMPARATIVES,
  NOT_COUNTED_JOINED,
  VALUES,
  WHOSE_COUNTED,
} from '../../../language/english/numbers.ts';
import { PLURALS } from '../../../language/english/plurals.ts';
import { PER, PER_A } from '../../../language/english/units.ts';
import { alternation } from '../../../language/words.ts';

const PER_UNIT = new RegExp(
  `^[^.;!?]{0,70}?\\b(?:each|per|every)\\s+(?<period>${alternation(PER)})\\b|^[\\p{L}]{0,3}(?:\\s+[\\p{L}’'-]+){0,2}?\\s+an?\\s+(?<article>${alternation(PER_A)})\\b(?!\\s+${alternation(AFTER_PERIOD)}\\b)`,
  'iu',
);

/** A word that is a verb's or an adverb more often than a noun. */
const PARTICIPLE = /(?:ed|ing|ly)$/u;

const WHOSE = `(?:${alternation(WHOSE_COUNTED)}\\s+)?`;
const OF = new RegExp(`^\\s+(?:in|of|worth of)\\s+${WHOSE}`, 'iu');
const OF_ONLY = new RegExp(`^\\s+(?:of|worth of)\\s+${WHOSE}`, 'iu');
const NEXT = new RegExp(
  `^(?:\\s+of\\s+${WHOSE}(?:(?:last|past|first|next)\\s+)?(?:(?:\\d[\\d,]*|${alternation(VALUES.keys())})\\s+)?|[\\s-]+)`,
  'iu',
);

/**
 * What a number counts: "2,000 [Russian soldiers]", "£225 million in [military equipment]", "a 45-acre [farm]".
 *
 * @param kind what stands between the number and what it counts: nothing, the name of money or "percent", a unit of
 *   measure, or a hyphen and a unit
 * @param isOne whether the number is one, so that its noun is no plural
 */
export function countedAfter(
  after: string,
  kind: 'number' | 'money' | 'unit' | 'joined',
  isOne: boolean,
): string | undefined {
  const lead = { number: NEXT, money: OF, unit: OF_ONLY, joined: /^\s+/u }[kind].exec(after);
  if (!lead) return undefined;
  const phrase = after.slice(lead[0].length);
  // "$2.9bn in October"
  if (kind === 'money' && /^\s+in\s/u.test(lead[0]) && /^\p{Lu}/u.test(phrase)) return undefined;
  // "a 12-page document" has twelve pages.
  if (lead[0] === '-') {
    const word = /^\p{L}+/u.exec(phrase)?.[0];
    return word && (AFTER_COUNTED.has(word.toLowerCase()) || NOT_COUNTED_JOINED.has(word.toLowerCase()))
      ? undefined
      : word;
  }
  const words = countedWords(phrase, isOne && !lead[0].includes('of'));
  const isNone = words.length === 1 && (COMPARATIVES.has(words[0]!) || (/ing$/u.test(words[0]!) && !isOne));
  return words.length === 0 || isNone ? undefined : words.join(' ');
}

/** The noun phrase that a text begins with: up to a plural of at most five words, or as far as it seems to go. */
function countedWords(phrase: string, isSingular: boolean): string[] {
  let words: string[] = [];
  for (const word of phrase.split(/\s+/u, 9)) {
    const bare = word.split(/[,.;:!?)"”’']/u)[0]!;
    const lower = bare.toLowerCase();
    if (words.length === 0 && BEFORE_COUNTED.has(lower)) continue;
    if (!/^\p{L}/u.test(bare) || AFTER_COUNTED.has(lower) || words.length >= 5) break;
    // "two of Johnson’s deputies"
    if (/^[^’']+[’']s$/u.test(word)) {
      words = [];
      continue;
    }
    const isInflected = /s$/u.test(bare) && !/(?:ss|us|is)$/u.test(bare);
    if (isSingular && words.length > 0 && (isInflected || PARTICIPLE.test(bare))) return words;
    words.push(bare);
    const isHead = PLURALS.has(lower) || lower === 'troops' || (isInflected && /^\p{Ll}/u.test(bare));
    if (isHead || bare !== word) return words;
  }
  const verb = words.findIndex((word, i) => i > 0 && PARTICIPLE.test(word));
  return words.slice(0, verb < 0 ? 4 : verb);
}

/** "2,000 soldiers … each day", "£10 an hour", "60 per 100,000". */
export function perIn(after: string): string | undefined {
  const match = PER_UNIT.exec(after);
  return (match?.groups?.period ?? match?.groups?.article)?.toLowerCase();
}
