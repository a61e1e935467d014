import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

/** A small text of a kind that once came out wrong. */
interface NewsCase {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly published?: string;
  readonly expect: readonly { readonly content: string; readonly speaker: string; readonly said?: string }[];
  /** Text that no statement may hold. */
  readonly never?: readonly string[];
}

/** Cases that still come out wrong: each must fail, so that a mended one is taken off the list. */
const KNOWN_WRONG = new Set([
  'pron-08',
  'pron-09',
  'multi-01',
  'multi-02',
  'multi-03',
  'name-02',
  'name-06',
  'name-07',
  'role-01',
  'cata-01',
  'asked-01',
  'asked-03',
  'head-01',
  'cue-01',
  'cue-02',
  'cue-03',
  'miss-01',
  'miss-02',
  'miss-03',
  'false-01',
  'false-02',
  'false-06',
  'false-07',
]);

const CASES = SHARED
  ? readFileSync(shared('cases', 'news.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as NewsCase)
  : [];

const words = ({ content }: Statement) => content.map(({ text }) => text).join(' ');

/** What is wrong with the statements of a case, in words. */
async function faultsOf({ text, published, expect: wanted, never = [] }: NewsCase): Promise<string[]> {
  const { statements } = await extract(documentOf(text, published === undefined ? {} : { published }));
  const missed = wanted.flatMap(({ content, speaker, said }) => {
    const found = statements.find((statement) => words(statement).includes(content));
    if (!found) return [`missed: ${content}`];
    const { name } = found.speaker;
    return [
      ...(name === speaker ? [] : [`“${content}” is by ${name}, not ${speaker}`]),
      ...(said === undefined || found.said.earliest === said
        ? []
        : [`“${content}” is of ${found.said.earliest}, not ${said}`]),
    ];
  });
  const junk = never.filter((part) => statements.some((statement) => words(statement).includes(part)));
  return [...missed, ...junk.map((part) => `nobody said: ${part}`)];
}

describe.skipIf(!SHARED)(`texts of kinds that came out wrong${WITHOUT_SHARED}`, () => {
  for (const one of CASES) {
    const judged = KNOWN_WRONG.has(one.id) ? test.fails : test;
    judged(`${one.kind} ${one.id}`, async () => {
      expect(await faultsOf(one)).toEqual([]);
    });
  }
});
