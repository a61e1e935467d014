import { union, words } from '../words.ts';

/** Numbers in words. The lists are our own. */

/** From zero to nineteen: a word's place is its number. */
export const ONES: readonly string[] = [
  ...words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
];

/** From twenty to ninety. */
export const TENS: readonly string[] = [...words('twenty thirty forty fifty sixty seventy eighty ninety')];

/** "first" to "fourth". */
export const ORDINALS: readonly string[] = [...words('first second third fourth')];

/** What a word or a letter after a number multiplies it by. */
export const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  dozen: 12,
};

/** The scales that are no other word, nor a unit: "5 m" may be five metres. */
export const WHOLE_SCALES: Readonly<Record<string, number>> = Object.fromEntries(
  ['hundred', 'thousand', 'million', 'billion'].map((word) => [word, SCALES[word]!]),
);

/** What a part's name divides by; in the singular. */
export const DENOMINATORS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** Numbers of one word from which others are not built: what a comparison reads as one number. */
export const NUMBER_WORDS = union(ONES, TENS, words('hundred thousand million billion'));

/** The number that a word is, from zero to ninety. */
export const VALUES: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
]);

/** Words before a number that make it an upper bound, a lower bound, or no exact number. */
export const BOUNDS = {
  upper: [
    'as many as',
    'as much as',
    'up to',
    'at most',
    'no more than',
    'fewer than',
    'less than',
    'under',
    'below',
    'a maximum of',
  ],
  lower: [
    'at least',
    'more than',
    'over',
    'as few as',
    'as little as',
    'no fewer than',
    'no less than',
    'in excess of',
    'above',
    'a minimum of',
    'upwards of',
  ],
  about: [
    'about',
    'around',
    'roughly',
    'nearly',
    'almost',
    'approximately',
    'some',
    'close to',
    'an estimated',
    'estimated',
  ],
} as const;

/** Nouns and signs before a number that make it a name or an address, not a quantity: "Article 50", "page 3", "Flight 103". */
export const NUMBERED = words(
  'article section chapter page pages flight route highway interstate room number psalm resolution amendment apollo boeing airbus group phase level stage channel radio bbc division grade size type model series season episode week day round game track unit block gate platform area district precinct title proposition prop measure bill act hr h.r. schedule appendix figure table line verse part version ward regulation rule form lot exhibit camp class league under covid cop mp no no.',
);

/** What is counted right after a number that might be a year: "1,950" or "1950 soldiers". */
export const COUNTED_BY_THOUSANDS = words('people soldiers troops jobs homes workers deaths cases votes');

/** Words after which a number's noun has ended: "2,000 soldiers [were]". */
export const AFTER_COUNTED = words(
  'a an the and or but in on at of to for from with by as is are was were be been has have had will would could can may might that which who when while after before since ago later earlier per each every than more less year years this those these during into over under about because if so did do does not it he she they we i you last next met said agreed went came left died took made got told held sat spoke began ran',
);
