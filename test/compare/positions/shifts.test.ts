import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownPairs } from '../../../bench/positions/pairs.ts';
import { confidenceOf } from '../../../bench/positions/positions.ts';
import { shiftsOfRecord, subjectsBy } from '../../../src/pipeline/positions.ts';
import { recordOf } from '../event.ts';

test('of pairs that nothing was trained on, those above a half are mostly shifts', async () => {
  const flagged: boolean[] = [];
  for (const pair of ownPairs('kept')) if ((await confidenceOf(pair)) > 0.5) flagged.push(pair.label === 'shift');
  expect(flagged.length).toBeGreaterThanOrEqual(12);
  expect(flagged.filter(Boolean).length / flagged.length).toBeGreaterThanOrEqual(0.6);
});

describe('a record of two speakers', () => {
  let port: Awaited<ReturnType<typeof recordOf>>;
  const article = (day: string, text: string) => ({ outlet: 'Nesse Gazette', published: day, text });
  beforeAll(async () => {
    port = await recordOf([
      article('2025-05-13', 'Port\n\n“We will not sell the port,” Ada Vane, the mayor, said on Monday.\n'),
      article('2025-05-20', 'Port\n\n“We will not sell the port to a bank,” Ada Vane, the mayor, said on Monday.\n'),
      article('2025-06-17', 'Port\n\n“We will sell the port,” Ada Vane, the mayor, said on Monday.\n'),
      article(
        '2025-05-14',
        'Flood\n\n“So far 14 people have died in the flood,” Bodo Lint, the sheriff, said on Monday.\n',
      ),
      article(
        '2025-05-21',
        'Flood\n\n“So far 31 people have died in the flood,” Bodo Lint, the sheriff, said on Monday.\n',
      ),
    ]);
  });
  afterAll(() => port.close());

  test('the strongest shifts are found without a topic; a rising count is none', async () => {
    const shifts = await shiftsOfRecord(port.record);
    expect(shifts.map(({ earlier, later }) => [earlier.speaker, later.text])).toContainEqual([
      'Ada Vane',
      '“We will sell the port,”',
    ]);
    for (const { score, earlier } of shifts) {
      expect(score).toBeGreaterThan(0.5);
      expect(earlier.speaker).toBe('Ada Vane');
    }
  });

  test('the subjects of a speaker, in their own words', async () => {
    const subjects = await subjectsBy(port.record, 'Vane');
    expect(subjects[0]).toEqual({ words: 'port', statements: 3, days: 3, first: '2025-05-12', last: '2025-06-16' });
    expect((await subjectsBy(port.record, 'Lint')).map(({ words }) => words)).toContain('flood');
    expect(await subjectsBy(port.record, 'Nobody')).toEqual([]);
  });
});
