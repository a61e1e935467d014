import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listed, parseSearch, searchOf, stringifySearch } from '../../web/search.ts';

describe('the search of an address', () => {
  test('is plain text, with a list as repeated names', () => {
    expect(stringifySearch({ speaker: 'Ada Vane', outlet: ['A', 'B & C'], about: undefined, since: '' })).toBe(
      '?speaker=Ada+Vane&outlet=A&outlet=B+%26+C',
    );
    expect(parseSearch('?speaker=Ada+Vane&outlet=A&outlet=B+%26+C')).toEqual({
      speaker: 'Ada Vane',
      outlet: ['A', 'B & C'],
    });
  });

  test('may have any name, even one that all objects have', () => {
    expect(parseSearch('?constructor=a&toString=b')).toEqual({ constructor: 'a', toString: 'b' });
  });

  test('is empty where nothing is given', () => {
    expect(stringifySearch({})).toBe('');
    expect(parseSearch('')).toEqual({});
  });

  test('reads back as it was written', () => {
    const value = fc.string({ minLength: 1 });
    const name = fc.stringMatching(/^[a-z]{1,8}$/u);
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(value, fc.array(value, { minLength: 2 }))), (search) => {
        expect({ ...parseSearch(stringifySearch(search)) }).toEqual({ ...search });
      }),
    );
  });
});

describe('what a page takes from it', () => {
  const read = searchOf(['speaker', 'view'], ['topic']);

  test('only the names it knows, and only what is not empty', () => {
    expect(read({ speaker: 'Vane', view: '', other: 'x' })).toEqual({ speaker: 'Vane' });
  });

  test('one text, the first, where several are given', () => {
    expect(read({ speaker: ['Vane', 'Lund'] })).toEqual({ speaker: 'Vane' });
  });

  test('lists from repeated names and from commas', () => {
    expect(read({ topic: 'close, closing' })).toEqual({ topic: ['close', 'closing'] });
    expect(read({ topic: ['close', 'closing,'] })).toEqual({ topic: ['close', 'closing'] });
    expect(read({ topic: ' , ' })).toEqual({});
  });

  test('nothing that is not text', () => {
    expect(read({ speaker: 7, topic: [{}, null] })).toEqual({});
  });
});

test('a list is split at commas and trimmed', () => {
  expect(listed(' d1, d2 ,,d3')).toEqual(['d1', 'd2', 'd3']);
  expect(listed(undefined)).toEqual([]);
});
