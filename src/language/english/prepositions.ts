import { union, words } from '../words.ts';

/** Prepositions. The lists are our own. */

/** Words that are prepositions whatever else they may be. */
export const PREPOSITIONS = words(
  'of for at in from with to on by about behind within near under against between among inside outside like',
);

/** What joins more to the head of a noun phrase: "the owner [of] the shop", "a man [who] …". */
export const AFTER_HEAD = words('of for in at from with who that which');

/** Words after which a name of one word was the head of its phrase: "the Hill [in] 2016". */
export const AFTER_NAME = words('and or in on of for at to by from');

/** Words before a month that is a date: "in early March". */
export const BEFORE_MONTH: readonly string[] = [
  ...words('in since during until by of between from before after the'),
  'month of',
];

/** Words before a month that some people are called: "a plan by May" is one by her. */
export const BEFORE_NAMED_MONTH: readonly string[] = [...words('in since during until between from'), 'month of'];

/** Words before a number that is a year: "since 2019", "the 2012 attacks". */
export const BEFORE_YEAR: readonly string[] = [
  ...words('in since during until till through season mid late early year a an the'),
  'back in',
  'of the',
  'year of',
  'later than',
  'earlier than',
];

/** And where no plural follows that the number counts: "of 2019", but "of 2019 tickets". */
export const BEFORE_YEAR_OR_COUNT = words('of by from to and between before after or');

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
