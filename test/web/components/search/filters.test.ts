import { describe, expect, test } from 'vitest';
import { asTyped, searchedFor, typedFilter } from '../../../../web/components/search/filters.ts';

describe('the filter that is being typed', () => {
  test.each([
    ['speaker:va', { name: 'speaker', beginning: 'va', before: '' }],
    ['old pier speaker:va', { name: 'speaker', beginning: 'va', before: 'old pier' }],
    ['speaker:"Ada V', { name: 'speaker', beginning: 'Ada V', before: '' }],
    ['outlet:', { name: 'outlet', beginning: '', before: '' }],
  ])('%s', (text, filter) => {
    expect(typedFilter(text)).toEqual(filter);
  });

  test.each(['pier', 'speaker:va pier', 'loudspeaker:va', 'title:pier', ''])('none in "%s"', (text) => {
    expect(typedFilter(text)).toBeUndefined();
  });
});

describe('what a text searches for', () => {
  test.each([
    ['old pier', { q: 'old pier' }],
    ['speaker:Vane', { speaker: 'Vane', q: '' }],
    ['old speaker:"Ada Vane" pier until:2025-03', { speaker: 'Ada Vane', until: '2025-03', q: 'old pier' }],
    ['kind:direct kind:mixed', { kind: 'mixed', q: '' }],
    ['title:pier', { q: 'title:pier' }],
  ])('%s', (text, search) => {
    expect(searchedFor(text)).toEqual(search);
  });

  test('a filter that is edited reads back as it was', () => {
    for (const value of ['Vane', 'Ada Vane']) expect(searchedFor(asTyped('speaker', value)).speaker).toBe(value);
  });
});
