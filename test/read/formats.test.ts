import { expect, test } from 'vitest';
import { answerOf } from './cases/case.ts';
import { CASES } from './cases/index.ts';

test.each(CASES.map((one) => [`${one.format}: ${one.name}`, one] as const))('%s', async (_, one) => {
  for (const document of await answerOf(one))
    for (const [asked, { right, read }] of Object.entries(document)) expect(read, asked).toEqual(right);
});
