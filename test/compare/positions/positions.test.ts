import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimOf, positionsOf, reasonOf, signalsOf } from '../../../src/compare/index.ts';
import { positionReader } from '../../../src/pipeline/position-reader.ts';
import { reextract } from '../../../src/pipeline/reextract.ts';
import { markPair, undoReview } from '../../../src/record/index.ts';
import { recordOf } from '../event.ts';

describe('signals', () => {
  const signals = (a: string, b: string) => signalsOf(claimOf(a), claimOf(b));

  test('say in words why', () => {
    expect(reasonOf(signals('We will not sell the port.', 'We will sell the port.'))).toBe(
      'the first denies or limits what the second does not: “We will not sell the port.”, then “We will sell the port.”',
    );
    expect(reasonOf(signals('We hired twelve cooks.', 'We hired 4 cooks.'))).toContain(
      'the numbers differ: twelve, then 4',
    );
    expect(reasonOf(signals('The school will be built.', 'The school might be built.'))).toContain(
      'the first commits, the second does not',
    );
  });

  test('take a condition that was met, another subject, another time for no shift', () => {
    const excuse = (a: string, b: string) => signals(a, b).excuse;
    expect(excuse('I will not sign unless the harbour pays.', 'The harbour has paid, and I will sign.')).toBe(
      'condition',
    );
    expect(excuse('The upper dam is safe.', 'The lower dam is not safe.')).toBe('subject');
    expect(excuse('Last year there were no trains.', 'This year there are trains.')).toBe('time');
    expect(excuse('The dam is safe.', 'Critics say that the dam is not safe.')).toBe('others');
    expect(excuse('The dam is safe.', 'The dam is not safe.')).toBeUndefined();
  });
});

describe('a speaker in three articles', () => {
  let port: Awaited<ReturnType<typeof recordOf>>;
  beforeAll(async () => {
    port = await recordOf([
      {
        outlet: 'Nesse Gazette',
        published: '2025-05-12',
        text: 'Port stays\n\n“We will not sell the port,” Ada Vane, the mayor, said on Monday.\n\n“The port should be sold tomorrow,” said Bodo Lint.\n',
      },
      {
        outlet: 'Karrow Post',
        published: '2025-05-12',
        text: 'No sale\n\nAda Vane said on Monday: “We will not sell the port.”\n',
      },
      {
        outlet: 'Nesse Gazette',
        published: '2025-06-17',
        text: 'Offers\n\n“We will sell the port,” Ada Vane, the mayor, said on Tuesday. “Every offer for the port might be accepted.”\n\n“The choir sang well,” Vane said on Tuesday.\n',
      },
    ]);
  });
  afterAll(() => port.close());

  test('the shift is found with its reason; two reports of one thing and another speaker are none', async () => {
    const { statements, shifts } = await positionsOf(port.record, 'Vane', ['port'], positionReader);
    expect(statements.map(({ text }) => text.replace(/[“”,.]/gu, ''))).toEqual([
      'We will not sell the port',
      'We will not sell the port',
      'We will sell the port … Every offer for the port might be accepted',
    ]);
    expect(statements.map(({ position }) => position)).toEqual([1, 1, 2]);
    expect(shifts.length).toBeGreaterThan(0);
    for (const { earlier, later, reason } of shifts) {
      expect([earlier.speaker, later.speaker]).toEqual(['Ada Vane', 'Ada Vane']);
      expect(earlier.said.latest! < later.said.earliest!).toBe(true);
      expect(reason).toMatch(/the first (?:denies or limits what|commits, )/u);
    }
  });

  test('a person marks pairs: what is no shift goes, what is comes first; undone, and after a new reading too', async () => {
    const { record } = port;
    const [first] = (await positionsOf(record, 'Vane', ['port'], positionReader)).shifts;
    const ids = [first!.earlier.id, first!.later.id] as const;
    const pairs = async () =>
      (await positionsOf(record, 'Vane', ['port'], positionReader)).shifts.map((one) => [one.earlier.id, one.later.id]);
    const review = await markPair(record, ...ids, 'same', 'Ines Farrow');
    expect(await pairs()).not.toContainEqual(ids);
    await reextract(record);
    expect(await pairs()).not.toContainEqual(ids);
    await undoReview(record, review);
    expect(await pairs()).toContainEqual(ids);
    await markPair(record, ...ids, 'shift', 'Ines Farrow');
    const [top] = (await positionsOf(record, 'Vane', ['port'], positionReader)).shifts;
    expect([top!.score, top!.mark]).toEqual([1, { mark: 'shift', author: 'Ines Farrow' }]);
    await expect(markPair(record, ids[0], ids[0], 'same', 'Ines Farrow')).rejects.toThrow('two statements');
  });

  test('a topic in several phrasings, and one that nobody spoke on', async () => {
    expect((await positionsOf(port.record, 'Vane', ['choir', 'port offer'], positionReader)).statements).toHaveLength(
      2,
    );
    expect(await positionsOf(port.record, 'Vane', ['airport'], positionReader)).toEqual({ statements: [], shifts: [] });
  });
});
