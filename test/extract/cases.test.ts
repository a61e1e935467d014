import { describe, expect, test } from 'vitest';
import { DIRECT_CASES } from './direct.cases.ts';
import { INDIRECT_CASES } from './indirect.cases.ts';
import { KNOWN_WRONG } from './known-wrong.ts';
import { NOT_SAID_CASES } from './not-said.cases.ts';
import { findIn, parseCase } from './notation.ts';
import { SPEAKER_CASES } from './speakers.cases.ts';

const LISTS = { direct: DIRECT_CASES, indirect: INDIRECT_CASES, 'not said': NOT_SAID_CASES, speakers: SPEAKER_CASES };

for (const [list, kinds] of Object.entries(LISTS)) {
  for (const [kind, cases] of Object.entries(kinds)) {
    describe(`${list}: ${kind}`, () => {
      for (const marked of cases) {
        const judged = KNOWN_WRONG.has(marked) ? test.fails : test;
        judged(marked, async () => {
          const wanted = parseCase(marked);
          expect(await findIn(wanted)).toEqual(wanted.statements);
        });
      }
    });
  }
}
