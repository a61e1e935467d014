import { expect, test } from 'vitest';
import { RangeIndex } from '../../src/document/range-index.ts';
import { contains, overlap, spanOf, trimRange } from '../../src/document/span.ts';

test('a span has the text at its offsets, and refuses others', () => {
  expect(spanOf('Ada Vane', 4, 8)).toEqual({ start: 4, end: 8, text: 'Vane' });
  expect(() => spanOf('Ada', 2, 4)).toThrow(RangeError);
  expect(() => spanOf('Ada', 2, 1)).toThrow(RangeError);
});

test('white space is trimmed from a range', () => {
  expect(trimRange('  a b \n', { start: 0, end: 7 })).toEqual({ start: 2, end: 5 });
  expect(trimRange('   ', { start: 0, end: 3 })).toEqual({ start: 3, end: 3 });
});

test('ranges contain and overlap each other; ends are exclusive', () => {
  expect(contains({ start: 0, end: 4 }, { start: 1, end: 4 })).toBe(true);
  expect(contains({ start: 0, end: 4 }, { start: 1, end: 5 })).toBe(false);
  expect(overlap({ start: 0, end: 4 }, { start: 3, end: 9 })).toBe(1);
  expect(overlap({ start: 0, end: 4 }, { start: 4, end: 9 })).toBe(0);
});

test('an index finds every value that touches a range, each once, and none far away', () => {
  const places = [10, 300, 700, 5000].map((start) => ({ start, end: start + 50 }));
  const index = new RangeIndex(places, (place) => [place, { start: place.start + 20, end: place.end + 600 }]);
  expect(index.near({ start: 320, end: 720 })).toEqual(places.slice(0, 3));
  expect(index.near({ start: 10_000, end: 10_001 })).toEqual([]);
});
