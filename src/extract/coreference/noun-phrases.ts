import type { Range } from '../../document/index.ts';
import { POSSESSIVES } from '../../language/english/pronouns.ts';
import { isTemporal } from '../text/item-kinds.ts';
import { type Item, isWord, type Sentence } from '../text/sentences.ts';

/** A noun phrase that names nobody, as far as its head: "the owner" of "the owner of the shop". */
export function descriptionsIn(sentences: readonly Sentence[]): Range[] {
  return sentences.flatMap(({ items }) =>
    items.flatMap((item, i) => {
      if (!isNoun(item) || isNoun(items[i + 1])) return [];
      let first = i;
      while (first > 0 && isModifier(items[first - 1])) first--;
      if (first > 0 && isDeterminer(items[first - 1])) first--;
      // "a year", "Tuesday" and capitalised words alone are no descriptions.
      if (isTemporal(item) || /\d|^[ap]\.?m\b/iu.test(item.text) || (first === i && /^\p{Lu}/u.test(item.text)))
        return [];
      return [{ start: items[first]!.start, end: item.end }];
    }),
  );
}

function isNoun(item: Item | undefined): item is Exclude<Item, { quotation: unknown }> {
  return isWord(item) && item.class === 'NOUN' && /\p{L}/u.test(item.text);
}

function isModifier(item: Item | undefined): boolean {
  return isWord(item) && (/^(?:ADJ|NOUN|NUM|PROPN)$/u.test(item.class) || item.lower === "'s" || item.lower === '’s');
}

function isDeterminer(item: Item | undefined): boolean {
  return isWord(item) && (item.class === 'DET' || POSSESSIVES.has(item.lower));
}
