import { NONE } from '../../model/feature-numbers.ts';
import { type Dating, firstIndex, type NamedDay } from './dating.ts';

/** What was thought of an attribution by itself: its candidates with their shares, the last share that of none. */
export interface FirstReading {
  readonly candidates: readonly NamedDay[];
  readonly shares: readonly number[];
}

/** What the second reading knows of a day beside its features: what the first one thought of the statements around. */
export const AROUND_FEATURES = [
  'share',
  'share of none',
  'rank',
  'statement before',
  'statement after',
  'before in sentence',
  'after in sentence',
  'speaker before',
  'speaker after',
  'mean of speaker',
  'mean of all',
  'most of all',
  'mean of none',
] as const;

/** A day, or nothing for none of those named. */
type Day = NamedDay | undefined;

/** The shares of a day over some statements. */
interface Sum {
  readonly total: number;
  /** The greatest and the second. */
  readonly top: readonly [number, number];
}

/** The first readings of a document's statements, together. */
export class FirstReadings {
  readonly #dating: Dating;
  readonly #first: readonly FirstReading[];
  readonly #all = new Map<Day, Sum>();
  readonly #bySpeaker = new Map<string, Map<Day, Sum>>();

  constructor(dating: Dating, first: readonly FirstReading[]) {
    this.#dating = dating;
    this.#first = first;
    for (const [i, { candidates, shares }] of first.entries()) {
      const name = dating.speakers[i]!;
      const speaker = this.#bySpeaker.get(name) ?? new Map<Day, Sum>();
      this.#bySpeaker.set(name, speaker);
      for (const [at, share] of shares.entries())
        for (const sums of [this.#all, speaker]) sums.set(candidates[at], plus(sums.get(candidates[at]), share));
    }
  }

  /** The rows of the attribution at an index, a row a candidate and one for none, with what is thought of those around it. */
  rows(index: number, own: readonly (readonly number[])[]): number[][] {
    const { candidates, shares } = this.#first[index]!;
    const bySpeaker = this.#dating.bySpeaker.get(this.#dating.speakers[index]!)!;
    const at = firstIndex(bySpeaker, (other) => other >= index);
    return own.map((row, i) => {
      const day = candidates[i];
      const share = shares[i]!;
      return [
        ...row,
        share,
        shares.at(-1)!,
        shares.filter((other) => other > share).length,
        this.#shareAt(index - 1, day),
        this.#shareAt(index + 1, day),
        this.#isInSentenceWith(index, index - 1) ? 1 : 0,
        this.#isInSentenceWith(index, index + 1) ? 1 : 0,
        this.#shareAt(bySpeaker[at - 1], day),
        this.#shareAt(bySpeaker[at + 1], day),
        meanWithout(this.#bySpeaker.get(this.#dating.speakers[index]!)!.get(day), share, bySpeaker.length),
        meanWithout(this.#all.get(day), share, this.#first.length),
        mostWithout(this.#all.get(day), share),
        meanWithout(this.#all.get(undefined), shares.at(-1)!, this.#first.length),
      ];
    });
  }

  #isInSentenceWith(index: number, other: number): boolean {
    const { places } = this.#dating;
    return places[index]! >= 0 && places[index] === places[other];
  }

  /** The share of a day in the reading at an index. */
  #shareAt(index: number | undefined, day: Day): number {
    const reading = this.#first[index ?? -1];
    if (!reading) return NONE;
    if (!day) return reading.shares.at(-1)!;
    const at = reading.candidates.indexOf(day);
    return at < 0 ? 0 : reading.shares[at]!;
  }
}

function plus(sum: Sum | undefined, share: number): Sum {
  if (!sum) return { total: share, top: [share, 0] };
  const [first, second] = sum.top;
  return {
    total: sum.total + share,
    top: share > first ? [share, first] : [first, Math.max(second, share)],
  };
}

/** The mean of the other statements, of `count` with this one. */
function meanWithout(sum: Sum | undefined, share: number, count: number): number {
  return count < 2 ? NONE : ((sum?.total ?? share) - share) / (count - 1);
}

function mostWithout(sum: Sum | undefined, share: number): number {
  const [first, second] = sum?.top ?? [0, 0];
  return share === first ? second : first;
}
