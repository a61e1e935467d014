import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline/extract.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { DAY_CASES, type DayCase } from './days.cases.ts';

/** Cases that still come out wrong, by kind and number: each must fail, so that a mended one is taken off the list. */
const KNOWN_WRONG = new Set(['somebody else later, of whom no day is told 3']);

/** What is expected and wrong, a line each. */
async function wrongIn({ text, published = '2025-03-13', expect: expected }: DayCase): Promise<string[]> {
  const { statements } = await extract(documentOf(text, { published }));
  return expected.flatMap(([content, day]) => {
    const found = statements.find((one) => one.content.some((run) => run.text.includes(content)));
    const { basis, earliest = '', latest = '' } = found?.said ?? {};
    const isTold = basis === 'stated' || basis === 'relative';
    const isRight = day === '-' ? !isTold : earliest.startsWith(day) && latest.startsWith(day);
    return found && isRight ? [] : [`${content}: ${day}, found ${found ? `${earliest} to ${latest}` : 'no statement'}`];
  });
}

describe.each(Object.entries(DAY_CASES))('%s', (kind, cases) => {
  test.each(cases.map((one, i) => [i + 1, one] as const))('%i', async (number, one) => {
    const wrong = await wrongIn(one);
    if (KNOWN_WRONG.has(`${kind} ${number}`)) expect(wrong).not.toEqual([]);
    else expect(wrong).toEqual([]);
  });
});
