import { expect, test } from 'vitest';
import { formsOf } from '../../src/language/english/word-forms.ts';

test.each([
  ['tax', ['taxes', 'taxed', 'taxation', 'taxpayers']],
  ['taxation', ['tax', 'taxes']],
  ['labour', ['labor', 'labours', 'labourers']],
  ['labor', ['labour', 'labouring']],
  ['organising', ['organize', 'organizes', 'organised']],
  ['centre', ['center', 'centres', 'centers']],
  ['travelled', ['travel', 'traveling', 'travellers']],
  ['defence', ['defense', 'defend', 'defending']],
  ['programme', ['program', 'programs']],
  ['sought', ['seek', 'seeking', 'seeks']],
  ['women', ['woman']],
  ['crisis', ['crises']],
  ['company', ['companies']],
  ['denials', ['deny', 'denied', 'denies']],
  ['dredge', ['dredges', 'dredged', 'dredging']],
  ['trawler', ['trawlers']],
])('%s is found as well as %j', (word, others) => {
  expect(formsOf(word)).toEqual(expect.arrayContaining([word, ...others]));
});

test.each([
  ['news', 'new'],
  ['organisation', 'organs'],
  ['university', 'universe'],
  ['Rose', 'rise'],
  ['general', 'generation'],
  ['police', 'policy'],
  ['vane', 'van'],
])('%s does not find %s', (word, other) => {
  expect(formsOf(word)).not.toContain(other);
});

test.each([
  '',
  'NATO',
  'it',
  '1,150',
  "O'Hara",
  'Łódź',
  'constructor',
])('%s is itself first, in small letters', (word) => {
  expect(formsOf(word)[0]).toBe(word.toLowerCase());
});
