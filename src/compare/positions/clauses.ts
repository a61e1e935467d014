import { CLAUSE_BEGINNINGS } from '../../language/english/conjunctions.ts';
import { WHOLE_SCALES } from '../../language/english/numbers.ts';
import { FIRM, NO_DENIAL, turnsRound, WEAK } from '../../language/english/positions.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import { topicStem } from '../../language/english/stems.ts';
import { alternation } from '../../language/words.ts';
import { keyOf, wordsIn } from '../fidelity/words.ts';

/** A number with what it counts, as far as the word after it tells. */
export interface CountedNumber {
  readonly value: number;
  /** Stem of what is counted; "year" for a year. */
  readonly of: string;
  readonly printed: string;
}

/** A clause as positions are compared by it. */
export interface Clause {
  readonly text: string;
  /** Stems of its words of weight, with the stem of the word of weight right before each, if it stands right before. */
  readonly stems: ReadonlyMap<string, string | undefined>;
  /** 1, or -1 where what it says is denied, refused, ended or lessened once more than it is affirmed. */
  readonly sense: 1 | -1;
  readonly numbers: readonly CountedNumber[];
}

/** What somebody said, taken apart. */
export interface Taken {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly stems: ReadonlySet<string>;
  readonly isWeak: boolean;
  readonly isFirm: boolean;
}

const PARTS = new RegExp(
  `(?<=[.!?;:…])\\s+|\\n+|,\\s+(?=${alternation(CLAUSE_BEGINNINGS)}\\s)|(?<!\\s)\\s+[—–-]\\s+`,
  'u',
);

/** Takes a text apart into clauses; questions say nothing and are left out. */
export function takeApart(text: string): Taken {
  const plain = text.replace(/[“”"«»]/gu, ' ').trim();
  // The month is no "may".
  const modal = plain.replace(/\bMay(?=\s+\d)|(?<=\b(?:in|since|by|until|last|next|this)\s)May\b/gu, '');
  const clauses = plain
    .split(PARTS)
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
  const words = wordsIn(text).map(({ start, end }) => keyOf(text.slice(start, end)));
  const denying = wordsIn(text.replace(NO_DENIAL, ' ')).map(({ key }) => key);
  const turns = denying.filter((word, at) => turnsRound(word, denying[at + 1])).length;
  const stems = new Map<string, string | undefined>();
  words.forEach((word, at) => {
    const stem = topicStem(word);
    if (stem !== undefined && !stems.has(stem)) stems.set(stem, at > 0 ? topicStem(words[at - 1]!) : undefined);
  });
  return { text, stems, sense: turns % 2 === 0 ? 1 : -1, numbers: numbersIn(words) };
}

function numbersIn(words: readonly string[]): CountedNumber[] {
  const found: CountedNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    const digits = spellingOf(words[at]!).replace(/,/gu, '');
    if (!/^\d+(?:\.\d+)?$/u.test(digits)) continue;
    // "one of several", "the one": no number of anything.
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
