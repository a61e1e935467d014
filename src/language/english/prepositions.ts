import { union, words } from '../words.ts';

/** Prepositions. The lists are our own. */

/** Words that are prepositions whatever else they may be. */
export const PREPOSITIONS = words(
  'of for at in from with to on by about behind within near under against between among inside outside like',
);

/** What joins more to the head of a noun phrase: "the owner [of] the shop", "a man [who] …". */
export const AFTER_HEAD = words('of for in at from with who that which');

/** What may follow words of saying that take no further content: "she said [in] a letter". */
export const AFTER_SAYING = words(
  'in on at to during after before of with when while as about from the him her me them us',
);

/** After "told", words that no hearer's name goes on with: "told the Gazette [on] Wednesday". */
export const AFTER_HEARER = union(
  words(
    'that ahead on in at during after before about how when where last this next earlier by via to he she they it the of why what whether yesterday today',
  ),
);
