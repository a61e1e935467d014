import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asGold, compare, type GoldStatement } from '../../bench/article/article.ts';
import { readAndExtract } from '../../src/pipeline/add.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

describe.skipIf(!SHARED)(`the first article${WITHOUT_SHARED}`, () => {
  const gold = JSON.parse(readFileSync('test/gold/healey-trainers.json', 'utf8')) as GoldStatement[];
  test.each([
    'txt',
    'html',
    'pdf',
  ])('as %s: every statement, speaker, date and channel, and nothing else', async (format) => {
    const file = shared('articles', `healey-trainers.${format}`);
    const { document, statements } = await readAndExtract(readFileSync(file), file);
    expect(compare(gold, asGold(document, statements))).toEqual([]);
  });
});
