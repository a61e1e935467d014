import { mulberry32 } from '../random.ts';

/** Average precision of a ranking, best first, 0–1: the mean of the precision at each right answer. */
export function averagePrecision(ranked: readonly { readonly right: boolean }[]): number {
  let right = 0;
  let sum = 0;
  ranked.forEach((one, at) => {
    if (one.right) sum += ++right / (at + 1);
  });
  return right === 0 ? 0 : sum / right;
}

interface Item {
  readonly features: readonly number[];
  readonly label: string;
  /** Items of one fold are left out together. Without it, folds are drawn at random. */
  readonly fold?: string;
}

/** The share of the most common label, 0–1. */
export function majority(items: readonly { readonly label: string }[]): number {
  const counts = new Map<string, number>();
  for (const { label } of items) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.max(...counts.values()) / items.length;
}

/** Cross-validated accuracy of multinomial logistic regression, 0–1. */
export function crossValidated(items: readonly Item[], folds = 0): number {
  const next = mulberry32(1);
  const foldOf = items.map(({ fold }) => fold ?? String(Math.floor(next() * folds)));
  let right = 0;
  for (const fold of new Set(foldOf)) {
    const train = items.filter((_, i) => foldOf[i] !== fold);
    const predict = fitted(train);
    items.forEach((item, i) => {
      if (foldOf[i] === fold && predict(item.features) === item.label) right++;
    });
  }
  return right / items.length;
}

function fitted(items: readonly Item[]): (features: readonly number[]) => string {
  const labels = [...new Set(items.map(({ label }) => label))].sort();
  const size = items[0]!.features.length;
  const weights = labels.map(() => new Array<number>(size).fill(0));
  const chancesOf = (features: readonly number[]) => {
    const scores = weights.map((row) => row.reduce((sum, weight, i) => sum + weight * features[i]!, 0));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.exp(score - top));
    const all = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / all);
  };
  for (let step = 0; step < 600; step++) {
    const slopes = labels.map(() => new Array<number>(size).fill(0));
    for (const { features, label } of items)
      chancesOf(features).forEach((chance, row) => {
        const miss = chance - (labels[row] === label ? 1 : 0);
        for (let i = 0; i < size; i++) slopes[row]![i]! += miss * features[i]!;
      });
    weights.forEach((row, number) => {
      for (let i = 0; i < size; i++) row[i]! -= (slopes[number]![i]! / items.length + 1e-3 * row[i]!) * 1;
    });
  }
  return (features) => {
    const chances = chancesOf(features);
    return labels[chances.indexOf(Math.max(...chances))]!;
  };
}
