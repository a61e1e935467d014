import { cosine, type Vector } from '../../record/index.ts';
import { type Assertion, type Candidate, isComparable } from './candidates.ts';

/** Passages of an earlier and a later statement of one speaker that may be about one thing. */
export interface PassagePair {
  readonly earlier: Candidate;
  readonly later: Candidate;
  readonly passages: readonly [earlier: Assertion, later: Assertion];
}

/** A stem that more passages than this hold says little, and suggests no pairs. */
const COMMON = 100;
/** How many pairs are weighed, for each that is returned. */
const SPARE = 10;

/**
 * Pairs of passages that are likely to be about one thing, likeliest first: they share the rarest stems, or their statements
 * are near in meaning. A statement may be told of in many reports: of those with one utterance and day the first is taken.
 *
 * @param candidates oldest first
 * @param vectors of the statements, by id, where they are known
 * @param most how many pairs are returned, at most
 */
export function pairsToJudge(
  candidates: readonly Candidate[],
  vectors: ReadonlyMap<string, Vector>,
  most: number,
): PassagePair[] {
  const passages = distinct(candidates);
  const holders = new Map<string, number[]>();
  passages.forEach(({ assertion }, number) => {
    for (const stem of assertion.stems) {
      const held = holders.get(stem);
      if (held) held.push(number);
      else holders.set(stem, [number]);
    }
  });
  const weights = new Map<number, number>();
  for (const held of [...holders.values()].sort((a, b) => a.length - b.length)) {
    if (held.length > COMMON || weights.size > SPARE * most) break;
    const weight = 1 / Math.log2(1 + held.length);
    for (const [at, one] of held.entries())
      for (const other of held.slice(at + 1)) {
        const key = one * passages.length + other;
        weights.set(key, (weights.get(key) ?? 0) + weight);
      }
  }
  return [...weights]
    .flatMap(([key, weight]) => {
      const [one, other] = [passages[Math.floor(key / passages.length)]!, passages[key % passages.length]!];
      if (!isComparable(one.candidate.statement, other.candidate.statement)) return [];
      return [{ one, other, weight: (weight * likeness(one, other, vectors)) / lengthOf(one, other) }];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ one, other }) => ({
      earlier: one.candidate,
      later: other.candidate,
      passages: [one.assertion, other.assertion],
    }));
}

interface Placed {
  readonly candidate: Candidate;
  readonly assertion: Assertion;
}

/** The passages, each wording once a day: what many outlets report is one thing said. */
function distinct(candidates: readonly Candidate[]): Placed[] {
  const seen = new Set<string>();
  return candidates.flatMap((candidate) =>
    candidate.assertions.flatMap((assertion) => {
      const key = `${candidate.day.slice(0, 10)} ${[...assertion.stems].sort().join(' ')}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ candidate, assertion }];
    }),
  );
}

function likeness({ candidate: a }: Placed, { candidate: b }: Placed, vectors: ReadonlyMap<string, Vector>): number {
  const [one, other] = [vectors.get(a.statement.id), vectors.get(b.statement.id)];
  return one && other ? 0.5 + Math.max(0, cosine(one, other)) : 1;
}

/** Long passages share words by chance. */
function lengthOf({ assertion: a }: Placed, { assertion: b }: Placed): number {
  return Math.sqrt(Math.max(a.stems.size, b.stems.size, 3));
}
