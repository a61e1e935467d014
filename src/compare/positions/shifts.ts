import type { PairMark, Vector } from '../../record/index.ts';
import type { Candidate, PositionStatement } from './candidates.ts';
import { claimOf } from './clauses.ts';
import type { Passage } from './features.ts';
import { type PassagePair, pairsToJudge } from './pairs.ts';
import { reasonOf } from './shift.ts';
import { differ, signalsOf } from './signals.ts';

/** Two statements that may be a shift of position, and why. */
export interface PossibleShift {
  /** How likely it is a shift, 0.5–1; 1 if a person marked the pair as one. */
  readonly score: number;
  /** Present if a person marked the pair as a shift. */
  readonly mark?: { readonly mark: 'shift'; readonly author: string };
  readonly earlier: PositionStatement;
  readonly later: PositionStatement;
  /** What of the two statements was compared. */
  readonly passages: { readonly earlier: string; readonly later: string };
  readonly reason: string;
}

/** Reads passages and judges pairs of them; handed in by the pipeline, which has the models. */
export interface PositionReader {
  passage(text: string): Promise<Passage>;
  /** How likely the later passage is a shift of position from the earlier, 0–1. */
  confidence(earlier: Passage, later: Passage): number;
}

/** A pair of statements that a person marked. */
export interface MarkedPair {
  readonly earlier: Candidate;
  readonly later: Candidate;
  readonly mark: PairMark;
  readonly author: string;
}

/** Below this confidence nothing is called a possible shift. */
const LEAST = 0.5;
/** In how many of the possible shifts one statement may stand. */
const EACH = 2;

/** A possible shift before it is shown. */
export interface FoundShift extends PassagePair {
  readonly score: number;
  readonly reason: string;
  readonly author?: string;
}

/** By the ids of the two statements. */
export function keyOf(earlier: Candidate, later: Candidate): string {
  return `${earlier.statement.id} ${later.statement.id}`;
}

/**
 * The possible shifts among a speaker's statements, likeliest first; those that a person marked come before all others, and
 * pairs marked as the same or unrelated are left out.
 *
 * @param candidates oldest first
 * @param options.judged how many pairs of passages are judged, at most
 */
export async function shiftsAmong(
  candidates: readonly Candidate[],
  marked: ReadonlyMap<string, MarkedPair>,
  reader: PositionReader,
  { vectors, judged }: { vectors: ReadonlyMap<string, Vector>; judged: number },
): Promise<FoundShift[]> {
  const found: FoundShift[] = [];
  for (const { earlier, later, mark, author } of marked.values())
    if (mark === 'shift') found.push(markedShift(earlier, later, author));
  for (const pair of pairsToJudge(candidates, vectors, judged)) {
    if (marked.has(keyOf(pair.earlier, pair.later))) continue;
    const signals = signalsOf(...claimsOf(pair));
    if (!differ(signals)) continue;
    const [earlier, later] = [await reader.passage(pair.passages[0].text), await reader.passage(pair.passages[1].text)];
    const score = Math.round(1e4 * reader.confidence(earlier, later)) / 1e4;
    if (score > LEAST) found.push({ ...pair, score, reason: reasonOf(signals) });
  }
  return spread(found.sort((a, b) => b.score - a.score || (a.earlier.statement.id < b.earlier.statement.id ? -1 : 1)));
}

function claimsOf({ passages: [earlier, later] }: PassagePair) {
  return [claimOf(earlier.text), claimOf(later.text)] as const;
}

function markedShift(earlier: Candidate, later: Candidate, author: string): FoundShift {
  const whole = ({ text }: Candidate) => ({ text, stems: new Set<string>() });
  const pair = { earlier, later, passages: [whole(earlier), whole(later)] as const };
  return { ...pair, score: 1, author, reason: reasonOf(signalsOf(...claimsOf(pair))) };
}

/** Each pair of statements once, and no statement in more than a few, so that one does not fill the list. */
function spread(found: readonly FoundShift[]): FoundShift[] {
  const times = new Map<string, number>();
  const pairs = new Set<string>();
  return found.filter(({ earlier, later, passages, author }) => {
    const key = keyOf(earlier, later);
    const sides = [
      `< ${passages[0].text}`,
      `> ${passages[1].text}`,
      `< ${earlier.statement.id}`,
      `> ${later.statement.id}`,
    ];
    if (pairs.has(key) || (author === undefined && sides.some((side) => (times.get(side) ?? 0) >= EACH))) return false;
    pairs.add(key);
    for (const side of sides) times.set(side, (times.get(side) ?? 0) + 1);
    return true;
  });
}
