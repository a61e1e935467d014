import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rateOf } from '../../../src/compare/audit/rates.ts';
import { auditOf } from '../../../src/compare/index.ts';
import { MEETING, recordOf } from '../event.ts';

describe('rates', () => {
  test('of statements drawn alone: Wilson’s interval', () => {
    expect(rateOf([{ part: 8, of: 10 }])).toEqual({ value: 0.8, low: 0.4902, high: 0.9433 });
    expect(rateOf([{ part: 0, of: 10 }])).toEqual({ value: 0, low: 0, high: 0.2775 });
    expect(rateOf([{ part: 0, of: 0 }])).toBeNull();
    expect(rateOf([])).toBeNull();
  });

  test('of statements that are alike within each article: wider, by what articles are worth', () => {
    const alike = rateOf([
      { part: 10, of: 10 },
      { part: 0, of: 10 },
      { part: 10, of: 10 },
      { part: 0, of: 10 },
    ])!;
    const apart = rateOf([{ part: 20, of: 40 }])!;
    expect(alike.value).toBe(apart.value);
    expect(alike.high - alike.low).toBeGreaterThan(2 * (apart.high - apart.low));
  });
});

describe('an audit', () => {
  let meeting: Awaited<ReturnType<typeof recordOf>>;
  beforeAll(async () => {
    meeting = await recordOf(MEETING);
  });
  afterAll(() => meeting.close());

  test('by speaker: the mayor speaks in all three articles, and most', async () => {
    const { rows, documents, statements, words } = await auditOf(meeting.record, 'speaker');
    expect(documents).toBe(3);
    expect([rows[0]!.group, rows[0]!.type, rows[0]!.documents]).toEqual(['Ada Vane', 'person', 3]);
    expect(rows.reduce((sum, row) => sum + row.statements, 0)).toBe(statements);
    expect(rows.reduce((sum, row) => sum + row.words, 0)).toBe(words);
    for (const row of rows) {
      expect(row.direct + row.mixed + row.indirect).toBe(row.statements);
      expect(row.first).toBeLessThanOrEqual(row.last);
    }
  });

  test('by outlet: the engineers without names are the Gazette’s', async () => {
    const { rows } = await auditOf(meeting.record, 'outlet');
    expect(rows.map(({ group, unnamed }) => [group, unnamed]).sort()).toEqual([
      ['Coast Radio', 0],
      ['Karrow Post', 0],
      ['Nesse Gazette', 1],
    ]);
  });

  test('by author and month, and for a part of the documents', async () => {
    const authors = await auditOf(meeting.record, 'author', { outlet: 'nesse gazette' });
    expect([authors.documents, authors.rows.map(({ group }) => group)]).toEqual([1, ['Tom Hale']]);
    const months = await auditOf(meeting.record, 'month');
    expect(months.rows.map(({ group }) => group)).toEqual(['2025-03']);
    await expect(auditOf(meeting.record, 'month', { since: '2030' })).rejects.toThrow(
      'no document in the record matches',
    );
  });
});
