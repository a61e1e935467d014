import { expect, test } from 'vitest';
import { fits } from '../../../src/extract/coreference/resolve.ts';
import { genderOfNoun } from '../../../src/language/english/gender.ts';

test.each([
  ['he', { type: 'person', gender: 'male' }, true],
  ['he', { type: 'person', gender: 'female' }, false],
  ['she', { type: 'person' }, true],
  ['she', { type: 'organisation' }, false],
  ['it', { type: 'organisation' }, true],
  ['it', { type: 'person' }, false],
  ['it', { type: 'document', plural: true }, false],
  ['they', { type: 'organisation' }, true],
  ['they', { type: 'anonymous', plural: false }, false],
  ['they', { type: 'group', plural: true }, true],
  ['they', { type: 'place' }, false],
] as const)('%s may mean %j: %s', (pronoun, entity, expected) => {
  expect(fits(entity, pronoun)).toBe(expected);
});

test.each([
  ['actress', 'female'],
  ['grandfather', 'male'],
  ['policewoman', 'female'],
  ['doctor', undefined],
])('the gender of "%s" is %s', (noun, gender) => {
  expect(genderOfNoun(noun)).toBe(gender);
});
