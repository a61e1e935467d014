import { afterEach, beforeEach, expect, test } from 'vitest';
import { dateWords, statementLines, table, wrap } from '../../src/cli/print.ts';
import { stored } from '../export/stored.ts';

const { columns } = process.stdout;
beforeEach(() => {
  process.stdout.columns = 60;
});
afterEach(() => {
  process.stdout.columns = columns;
});

test('columns are as wide as their cells, and the last one is cut at the edge of the screen', () => {
  const title = 'A very long title that no screen of sixty columns can show in full';
  expect(
    table(
      ['id', 'title'],
      [
        ['d1', 'Port stays'],
        ['d12345', title],
      ],
    ),
  ).toEqual([
    'id      title\n',
    'd1      Port stays\n',
    'd12345  A very long title that no screen of sixty columns c…\n',
  ]);
});

test('text is wrapped with an indent, and its first line may have another', () => {
  const lines = wrap('one two three four five six seven eight nine ten eleven twelve', '    ', '  — ').split('\n');
  expect(lines).toEqual(['  — one two three four five six seven eight nine ten eleven', '    twelve']);
});

test('dates for people', () => {
  expect(dateWords({ earliest: '2025-03-11', latest: '2025-03-11', basis: 'stated' })).toBe('2025-03-11');
  expect(dateWords({ earliest: '2025-02-01', latest: '2025-02-28', basis: 'relative' })).toBe(
    '2025-02-01 to 2025-02-28',
  );
  expect(dateWords({ latest: '2025-03-12', basis: 'published' })).toBe('by 2025-03-12');
  expect(dateWords({ basis: 'unknown' })).toBe('date unknown');
});

test('a statement shows its speaker, its words and where they were printed', () => {
  expect(statementLines(stored({ negated: true })).split('\n')).toEqual([
    '2025-03-11  Ada Vane (mayor, not say, direct)  s000000000001',
    '    “We will not sell the port,”',
    '    — Nesse Gazette · Port stays · 2025-03-12 ·',
    '      d000000000001',
    '',
  ]);
});
