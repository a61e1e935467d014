import { compact } from '../../document/index.ts';
import { OF_CONDITIONS } from '../../language/english/conjunctions.ts';
import { OTHERS_SAY } from '../../language/english/positions.ts';
import type { Claim, Clause, CountedNumber } from './clauses.ts';

/** What points to a shift of position between two claims of one speaker, and what explains it away. */
export interface Signals {
  /** Share of content words that the two nearest clauses have in common, 0–1: how far both are about one thing. */
  readonly topic: number;
  /** Two clauses about one thing, of which one denies what the other affirms. */
  readonly opposite?: readonly [earlier: Clause, later: Clause];
  /** Different numbers of the same thing. */
  readonly numbers?: readonly [earlier: CountedNumber, later: CountedNumber];
  /** One claim commits and the other hedges: the later is weaker, or firmer. */
  readonly firmness?: 'weaker' | 'firmer';
  /** Why the difference may be no shift: a condition that was met, another subject or time, somebody else's view. */
  readonly excuse?: 'condition' | 'subject' | 'time' | 'others';
}

/** Share of the shorter clause's content words from which two clauses are about one thing. */
const ONE_THING = 0.5;

/** Two clauses, one from each claim. */
interface ClausePair {
  readonly earlier: Clause;
  readonly later: Clause;
  /** Stems that both have. */
  readonly shared: readonly string[];
  /** Their share of the shorter clause's stems, 0–1. */
  readonly topic: number;
}

/** Compares what somebody said earlier with what they said later. */
export function signalsOf(earlier: Claim, later: Claim): Signals {
  const pairs = earlier.clauses.flatMap((one) => later.clauses.map((other) => pairOf(one, other)));
  const [nearest] = [...pairs].sort((a, b) => b.topic - a.topic || b.shared.length - a.shared.length);
  const opposite = oppositeAmong(pairs);
  const numbers = differentNumbers(earlier, later);
  const firmness = firmnessOf(earlier, later);
  const excuse = excuseFor(earlier, later, nearest?.shared ?? []);
  return {
    topic: nearest?.topic ?? 0,
    ...(opposite ? { opposite: [opposite.earlier, opposite.later] as const } : {}),
    ...compact({ numbers, firmness, excuse }),
  };
}

/** Whether two claims differ in anything that a shift is told by. */
export function differ({ opposite, numbers, firmness }: Signals): boolean {
  return opposite !== undefined || numbers !== undefined || firmness !== undefined;
}

function pairOf(earlier: Clause, later: Clause): ClausePair {
  const shared = [...earlier.stems.keys()].filter((stem) => later.stems.has(stem));
  const shorter = Math.min(earlier.stems.size, later.stems.size);
  return { earlier, later, shared, topic: shorter === 0 ? 0 : shared.length / shorter };
}

/**
 * The pair of clauses about one thing that contradict each other and share the most words. None if another pair agrees
 * on more words: "it is safe; nobody says it is not" repeats "it is safe".
 */
function oppositeAmong(pairs: readonly ClausePair[]): ClausePair | undefined {
  const ofOneThing = pairs.filter(
    ({ earlier, later, topic, shared }) =>
      topic >= ONE_THING && shared.length >= Math.min(2, earlier.stems.size, later.stems.size),
  );
  const agreeing = ofOneThing.filter(({ earlier, later }) => earlier.polarity === later.polarity);
  const [opposite] = ofOneThing
    .filter(({ earlier, later }) => earlier.polarity !== later.polarity)
    .sort((a, b) => b.shared.length - a.shared.length);
  if (!opposite) return undefined;
  return agreeing.some(({ shared }) => shared.length > opposite.shared.length) ? undefined : opposite;
}

function differentNumbers(earlier: Claim, later: Claim): readonly [CountedNumber, CountedNumber] | undefined {
  const [ours, theirs] = [earlier, later].map(({ clauses }) => clauses.flatMap(({ numbers }) => numbers));
  for (const one of ours!) {
    const same = theirs!.filter(({ of }) => of === one.of);
    if (same.length > 0 && !same.some(({ value }) => value === one.value)) return [one, same[0]!];
  }
  return undefined;
}

function firmnessOf(earlier: Claim, later: Claim): Signals['firmness'] {
  if (earlier.isFirm && later.isWeak && !earlier.isWeak) return 'weaker';
  if (earlier.isWeak && later.isFirm && !later.isWeak) return 'firmer';
  return undefined;
}

const CONDITION = /\b(?:if|unless|until|only when|as long as|provided|depending)\b([^.;]*)/iu;
const PAST_TIME =
  /\b(?:last (?:year|month|week|winter|summer|spring|autumn)|in (?:19|20)\d\d|at the time|back then|years ago)\b/iu;
const OTHER_TIME = /\b(?:this|next) (?:year|month|week|winter|summer|spring|autumn)\b|\bnow\b|\btoday\b/iu;
function excuseFor(earlier: Claim, later: Claim, shared: readonly string[]): Signals['excuse'] {
  if (OTHERS_SAY.test(earlier.text) !== OTHERS_SAY.test(later.text)) return 'others';
  const condition = CONDITION.exec(earlier.text);
  if (condition && isMet(condition[0], later)) return 'condition';
  const [first, second] = [earlier, later].map(({ text }) => ({
    past: PAST_TIME.test(text),
    other: OTHER_TIME.test(text),
  }));
  if ((first!.past && second!.other) || (first!.other && second!.past)) return 'time';
  return shared.some((stem) => hasOtherModifier(stem, earlier, later)) ? 'subject' : undefined;
}

/** Whether the later claim takes up what the condition names, without a condition of its own. */
function isMet(condition: string, later: Claim): boolean {
  if (CONDITION.test(later.text)) return false;
  const words = condition.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.some(
    (word) =>
      word.length > 3 &&
      later.text.toLowerCase().includes(word.slice(0, Math.max(4, word.length - 2))) &&
      !OF_CONDITIONS.has(word),
  );
}

/** "the east bridge" and "the west bridge": the same word, with different words before it. */
function hasOtherModifier(stem: string, earlier: Claim, later: Claim): boolean {
  const [ours, theirs] = [earlier, later].map(({ clauses }) =>
    clauses.flatMap(({ stems }) => (stems.get(stem) === undefined ? [] : [stems.get(stem)!])),
  );
  if (ours!.length === 0 || theirs!.length === 0) return false;
  const isOther = (own: readonly string[], other: Claim) => own.every((modifier) => !other.stems.has(modifier));
  return isOther(ours!, later) && isOther(theirs!, earlier);
}
