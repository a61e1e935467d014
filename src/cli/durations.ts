import { OnrecordError } from '../document/index.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A duration like "500ms", "30s", "15m", "2h" or "1d", in milliseconds.
 *
 * @param option its name, for the error message
 * @throws OnrecordError `wrong-usage`
 */
export function durationOf(words: string, option: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/u.exec(words.trim()) ?? [];
  if (count === undefined)
    throw new OnrecordError('wrong-usage', `${option} ${words} is not a duration; write it as 30s, 15m, 2h or 1d`);
  return Number(count) * UNITS[unit!]!;
}
