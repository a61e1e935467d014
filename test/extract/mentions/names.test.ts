import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/pipeline/extract.ts';
import { documentOf } from '../../../src/pipeline/filter.ts';
import { NAME_CASES, type NameCase } from './names.cases.ts';

/** Cases that still come out wrong: each must fail, so that a mended one is taken off the list. */
const KNOWN_WRONG: ReadonlySet<string> = new Set([
  'month or day 6',
  'organisation of and and 1',
  'month or day 5',
  'organisation of and and 5',
  'of every kind 4',
  'of every kind 18',
]);

const words = (text: string) => text.replace(/["“”]/gu, '').replace(/\s+/gu, ' ');

/** Whom the program finds in a case, and who it thinks says what the case asks about. */
async function read({ text, says }: NameCase): Promise<Pick<NameCase, 'names' | 'says'>> {
  const { names, statements } = await extract(documentOf(text));
  const spoken = Object.keys(says).map((content) => {
    const found = statements.find((one) => words(one.content.map((part) => part.text).join(' ')).includes(content));
    return [content, found?.speaker.name ?? 'no statement'];
  });
  return {
    names: names.filter(({ type }) => type !== 'place').map(({ type, name }) => `${type} ${name}`),
    says: Object.fromEntries(spoken),
  };
}

for (const [kind, cases] of Object.entries(NAME_CASES))
  describe(kind, () => {
    for (const [i, one] of cases.entries()) {
      const id = `${kind} ${i + 1}`;
      const judged = KNOWN_WRONG.has(id) ? test.fails : test;
      judged(`${i + 1}: ${one.text}`, async () => {
        expect(await read(one)).toEqual({ names: one.names, says: one.says });
      });
    }
  });
