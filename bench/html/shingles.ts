/** Precision and recall of one page, by four-word shingles counted with repetition. */
export function scorePage(truth: string, answer: string): { precision: number; recall: number } {
  const gold = shingles(truth);
  const found = shingles(answer);
  let shared = 0;
  for (const [shingle, count] of found) shared += Math.min(count, gold.get(shingle) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total(gold) === shared && total(found) === shared) return { precision: 1, recall: 1 };
  return shared === 0
    ? { precision: 0, recall: 0 }
    : { precision: shared / total(found), recall: shared / total(gold) };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i + 4 <= words.length; i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
