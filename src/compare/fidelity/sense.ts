import { CONDITION, DENIED, FINITE, NUMBER, POLITE, TAKES_BACK, TURNING } from '../../language/english/sense.ts';
import { keyOf, wordsIn } from './words.ts';

const CLASS_OF = new Map(TURNING.flatMap((list, number) => [...list].map((word) => [word, number] as const)));
/** Of the lists of `TURNING`, those whose words turn the sense by being there at all. */
const BY_THEMSELVES = 2;

/**
 * Whether putting the printed words where the source has others turns the sense: a "not" or an "if" that comes or goes,
 * another number, "should" for "could". "very", or "might" for "could", turn nothing.
 */
export function turnsSense(printed: string, source: string): boolean {
  const [ours, theirs] = [printed, source].map(classesIn);
  const apart = [...ours!].filter((one) => !theirs!.has(one)).concat([...theirs!].filter((one) => !ours!.has(one)));
  if (apart.some((one) => Number(one) < BY_THEMSELVES)) return true;
  return apart.length > 0 && ours!.size > 0 && theirs!.size > 0;
}

/** Numbers of the lists that the words are in, and the numbers among the words. */
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

/** Whether the words of the sentence after an excerpt turn its sense. */
export function afterTurns(after: string): boolean {
  return TAKES_BACK.test(after) && !POLITE.test(after);
}

/** Characters before an excerpt in which a denial of it begins: sentences are shorter. */
const FARTHEST_DENIAL = 1000;
/** Characters before an excerpt in which a condition for it begins: further off it has been met by another clause. */
const FARTHEST = 180;
/** Whether the words of the sentence before an excerpt turn its sense. */
export function beforeTurns(before: string, excerpt: string): boolean {
  const lead = keyOf(before).replace(/["“”]/gu, '');
  if (DENIED.test(lead.slice(-FARTHEST_DENIAL))) return true;
  const condition = CONDITION.exec(lead.slice(-FARTHEST));
  return condition !== null && FINITE.test(excerpt) && !POLITE.test(condition[0].replace(/^[,;:.–—\s]+/u, ''));
}

/** Whether words that an ellipsis stands for turn the sense of what is printed around it. */
export function leavingOutTurns(left: string): boolean {
  return wordsIn(left).some(({ key }) => /n't$/u.test(key) || (CLASS_OF.get(key) ?? BY_THEMSELVES) < BY_THEMSELVES);
}
