import { ELISION } from '../../language/english/apostrophes.ts';

/** The quotation marks Onrecord knows: the one table of them. */

/** Marks that pair with each other. Writers mix curly and straight marks of one family within one quotation. */
export type MarkFamily = 'double' | 'single' | 'guillemet';

interface Mark {
  readonly family: MarkFamily;
  /** What the character can do; `either` is settled by its surroundings. */
  readonly role: 'open' | 'close' | 'either';
}

const MARKS: Readonly<Record<string, Mark>> = {
  '“': { family: 'double', role: 'open' },
  '„': { family: 'double', role: 'open' },
  '‟': { family: 'double', role: 'open' },
  '”': { family: 'double', role: 'close' },
  '"': { family: 'double', role: 'either' },
  '＂': { family: 'double', role: 'either' },
  '‘': { family: 'single', role: 'open' },
  '‚': { family: 'single', role: 'open' },
  '‛': { family: 'single', role: 'open' },
  '’': { family: 'single', role: 'close' },
  "'": { family: 'single', role: 'either' },
  '`': { family: 'single', role: 'open' },
  '«': { family: 'guillemet', role: 'open' },
  '»': { family: 'guillemet', role: 'close' },
};

/** The mark that `character` is, if it is one. */
export function markOf(character: string | undefined): Mark | undefined {
  return character === undefined ? undefined : MARKS[character];
}

/** Whether `rest`, the text after an apostrophe, is the rest of an elided word. */
export function isElision(rest: string): boolean {
  return ELISION.test(rest);
}
