import { describe, expect, test } from 'vitest';
import { judge } from '../../../bench/facts/judge.ts';
import { SHARED, WITHOUT_SHARED } from '../../shared.ts';

/** Our own sentences that are read wrong for now. */
const KNOWN_WRONG: ReadonlySet<string> = new Set([
  'The mayor has resigned, the Gazette reported, quoting a friend who said she was tired.',
]);

describe.each(['dates', 'channels', 'figures'] as const)('%s of the gold', (kind) => {
  test('each of our own sentences is right, but for what is known', async () => {
    const wrong = (await judge(kind, undefined)).filter(({ faults }) => faults.length > 0);
    const known = wrong.filter(({ sentence }) => KNOWN_WRONG.has(sentence));
    expect(wrong.filter((one) => !known.includes(one))).toEqual([]);
    if (kind === 'channels') expect(known.map(({ sentence }) => sentence)).toEqual([...KNOWN_WRONG]);
  });

  test.skipIf(!SHARED)(
    `95 of 100 drawn sentences are right${WITHOUT_SHARED}`,
    async () => {
      const drawn = (await judge(kind, SHARED)).filter(({ from }) => from === 'drawn');
      const right = drawn.filter(({ faults }) => faults.length === 0);
      expect(right.length / drawn.length).toBeGreaterThanOrEqual(0.95);
    },
    120_000,
  );
});
