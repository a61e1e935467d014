import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../src/document/index.ts';
import { extract } from '../../src/pipeline/extract.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';
import { KIND_CASES, type KindCase } from './kinds.cases.ts';

/** A small text of a kind that once came out wrong. */
interface NewsCase extends KindCase {
  readonly id: string;
  readonly kind: string;
}

/** Cases that still come out wrong: each must fail, so that a mended one is taken off the list. */
const KNOWN_WRONG = new Set([
  'possessive-source 4',
  'press-release 4',
  'role-01',
  'cue-02',
  'false-01',
  'nobody-said-that 1',
  'acronym-or-nickname 3',
  'pron-08',
  'pron-09',
  'name-07',
  'cata-01',
  'asked-01',
  'asked-03',
  'cue-01',
  'cue-03',
  'miss-01',
  'acronym-or-nickname 2',
  'acronym-or-nickname 4',
  'asked-or-addressed-taken-for-speaker 2',
  'date-not-carried 4',
  'described-then-named 1',
  'described-then-named 2',
  'described-then-named 3',
  'described-then-named 4',
  'live-page 1',
  'name-03',
  'name-or-role-of-the-source 1',
  'name-or-role-of-the-source 3',
  'name-or-role-of-the-source 4',
  'press-release 2',
  'pronoun-for-someone-only-described 2',
  'pronoun-for-someone-only-described 4',
  'quotation-over-paragraphs-cut 3',
  'quotation-without-cue 2',
  'quotation-without-cue 3',
  'quotation-without-cue 4',
  'role-of-another-person 2',
  'surname-of-several-words 2',
  'they-for-two-people 1',
  'they-for-two-people 2',
  'they-for-two-people 3',
  'they-for-two-people 4',
  'two-people-one-surname 1',
  'two-people-one-surname 4',
]);

const CASES = SHARED
  ? readFileSync(shared('cases', 'news.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as NewsCase)
  : [];

/** The words of a content; the marks between its pieces do not count. */
const words = ({ content }: Statement) => unquoted(content.map(({ text }) => text).join(' '));

const unquoted = (text: string) => text.replace(/["“”]/gu, '').replace(/\s+/gu, ' ');

/** A name without the article before it. */
const plain = (name: string) => name.replace(/^the\s+/iu, '');

/** What is wrong with the statements of a case, in words. */
async function faultsOf({ text, published, expect: wanted, never = [] }: KindCase): Promise<string[]> {
  const all = (await extract(documentOf(text, published === undefined ? {} : { published }))).statements;
  const statements = all.filter((statement) => statement.class === 'speech');
  const missed = wanted.flatMap(({ content, speaker, said, class: uttered = 'speech' }) => {
    const found = all.find((statement) => statement.class === uttered && words(statement).includes(unquoted(content)));
    if (!found) return [`missed: ${content}`];
    const { name } = found.speaker;
    return [
      ...(plain(name) === plain(speaker) ? [] : [`“${content}” is by ${name}, not ${speaker}`]),
      ...(said === undefined || found.said.earliest === said
        ? []
        : [`“${content}” is of ${found.said.earliest}, not ${said}`]),
    ];
  });
  const junk = never.filter((part) => statements.some((statement) => words(statement).includes(unquoted(part))));
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

describe('texts of the same kinds, of our own', () => {
  for (const [kind, cases] of Object.entries(KIND_CASES))
    for (const [i, one] of cases.entries()) {
      const id = `${kind} ${i + 1}`;
      const judged = KNOWN_WRONG.has(id) ? test.fails : test;
      judged(id, async () => {
        expect(await faultsOf(one)).toEqual([]);
      });
    }
});
