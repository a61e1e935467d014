import { OnrecordError, type Range } from '../document/index.ts';

/**
 * Finds words in a text.
 *
 * @param words as printed; "a … b" gives two ranges, in order
 * @param near the offset to which the closest occurrence is chosen
 * @throws OnrecordError `not-found`
 */
export function placesOf(text: string, words: string, near: number): Range[] {
  let from = 0;
  return words
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      let best = -1;
      for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1))
        if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at;
      if (best < 0)
        throw new OnrecordError(
          'not-found',
          `“${part}” is not in the document; copy the words as printed by: onrecord show DOCUMENT --text`,
        );
      from = best + part.length;
      return { start: best, end: best + part.length };
    });
}
