import { expect, test } from 'vitest';
import { cursorOf, placeOf } from '../../src/record/page.ts';

test('a cursor gives back its keys and is safe in an address', () => {
  const cursor = cursorOf(['2025-03-12', 'Nesse & Karrow? ÿÿÿ', 7]);
  expect(encodeURIComponent(cursor)).toBe(cursor);
  expect(placeOf(cursor, ['string', 'string', 'number'])).toEqual(['2025-03-12', 'Nesse & Karrow? ÿÿÿ', 7]);
});

test.each([
  ['no cursor at all', '%%%'],
  ['of another list', cursorOf([7, 'd1'])],
  ['with too few keys', cursorOf(['d1'])],
])('one %s is refused', (_, cursor) => {
  expect(() => placeOf(cursor, ['string', 'string'])).toThrow('not one from a previous page');
});
