/** One decision tree: nodes side by side. A node whose `feature` is -1 is a leaf. */
interface Tree {
  /** The feature that a node asks about. */
  readonly feature: readonly number[];
  /** A row goes left where its feature is at most this; at a leaf, the leaf's score. */
  readonly value: readonly number[];
  /** The node on the left, and on the right, by their places. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Gradient-boosted decision trees (Friedman 2001) that score a candidate; written by `training/`. */
export interface Trees {
  /** The names of the features, in the order of a row. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
}

/** The trees that choose days: read once statement by statement, then again with what was thought of those around. */
export interface DayTrees {
  readonly first: Trees;
  readonly second: Trees;
}

/** What is chosen by trees: who says a statement, and on which day. */
export interface Choices {
  readonly speakers: Trees;
  readonly dates: DayTrees;
}

/** The sum of what the trees say of a row of features. */
export function scoreOf({ trees }: Trees, row: readonly number[]): number {
  let sum = 0;
  for (const { feature, value, left, right } of trees) {
    let node = 0;
    while (feature[node]! >= 0) node = row[feature[node]!]! <= value[node]! ? left[node]! : right[node]!;
    sum += value[node]!;
  }
  return sum;
}

/** Scores as probabilities that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - top));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
