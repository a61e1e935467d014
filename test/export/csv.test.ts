import { expect, test } from 'vitest';
import { csvLines, csvTable } from '../../src/export/csv.ts';

test('fields with commas, quotation marks and line breaks are quoted', () => {
  expect([...csvLines([['a,b', 'say "no"', 'two\nlines', 'plain']])]).toEqual([
    '"a,b","say ""no""","two\nlines",plain\r\n',
  ]);
});

test('what is unknown is an empty cell; zero and false are not', () => {
  expect([...csvLines([[null, undefined, '', 0, false]])]).toEqual([',,,0,false\r\n']);
});

test('text that a spreadsheet would run as a formula is disarmed; negative numbers stay numbers', () => {
  expect([...csvLines([['=1+1', '@name', '-x', -3]])]).toEqual(["'=1+1,'@name,'-x,-3\r\n"]);
});

test('a table has a header, even without rows', async () => {
  const columns = [['name', (row: { name: string }) => row.name]] as const;
  const lines = async (rows: { name: string }[]) => {
    const found: string[] = [];
    for await (const line of csvTable(columns, rows)) found.push(line);
    return found;
  };
  expect(await lines([{ name: 'Ada Vane' }])).toEqual(['name\r\n', 'Ada Vane\r\n']);
  expect(await lines([])).toEqual(['name\r\n']);
});
