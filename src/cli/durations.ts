import { OnrecordError } from '../document/index.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** "15m", "30s", "2h", "1d", "500ms" → milliseconds. Throws `wrong-usage` and names the option. */
export function durationOf(words: string, option: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/u.exec(words.trim()) ?? [];
  if (count === undefined)
    throw new OnrecordError('wrong-usage', `${option} ${words} is no length of time; write it as 30s, 15m, 2h or 1d`);
  return Number(count) * UNITS[unit!]!;
}
