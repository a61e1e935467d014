import { OnrecordError, type Range } from '../document/index.ts';

/** Where words stand in a text, as near as may be to a place; "a … b" is two places. Throws `not-found`. */
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
          `the document does not print “${part}”; copy the words as they stand in: onrecord show DOCUMENT --text`,
        );
      from = best + part.length;
      return { start: best, end: best + part.length };
    });
}
