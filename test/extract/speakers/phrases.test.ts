import { describe, expect, test } from 'vitest';
import { antecedentBefore, phraseAt, roleInApposition } from '../../../src/extract/speakers/phrases.ts';
import { tokenize } from '../../../src/extract/text/tokens.ts';

describe('the head of a noun phrase', () => {
  test.each([
    ['the minister for roads', 'minister'],
    ['Jem Sorrel, a retired pilot', 'sorrel'],
    ['an engineer who asked not to be named', 'engineer'],
    ['a report published in June', 'report'],
    ['the Ministry of Defence', 'defence'],
    ['Nesse’s attorney general', 'general'],
    ['she', 'she'],
  ])('%s: %s', (text, noun) => {
    expect(phraseAt(text, { start: 0, end: text.length }).noun).toBe(noun);
  });

  test('its words are at their places in the document', () => {
    const text = 'Then the minister for roads left.';
    const { start, end, items, head, opener } = phraseAt(text, { start: 5, end: 27 });
    expect(text.slice(start, end)).toBe('the minister for roads');
    expect(text.slice(items[head]!.start, items[head]!.end)).toBe('minister');
    expect(opener).toBe('the');
  });
});

describe('the role in an apposition after a name', () => {
  test.each([
    ['Jem Sorrel, a retired surgeon, said no.', 'retired surgeon'],
    ['Jem Sorrel, 61, the owner of the mill, said no.', 'owner of the mill'],
    ['Jem Sorrel, chief pilot of Nesse, said no.', 'chief pilot of Nesse'],
    ['Jem Sorrel, who is a surgeon, said no.', undefined],
    ['Jem Sorrel, and a surgeon, said no.', undefined],
    ['Jem Sorrel said no.', undefined],
  ])('%s: %s', (text, role) => {
    expect(roleInApposition(text, [{ start: 0, end: 'Jem Sorrel'.length }])).toBe(role);
  });

  test('of several mentions the first that has one', () => {
    const text = 'Sorrel said no. Jem Sorrel, a retired surgeon, left.';
    const mentions = [
      { start: 0, end: 6 },
      { start: 16, end: 26 },
    ];
    expect(roleInApposition(text, mentions)).toBe('retired surgeon');
  });
});

describe('the phrase before a relative pronoun', () => {
  test.each([
    ['Jem Sorrel, who asked, left.', 'Jem Sorrel', 'Jem Sorrel'],
    ['They met a member of the board, who asked why.', 'a member of the board', 'the board'],
    ['Who asked?', undefined, undefined],
  ])('%s', (text, whole, nearest) => {
    const items = tokenize(text, { start: 0, end: text.length });
    const antecedent = antecedentBefore(
      items,
      items.findIndex(({ lower }) => lower === 'who'),
    );
    expect(antecedent && text.slice(antecedent.whole.start, antecedent.whole.end)).toBe(whole);
    expect(antecedent && text.slice(antecedent.nearest.start, antecedent.nearest.end)).toBe(nearest);
  });
});
