import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '../../src/document/index.ts';

test('fields that say nothing are not there at all', () => {
  const value = { id: 'd1', ...compact({ title: 'Pier to close', byline: undefined, outlet: '', url: null }) };
  expect(value).toEqual({ id: 'd1', title: 'Pier to close' });
  expect(Object.keys(value)).toEqual(['id', 'title']);
});

test('what is left is what was given, in its order', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.constant(undefined))), (fields) => {
      expect(Object.entries(compact(fields))).toEqual(Object.entries(fields).filter(([, value]) => value));
    }),
  );
});
