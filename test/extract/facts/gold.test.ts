import { describe, expect, test } from 'vitest';
import { judge } from '../../../bench/facts/judge.ts';
import { SHARED, WITHOUT_SHARED } from '../../shared.ts';

describe.each(['dates', 'channels', 'figures'] as const)('%s of the gold', (kind) => {
  test('each of our own sentences is right', async () => {
    expect((await judge(kind, undefined)).filter(({ faults }) => faults.length > 0)).toEqual([]);
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
