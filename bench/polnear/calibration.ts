/** The confidence of a statement, 0–1, and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the difference between confidence and share right,
 * in ten bins of equal width, weighted by their sizes. 0–1; 0 is perfect.
 */
export function calibrationError(judged: readonly Judged[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const own = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    const sure = own.reduce((sum, { confidence }) => sum + confidence, 0);
    const right = own.filter((one) => one.right).length;
    error += Math.abs(sure - right) / Math.max(1, judged.length);
  }
  return error;
}
