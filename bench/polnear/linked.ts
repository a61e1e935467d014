import { overlap, type Range } from '../../src/document/index.ts';
import { halfAlike, type Scored, sameRuns, sameSource } from './score.ts';

/** A statement with its cue. */
export interface Linked extends Scored {
  readonly cue: readonly Range[];
}

/** Whole attributions found right: all runs of source and content equal, or half of them shared. */
export interface LinkedTally {
  gold: number;
  found: number;
  exact: number;
  half: number;
}

/**
 * Adds one article. Gold and found attributions are paired where their cues overlap, each at most once, the likeliest
 * first: equal source and content, then half alike, then whichever shares a cue.
 */
export function tallyLinked(gold: readonly Linked[], found: readonly Linked[], into: LinkedTally): void {
  into.gold += gold.length;
  into.found += found.length;
  const pairs = gold.flatMap((one) =>
    found.filter((other) => meet(one.cue, other.cue)).map((other) => ({ one, other, likeness: likeness(one, other) })),
  );
  const used = new Set<Linked>();
  for (const { one, other, likeness } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (used.has(one) || used.has(other)) continue;
    used.add(one).add(other);
    if (likeness === 2) into.exact++;
    if (likeness >= 1) into.half++;
  }
}

/** 2 for equal source and content, 1 for half of both shared, 0 otherwise. */
function likeness(gold: Linked, found: Linked): 0 | 1 | 2 {
  if (sameRuns(gold.source, found.source) && sameRuns(gold.content, found.content)) return 2;
  return sameSource(gold.source, found.source) && halfAlike(gold.content, found.content) ? 1 : 0;
}

function meet(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some((run) => b.some((other) => overlap(run, other) > 0));
}
