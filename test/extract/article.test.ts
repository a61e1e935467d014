import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asGold, compare, type GoldStatement } from '../../bench/article/article.ts';
import { readAndExtract } from '../../src/pipeline/add.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

/**
 * What the tagger still gets wrong of it: one content ends before its "apparently …", and two readings are not
 * statements. A difference too many fails, and so does one that is mended.
 */
const KNOWN_DIFFERENCES = [
  'too many: David Lammy at letters [[3686,3694]]',
  'too many: no source at letters [[4145,4149],[4172,4444]]',
];

describe.skipIf(!SHARED)(`the first article${WITHOUT_SHARED}`, () => {
  const gold = JSON.parse(readFileSync('test/gold/healey-trainers.json', 'utf8')) as GoldStatement[];
  test.each([
    'txt',
    'html',
    'pdf',
  ])('as %s: every statement, speaker, date and channel, and nothing else, but for what is known', async (format) => {
    const file = shared('articles', `healey-trainers.${format}`);
    const { document, statements } = await readAndExtract(readFileSync(file), file);
    expect(compare(gold, asGold(document, statements))).toEqual(KNOWN_DIFFERENCES);
  });
});
