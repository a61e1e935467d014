/** The longest wait: a day, in milliseconds. */
const LONGEST = 24 * 3_600_000;

/**
 * Milliseconds until the next try: twice as long after each failure, plus or minus a fifth at random, so that requests that
 * failed together are not repeated together.
 *
 * @param first milliseconds after the first failure
 * @param failures in a row, from 1
 * @param longest milliseconds at most, plus or minus that fifth; never more than a day
 */
export function backoff(first: number, failures: number, longest = LONGEST): number {
  const wait = Math.min(LONGEST, longest, first * 2 ** Math.min(20, failures - 1));
  return wait * (0.8 + 0.4 * Math.random());
}

/** The time so many milliseconds from now, in ISO form. */
export function after(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}
