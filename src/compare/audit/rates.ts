/** A share with its 95% confidence interval, all 0–1. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Counts in one document: `part` of `of` statements. */
export interface Counted {
  readonly part: number;
  readonly of: number;
}

const Z = 1.959964;

/**
 * The share over all documents, with Wilson's interval (1927). Statements of one document are often alike, so the
 * interval uses the effective sample size under cluster sampling (Kish 1965).
 *
 * @returns null if the documents have nothing to take a share of
 */
export function rateOf(documents: readonly Counted[]): Rate | null {
  const of = documents.reduce((sum, one) => sum + one.of, 0);
  if (of === 0) return null;
  const value = documents.reduce((sum, one) => sum + one.part, 0) / of;
  const size = effectiveSize(documents, value, of);
  const middle = (value + Z ** 2 / (2 * size)) / (1 + Z ** 2 / size);
  const reach = (Z * Math.sqrt((value * (1 - value)) / size + Z ** 2 / (4 * size ** 2))) / (1 + Z ** 2 / size);
  return {
    value: rounded(value),
    low: rounded(Math.max(0, middle - reach)),
    high: rounded(Math.min(1, middle + reach)),
  };
}

function effectiveSize(documents: readonly Counted[], value: number, of: number): number {
  const count = documents.length;
  if (count < 2 || value === 0 || value === 1) return of;
  const spread = documents.reduce((sum, one) => sum + (one.part - value * one.of) ** 2, 0);
  const variance = (count / (count - 1)) * (spread / of ** 2);
  return variance === 0 ? of : Math.min(of, (value * (1 - value)) / variance);
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
