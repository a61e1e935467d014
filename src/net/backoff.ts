/** The longest that anything is put off: a day, in milliseconds. */
const LONGEST = 24 * 3_600_000;

/**
 * Milliseconds until another try: twice as long after each failure, and a fifth more or less, so that what failed together
 * is not tried together.
 *
 * @param first milliseconds after the first failure
 * @param failures in a row, from 1
 * @param longest milliseconds that are waited at most, give or take that fifth; never more than a day
 */
export function backoff(first: number, failures: number, longest = LONGEST): number {
  const wait = Math.min(LONGEST, longest, first * 2 ** Math.min(20, failures - 1));
  return wait * (0.8 + 0.4 * Math.random());
}

/** The time after so many milliseconds: ISO. */
export function after(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}
