import { diffWordsWithSpace } from 'diff';

/** A run of text that both versions have, or only the earlier (`gone`) or the later (`new`). */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** The share of words, 0–1, that a statement or paragraph must share with an earlier one to count as its rewriting. */
const ALTERED = 0.5;

/**
 * Maps each later item to the earlier one that it equals or rewrites: most similar pairs first, each item once.
 *
 * @param wordsOf the words of an item, in one spelling
 * @param isLikelier whether two items belong together rather than others that are as similar
 */
export function paired<T>(
  before: readonly T[],
  after: readonly T[],
  wordsOf: (one: T) => readonly string[],
  isLikelier: (later: T, earlier: T) => boolean = () => false,
): Map<T, T> {
  const words = new Map([...before, ...after].map((one) => [one, wordsOf(one)]));
  const scored = after
    .flatMap((later) =>
      before.map((earlier) => ({ later, earlier, score: likeness(words.get(earlier)!, words.get(later)!) })),
    )
    .filter(({ score }) => score >= ALTERED)
    .map((pair) => ({ ...pair, isLikelier: isLikelier(pair.later, pair.earlier) }));
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  for (const { later, earlier } of scored.sort(
    (a, b) => b.score - a.score || Number(b.isLikelier) - Number(a.isLikelier),
  )) {
    if (pairs.has(later) || taken.has(earlier)) continue;
    pairs.set(later, earlier);
    taken.add(earlier);
  }
  return pairs;
}

/** The share of words that two texts have in common (Dice's coefficient), 0–1. */
function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

/** What changed from one text to another, word by word (Myers 1986). */
export function wordChanges(before: string, after: string): WordChange[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}
