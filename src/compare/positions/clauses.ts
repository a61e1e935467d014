import { CLAUSE_BEGINNINGS } from '../../language/english/conjunctions.ts';
import { WHOLE_SCALES } from '../../language/english/numbers.ts';
import { FIRM, NO_DENIAL, turnsRound, WEAK } from '../../language/english/positions.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import { topicStem } from '../../language/english/stems.ts';
import { alternation } from '../../language/words.ts';
import { wordsIn } from '../fidelity/words.ts';

/** A number and what it counts, as far as the next two words tell. */
export interface CountedNumber {
  readonly value: number;
  /** Stem of what is counted; "year" for a year; empty where nothing tells. */
  readonly of: string;
  /** As printed, in lower case: "two million". */
  readonly printed: string;
}

/** One clause, reduced to what positions are compared by. */
export interface Clause {
  readonly text: string;
  /** Stems of its content words, each with the stem of the content word directly before it, if there is one. */
  readonly stems: ReadonlyMap<string, string | undefined>;
  /** -1 if the clause has an odd number of negations, refusals, ends or decreases, else 1. */
  readonly polarity: 1 | -1;
  readonly numbers: readonly CountedNumber[];
}

/** What somebody said, split into clauses. */
export interface Claim {
  /** Without quotation marks. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** The stems of all clauses. */
  readonly stems: ReadonlySet<string>;
  /** It hedges: "might", "perhaps", "consider". */
  readonly isWeak: boolean;
  /** It commits: "will", "never", "promise". A claim can do both. */
  readonly isFirm: boolean;
}

const CLAUSE_BREAK = new RegExp(
  `(?<=[.!?;:…])\\s+|\\n+|,\\s+(?=${alternation(CLAUSE_BEGINNINGS)}\\s)|(?<!\\s)\\s+[—–-]\\s+`,
  'u',
);

/**
 * Splits what was said into clauses. Questions are left out, because they assert nothing.
 *
 * @param text a statement's content, with or without quotation marks; a text without letters gives no clauses
 */
export function claimOf(text: string): Claim {
  const plain = text.replace(/[“”"«»]/gu, ' ').trim();
  // The month May is not the verb.
  const modal = plain.replace(/\bMay(?=\s+\d)|(?<=\b(?:in|since|by|until|last|next|this)\s)May\b/gu, '');
  const clauses = plain
    .split(CLAUSE_BREAK)
    .filter((part) => !/\?\s*$/u.test(part) && /\p{L}/u.test(part))
    .map(clauseOf);
  return {
    text: plain,
    clauses,
    stems: new Set(clauses.flatMap(({ stems }) => [...stems.keys()])),
    isWeak: WEAK.test(modal),
    isFirm: FIRM.test(plain),
  };
}

function clauseOf(text: string): Clause {
  const words = wordsIn(text).map(({ key }) => key);
  return { text, stems: stemsOf(words), polarity: polarityOf(text), numbers: numbersIn(words) };
}

function polarityOf(text: string): 1 | -1 {
  const words = wordsIn(text.replace(NO_DENIAL, ' ')).map(({ key }) => key);
  const negations = words.filter((word, at) => turnsRound(word, words[at + 1])).length;
  return negations % 2 === 0 ? 1 : -1;
}

function stemsOf(words: readonly string[]): Map<string, string | undefined> {
  const stems = new Map<string, string | undefined>();
  words.forEach((word, at) => {
    const stem = topicStem(word);
    if (stem !== undefined && !stems.has(stem)) stems.set(stem, at > 0 ? topicStem(words[at - 1]!) : undefined);
  });
  return stems;
}

function numbersIn(words: readonly string[]): CountedNumber[] {
  const found: CountedNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    const digits = spellingOf(words[at]!).replace(/,/gu, '');
    if (!/^\d+(?:\.\d+)?$/u.test(digits)) continue;
    // "one of several", "the one": a pronoun, not a number.
    if (words[at] === 'one') continue;
    let value = Number(digits);
    let printed = words[at]!;
    while (WHOLE_SCALES[words[at + 1] ?? '']) {
      value *= WHOLE_SCALES[words[++at]!]!;
      printed += ` ${words[at]}`;
    }
    const isYear = /^(?:19|20)\d\d$/u.test(printed);
    const counted = words.slice(at + 1, at + 3).flatMap((word) => topicStem(word) ?? [])[0];
    found.push({ value, printed, of: isYear ? 'year' : (counted ?? '') });
  }
  return found;
}
