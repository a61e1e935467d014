import { describe, expect, test } from 'vitest';
import { clippingIn, contextOf } from '../../../src/compare/fidelity/context.ts';

/** The context of `excerpt` in a text of one paragraph. */
function around(text: string, excerpt: string) {
  const start = text.indexOf(excerpt);
  const blocks = [{ start: 0, end: text.length }];
  return contextOf({ document: 'd1', text, blocks, voices: [] }, { start, end: start + excerpt.length });
}

describe('the sentence around a passage', () => {
  test('ends at full stops, but not at those of abbreviations', () => {
    const text = 'It rained. As Mr. Lund told us, the pier is safe in winter. Nobody asked.';
    expect(around(text, 'the pier is safe')).toEqual({ before: 'As Mr. Lund told us, ', after: ' in winter' });
  });

  test('is empty around a whole sentence', () => {
    expect(around('It rained. The pier is safe. Nobody asked.', 'The pier is safe')).toEqual({ before: '', after: '' });
  });

  test('leaves out the label of a transcript', () => {
    expect(around('CAPTAIN REYK: The pier is safe.', 'The pier is safe').before).toBe('');
  });

  test('ends at the marks of a quotation around it', () => {
    const text = 'She said, “I hope that the pier is safe,” and left.';
    expect(around(text, 'the pier is safe')).toEqual({ before: 'I hope that ', after: '' });
  });
});

describe('an excerpt is clipped', () => {
  const kinds = (text: string, excerpt: string) =>
    clippingIn(around(text, excerpt), excerpt).map(({ kind, source }) => [kind, source]);

  test('by a condition or a denial before it', () => {
    expect(kinds('If the county pays, the pier will stay.', 'the pier will stay')).toEqual([
      ['before', 'If the county pays,'],
    ]);
    expect(kinds('I never said that the pier is safe.', 'the pier is safe')).toEqual([['before', 'I never said that']]);
  });

  test('by a condition or a "but" after it', () => {
    expect(kinds('The pier will stay, unless the county refuses.', 'The pier will stay')).toEqual([
      ['after', 'unless the county refuses'],
    ]);
  });

  test.each([
    ['The levy is not just unfair but also useless.', 'The levy is not just unfair'],
    ['They came not to mend the sluice, but to photograph it.', 'They came not to mend the sluice'],
    ['This is not a holiday but a rescue.', 'This is not a holiday'],
    ['I thank the crews, but most of all the cooks.', 'I thank the crews'],
    ['We found yet another leak.', 'We found'],
    ['The inspector asked us if the sluice was safe.', 'The inspector asked us'],
    ['I am not ashamed that we closed the mill.', 'we closed the mill'],
    ['There is no question that the mill was polluting the river.', 'the mill was polluting the river'],
    ['Nobody should forget that the dam held.', 'the dam held'],
    ['It is not only that the dam held.', 'the dam held'],
    ['It is no accident that the mill closed.', 'the mill closed'],
  ])('not in “%s” by the rest of it', (text, excerpt) => {
    expect(kinds(text, excerpt)).toEqual([]);
  });

  test.each([
    ['This is not a good bridge, but it will do.', 'This is not a good bridge'],
    ['We will pay if the county pays.', 'We will pay'],
    ['I am not convinced that the dam held.', 'the dam held'],
    ['Nobody has shown that the dam held.', 'the dam held'],
    ['It is not true that the mill closed.', 'the mill closed'],
  ])('still in “%s”', (text, excerpt) => {
    expect(kinds(text, excerpt)).toHaveLength(1);
  });

  test('not by words that leave its meaning as it is', () => {
    expect(kinds('If I may say so, the pier will stay in winter.', 'the pier will stay')).toEqual([]);
  });
});
