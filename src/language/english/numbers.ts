import { table, union, words } from '../words.ts';

/** Numbers in words. The lists are our own. */

/** From zero to nineteen: a word's place is its number. */
export const ONES: readonly string[] = [
  ...words(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
];

/** From twenty to ninety. */
const TENS: readonly string[] = [...words('twenty thirty forty fifty sixty seventy eighty ninety')];

/** Other words for zero in a number. */
export const NOUGHTS = words('nought naught');

/** "first" to "twentieth": a word's place, from 1, is its number. */
export const ORDINALS: readonly string[] = [
  ...words(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ),
];

/** What a word after a number multiplies it by; lakh and crore as India counts. */
export const SCALES: Readonly<Record<string, number>> = table({
  thousand: 1e3,
  lakh: 1e5,
  lac: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
});

/** What a dozen and a hundred multiply a number by: "three dozen", "nineteen hundred". */
export const SMALL_SCALES: Readonly<Record<string, number>> = table({ dozen: 12, dozens: 12, hundred: 100 });

/** Shortened scales that are nothing else after a number. */
export const SHORT_SCALES: Readonly<Record<string, number>> = table({
  mn: 1e6,
  mil: 1e6,
  mln: 1e6,
  mio: 1e6,
  cr: 1e7,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  trn: 1e12,
  tln: 1e12,
});

/** Single letters, and "mm", that are a scale after money, but may be a unit or a name elsewhere: "5 m", "5k", "5G". */
export const LETTER_SCALES: Readonly<Record<string, number>> = table({ k: 1e3, m: 1e6, mm: 1e6, b: 1e9, t: 1e12 });

/** What is counted, without the ending of a plural: "in 2000 [people]". */
export const IRREGULAR_PLURALS = words('people men women children feet');

/** The scales that are no other word, nor a unit: "5 m" may be five metres. */
export const WHOLE_SCALES: Readonly<Record<string, number>> = table({
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
});

/** What a part's name divides by; in the singular. */
export const DENOMINATORS: Readonly<Record<string, number>> = table({
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1e6,
  billionth: 1e9,
  trillionth: 1e12,
});

/** Fractions that are one letter. */
export const FRACTION_LETTERS: Readonly<Record<string, number>> = table({
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
});

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
    'at the most',
    'no more than',
    'not more than',
    'no greater than',
    'fewer than',
    'less than',
    'lower than',
    'smaller than',
    'just under',
    'a little under',
    'well under',
    'just below',
    'well below',
    'just short of',
    'under',
    'below',
    'a maximum of',
    'maximum of',
  ],
  lower: [
    'at least',
    'more than',
    'greater than',
    'higher than',
    'larger than',
    'over',
    'just over',
    'a little over',
    'well over',
    'as few as',
    'as little as',
    'no fewer than',
    'not fewer than',
    'no less than',
    'not less than',
    'in excess of',
    'above',
    'just above',
    'well above',
    'a minimum of',
    'minimum of',
    'upwards of',
    'upward of',
  ],
  about: [
    'about',
    'around',
    'roughly',
    'nearly',
    'almost',
    'approximately',
    'approx',
    'circa',
    'some',
    'close to',
    'near to',
    'an estimated',
    'estimated',
    'just about',
  ],
} as const;

/** Words right after a number that bound it: "50 or more", "500-plus". */
export const BOUNDS_AFTER: Readonly<Record<string, 'at least' | 'at most' | 'about'>> = table({
  'or more': 'at least',
  'or over': 'at least',
  'or above': 'at least',
  'and over': 'at least',
  'and above': 'at least',
  'or so': 'about',
  'or thereabouts': 'about',
  'or less': 'at most',
  'or fewer': 'at most',
  'or under': 'at most',
  'or below': 'at most',
});

/** Words before a number that make it no exact one: "several 100", "many 1,000s". */
export const VAGUE = words('several few many countless couple dozens hundreds thousands millions');

/** Nouns with which "one" counts nothing: "one day it will end", "at one point". */
export const UNCOUNTED_AFTER_ONE = words('another day thing way point moment side hand time reason last more');

/** Words before "one" that make it a pronoun: "no one", "this one". */
export const BEFORE_PRONOUN_ONE = words(
  'no any every some each this that the which another by a first last new old other day number big good little next than',
);

/** What a length or a distance is said with after its unit: "37m long", "the 100m hurdles". */
export const MEASURED_AFTER = words(
  'long wide high tall deep thick across away apart below above beneath underwater race sprint dash hurdles freestyle breaststroke backstroke butterfly medley relay final champion record pool mark swim run steeplechase walk down up off from behind ahead north south east west offshore tower mast',
);

/** Words that make a run of a number with "k": "a 10k race". */
export const RUN_AFTER = words('race run runs walk swim charity course event');

/** Nouns and signs before a number that make it a name or an address, not a quantity: "Article 50", "page 3", "Flight 103". */
export const NUMBERED = words(
  'article section chapter page pages volume flight route highway interstate room number psalm resolution amendment apollo boeing airbus group phase level stage channel radio bbc division grade size type model series season episode week day round game track unit block gate platform area district precinct title proposition prop measure bill act hr h.r. schedule appendix figure table line verse part version ward regulation rule form lot exhibit camp class league under covid cop mp no no. category tier postcode zip junction seat exit pier berth ftse stoxx nasdaq fortune russell asx tsx sp euro formula',
);

/** What is counted right after a number that might be a year: "1,950" or "1950 soldiers". */
export const COUNTED_BY_THOUSANDS = words('people soldiers troops jobs homes workers deaths cases votes');

/** Words between a number and its noun that tell nothing of the noun: "eight more picks". */
export const BEFORE_COUNTED = words('more most further additional extra other straight consecutive successive');

/** Words after a number that compare it and are not what it counts: "two higher than", "it is 3 cheaper". */
export const COMPARATIVES = words(
  'higher lower cheaper dearer faster slower older younger bigger larger smaller longer shorter taller heavier lighter better worse fewer stronger weaker',
);

/** Words that a number is joined to by a hyphen without counting them: "a three-way race". */
export const NOT_COUNTED_JOINED = words('way fold time off sided faced something legged hit on for and a');

/** Words between "of" and what is counted: "two of [the] boats". */
export const WHOSE_COUNTED = words('the its their his her my our your these those all');

/** Words after "a year" that make it a time and no rate: "$6 billion a year earlier". */
export const AFTER_PERIOD = words('earlier ago later before after previously on');

/** Words after which a number's noun has ended: "2,000 soldiers [were]". */
export const AFTER_COUNTED = words(
  'a an the and or but in on at of to for from with by as is are was were be been has have had will would could can may might that which who when while after before since ago later earlier per each every than less year years this those these during into over under about because if so did do does not it he she they we i you last next met them us stood said agreed went came left died took made got told held sat spoke began ran must should shall cannot all apiece only here there now then up down off out ahead also still already just even too via amid between among against within without through  once twice until till whether how what where why however according worldwide annually',
);

/** Words right before "by 5% to 8%" or "5% to 8%" that make the two a change and its result, not a range. */
export const CHANGES = words(
  'by up down rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increased increase increases increasing decreased decrease decreases dropped drop drops dropping gained gain gains gaining lost lose loses losing added add adds adding climbed climb climbs jumped jump jumps slid slide slides sank sunk soared soar surged surge slipped slip slips shed sheds tumbled plunged advanced declined dipped edged shrank cut ticked rallied',
);

/** Words before "from 5 to 8" that make the two the ends of a range. */
export const RANGING = words('range ranges ranged ranging anywhere varies vary varied varying between');

/** What two numbers with a hyphen are before: "the 3-4 win", "a 5-4 vote". */
export const SCORE_NOUNS = words(
  'win wins won victory loss defeat draw lead record series vote ruling decision majority score scoreline thrashing aggregate finish start scorecard verdict away home half-time at in on over against to',
);

/** What "two in five" are followed by when they are so many in so long, and no proportion: "won two in five games". */
export const OCCASIONS = words(
  'game games match matches race races start starts outings outing attempt attempts innings attacks session sessions season seasons second seconds minute minutes hour hours day days night nights week weeks month months year years decades straight and or to',
);
