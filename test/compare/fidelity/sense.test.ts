import { expect, test } from 'vitest';
import { leavingOutTurns, turnsSense } from '../../../src/compare/fidelity/sense.ts';

test.each([
  ['not', ''],
  ['', 'unless they pay'],
  ['should', 'could'],
  ['four', 'forty'],
  ['before', 'after'],
])('“%s” for “%s” changes the meaning', (printed, source) => {
  expect(turnsSense(printed, source)).toBe(true);
});

test.each([
  ['very', ''],
  ['might', 'could'],
  ['big', 'large'],
  ['everyone', 'everybody'],
])('“%s” for “%s” does not', (printed, source) => {
  expect(turnsSense(printed, source)).toBe(false);
});

test('an ellipsis may hide a “not” or an “if”, but not a “perhaps”', () => {
  expect(['if they pay', "they didn't", 'perhaps and slowly'].map(leavingOutTurns)).toEqual([true, true, false]);
});
