import {
  ADDS,
  ASKS,
  CONDITION,
  DENIED,
  FINITE,
  GRANTED,
  NUMBER,
  ONLY,
  POLITE,
  TAKES_BACK,
  TURNING,
} from '../../language/english/sense.ts';
import { keyOf, wordsIn } from './words.ts';

const CLASS_OF = new Map(TURNING.flatMap((list, number) => [...list].map((word) => [word, number] as const)));
/** The lists of `TURNING` whose words change the meaning just by being added or left out. */
const BY_THEMSELVES = 2;

/**
 * Whether replacing the source's words with the printed ones changes the meaning: a "not" or an "if" added or dropped,
 * another number, "should" for "could". Adding "very", or "might" for "could", does not.
 */
export function turnsSense(printed: string, source: string): boolean {
  const [ours, theirs] = [printed, source].map(classesIn);
  const apart = [...ours!].filter((one) => !theirs!.has(one)).concat([...theirs!].filter((one) => !ours!.has(one)));
  if (apart.some((one) => Number(one) < BY_THEMSELVES)) return true;
  return apart.length > 0 && ours!.size > 0 && theirs!.size > 0;
}

/** The lines of the table that the words are in, and the numbers among the words. */
function classesIn(words: string): Set<string> {
  return new Set(
    wordsIn(words).flatMap(({ key }) => {
      if (/n't$/u.test(key)) return ['0'];
      if (NUMBER.test(key)) return [`number ${key}`];
      const list = CLASS_OF.get(key);
      return list === undefined ? [] : [String(list)];
    }),
  );
}

/** Whether the rest of the sentence after an excerpt changes the excerpt's meaning. */
export function afterTurns(after: string, excerpt: string): boolean {
  if (!TAKES_BACK.test(after) || POLITE.test(after) || ADDS.test(after)) return false;
  const words = wordsIn(after).map(({ key }) => key);
  if (words[0] === 'if') return !ASKS.test(excerpt);
  return words[0] !== 'but' || !isCorrelative(excerpt, words[1] ?? '');
}

/** "not because we were told to, [but because it was right]": what comes after says it the other way round. */
function isCorrelative(excerpt: string, after: string): boolean {
  const keys = wordsIn(excerpt).map(({ key }) => key);
  return keys.some((key, i) => key === 'not' && (keys[i + 1] === after || ONLY.has(keys[i + 1] ?? '')));
}

/** A denial begins at most this many characters before the excerpt; sentences are shorter. */
const FARTHEST_DENIAL = 1000;
/** A condition begins at most this many characters before the excerpt; further away it belongs to another clause. */
const FARTHEST = 180;
/** Whether the rest of the sentence before an excerpt changes the excerpt's meaning. */
export function beforeTurns(before: string, excerpt: string): boolean {
  const lead = keyOf(before).replace(/["“”]/gu, '');
  if (DENIED.test(lead.slice(-FARTHEST_DENIAL))) return !GRANTED.test(lead.slice(-FARTHEST));
  const condition = CONDITION.exec(lead.slice(-FARTHEST));
  return condition !== null && FINITE.test(excerpt) && !POLITE.test(condition[0].replace(/^[,;:.–—\s]+/u, ''));
}

/** Whether the words that an ellipsis replaces change the meaning of what is printed around it. */
export function leavingOutTurns(left: string): boolean {
  return wordsIn(left).some(({ key }) => /n't$/u.test(key) || (CLASS_OF.get(key) ?? BY_THEMSELVES) < BY_THEMSELVES);
}
