import { expect, test } from 'vitest';
import { wireCopies } from '../../../src/compare/coverage/wire.ts';

const AGENCY =
  'The council of Nesse voted on Tuesday to close the old pier before the summer. Engineers had found that four hundred of the oak piles were rotten. The mayor said that nobody wanted this and that the county had been asked for money.';
const OWN =
  'Ninety years ago the first steamer landed at Nesse, and the whole town came to see it. My grandmother sold lemonade under the clock that still hangs there, and she never forgot the brass band.';

const groups = (...texts: readonly string[]) => wireCopies(texts.map((text, i) => ({ id: `d${i}`, text })));

test('the same text is one group, whatever its marks and line breaks', () => {
  expect(groups(AGENCY, OWN, AGENCY.replace('. ', '.\n\n'))).toEqual([['d0', 'd2'], ['d1']]);
});

test('a cut copy and a copy with a new first sentence belong to it', () => {
  const cut = AGENCY.split('. ').slice(0, 2).join('. ');
  const topped = `It was a long night in the town hall. ${AGENCY}`;
  expect(groups(AGENCY, cut, topped)).toEqual([['d0', 'd1', 'd2']]);
});

test('one shared sentence makes no copy, and texts too short to tell stand alone', () => {
  expect(groups(AGENCY, `${OWN} ${OWN} ${AGENCY.split('. ')[0]}.`)).toEqual([['d0'], ['d1']]);
  expect(groups('The pier will close.', 'The pier will close.')).toEqual([['d0'], ['d1']]);
});
