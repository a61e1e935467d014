import type { Clause, CountedNumber, Taken } from './clauses.ts';

/** What tells a shift of position between two statements of one speaker; the shares lie between 0 and 1. */
export interface Signals {
  /** How far both are of one thing, by the words of weight that they share. */
  readonly topic: number;
  /** Clauses of one thing, one of which says the opposite. */
  readonly opposite?: readonly [earlier: Clause, later: Clause];
  /** Numbers of the same thing that differ. */
  readonly numbers?: readonly [earlier: CountedNumber, later: CountedNumber];
  /** One commits itself, the other does not. */
  readonly firmness?: 'weaker' | 'firmer';
  /** The text says that both answer one question. */
  readonly sameQuestion: boolean;
  /** What speaks against a shift. */
  readonly excuse?: 'condition' | 'subject' | 'time' | 'others';
}

/** Share of the words of weight of the shorter clause from which on two clauses are of one thing. */
const ONE_THING = 0.5;

/** The signals between what was said earlier and later. `sameQuestion` is what the text around them says. */
export function signalsOf(earlier: Taken, later: Taken, sameQuestion = false): Signals {
  const pairs = earlier.clauses.flatMap((one) =>
    later.clauses.map((other) => ({ one, other, ...topicOf(one, other) })),
  );
  const [nearest] = [...pairs].sort((a, b) => b.topic - a.topic || b.shared.length - a.shared.length);
  const ofOneThing = pairs.filter(
    ({ one, other, topic, shared }) =>
      topic >= ONE_THING &&
      shared.length > 0 &&
      (shared.length > 1 || Math.min(one.stems.size, other.stems.size) === 1),
  );
  const agreeing = ofOneThing.filter(({ one, other }) => one.sense === other.sense);
  const apart = ofOneThing
    .filter(({ one, other }) => one.sense !== other.sense)
    .sort((a, b) => b.shared.length - a.shared.length)[0];
  // One clause may say the opposite of what another repeats: "not final", "it is not, but …".
  const opposite = apart && !agreeing.some(({ shared }) => shared.length > apart.shared.length) ? apart : undefined;
  const numbers = differentNumbers(earlier, later);
  const firmness =
    earlier.isFirm && later.isWeak && !earlier.isWeak
      ? 'weaker'
      : earlier.isWeak && later.isFirm && !later.isWeak
        ? 'firmer'
        : undefined;
  const excuse = excuseFor(earlier, later, nearest?.shared ?? []);
  return {
    topic: nearest?.topic ?? 0,
    ...(opposite ? { opposite: [opposite.one, opposite.other] as const } : {}),
    ...(numbers ? { numbers } : {}),
    ...(firmness ? { firmness } : {}),
    sameQuestion,
    ...(excuse ? { excuse } : {}),
  };
}

function topicOf(one: Clause, other: Clause): { topic: number; shared: string[] } {
  const shared = [...one.stems.keys()].filter((stem) => other.stems.has(stem));
  const shorter = Math.min(one.stems.size, other.stems.size);
  return { topic: shorter === 0 ? 0 : shared.length / shorter, shared };
}

function differentNumbers(earlier: Taken, later: Taken): readonly [CountedNumber, CountedNumber] | undefined {
  const [ours, theirs] = [earlier, later].map(({ clauses }) => clauses.flatMap(({ numbers }) => numbers));
  for (const one of ours!) {
    const same = theirs!.filter(({ of }) => of === one.of);
    if (same.length > 0 && !same.some(({ value }) => value === one.value)) return [one, same[0]!];
  }
  return undefined;
}

const CONDITION = /\b(?:if|unless|until|only when|as long as|provided|depending)\b([^.;]*)/iu;
const PAST_TIME =
  /\b(?:last (?:year|month|week|winter|summer|spring|autumn)|in (?:19|20)\d\d|at the time|back then|years ago)\b/iu;
const OTHER_TIME = /\b(?:this|next) (?:year|month|week|winter|summer|spring|autumn)\b|\bnow\b|\btoday\b/iu;
/** Somebody else than the speaker says it: "critics say", "the head of the bank said". */
const OTHERS =
  /\b(?!(?:i|we|have|has|had|always|already|never|just|to|also|not|who|and|as)\b)[\p{L}’']{1,40}\s+(?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|argues?|argued|insists?|insisted|wants?)\b/iu;

/** What explains that two statements differ, so that they are no shift. */
function excuseFor(earlier: Taken, later: Taken, shared: readonly string[]): Signals['excuse'] {
  if (OTHERS.test(earlier.text) !== OTHERS.test(later.text)) return 'others';
  const condition = CONDITION.exec(earlier.text);
  if (condition && isMet(condition[0], later)) return 'condition';
  const [first, second] = [earlier, later].map(({ text }) => ({
    past: PAST_TIME.test(text),
    other: OTHER_TIME.test(text),
  }));
  if ((first!.past && second!.other) || (first!.other && second!.past)) return 'time';
  return shared.some((stem) => hasOtherModifier(stem, earlier, later)) ? 'subject' : undefined;
}

/** Whether what a condition names comes up again in what was said later, without a condition. */
function isMet(condition: string, later: Taken): boolean {
  if (CONDITION.test(later.text)) return false;
  const words = condition.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return words.some(
    (word) =>
      word.length > 3 &&
      later.text.toLowerCase().includes(word.slice(0, Math.max(4, word.length - 2))) &&
      !LINKING.has(word),
  );
}

const LINKING = new Set('unless until only when long provided depending that does this have been will with'.split(' '));

/** "the east bridge" and "the west bridge": one word with another before it in each. */
function hasOtherModifier(stem: string, earlier: Taken, later: Taken): boolean {
  const [ours, theirs] = [earlier, later].map(({ clauses }) =>
    clauses.flatMap(({ stems }) => (stems.get(stem) === undefined ? [] : [stems.get(stem)!])),
  );
  if (ours!.length === 0 || theirs!.length === 0) return false;
  const isOther = (own: readonly string[], other: Taken) => own.every((modifier) => !other.stems.has(modifier));
  return isOther(ours!, later) && isOther(theirs!, earlier);
}
