import { describe, expect, test } from 'vitest';
import { DIRECT_CASES } from './direct.cases.ts';
import { INDIRECT_CASES } from './indirect.cases.ts';
import { NOT_SAID_CASES } from './not-said.cases.ts';
import { findIn, parseCase } from './notation.ts';
import { SPEAKER_CASES } from './speakers.cases.ts';

const LISTS = { direct: DIRECT_CASES, indirect: INDIRECT_CASES, 'not said': NOT_SAID_CASES, speakers: SPEAKER_CASES };

for (const [list, kinds] of Object.entries(LISTS)) {
  for (const [kind, cases] of Object.entries(kinds)) {
    describe(`${list}: ${kind}`, () => {
      test.each(cases)('%s', (marked) => {
        const wanted = parseCase(marked);
        expect(findIn(wanted)).toEqual(wanted.statements);
      });
    });
  }
}
