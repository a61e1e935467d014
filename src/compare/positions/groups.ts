import { type Claim, claimOf } from './clauses.ts';
import { differ, signalsOf } from './signals.ts';

/** A stem of more positions than this finds none. */
const COMMON = 150;
/** The lowest topic overlap, 0–1, of two statements of the same position. */
const ALIKE = 0.6;
/** Letters of a statement that its position is told by: a whole speech takes many. */
const READ = 2000;

/** The number of each text's position: that of the first text that says the same, or a new one. Counts from 1. */
export function groupsOf(texts: readonly string[]): number[] {
  const firsts: Claim[] = [];
  const byStem = new Map<string, number[]>();
  return texts.map((text) => {
    const claim = claimOf(text.slice(0, READ));
    const shared = new Map<number, number>();
    for (const stem of claim.stems)
      for (const number of byStem.get(stem) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    const near = [...shared]
      .filter(([number, count]) => count >= ALIKE * Math.min(claim.stems.size, firsts[number]!.stems.size))
      .sort((a, b) => a[0] - b[0]);
    for (const [number] of near) {
      const signals = signalsOf(firsts[number]!, claim);
      if (signals.topic >= ALIKE && !differ(signals)) return number + 1;
    }
    firsts.push(claim);
    for (const stem of claim.stems) {
      const held = byStem.get(stem);
      if (!held) byStem.set(stem, [firsts.length - 1]);
      else if (held.length < COMMON) held.push(firsts.length - 1);
    }
    return firsts.length;
  });
}
