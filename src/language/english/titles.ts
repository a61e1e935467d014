import { union, words } from '../words.ts';

export type Gender = 'male' | 'female';

/**
 * What stands before a name: a form of address ("Mrs"), a rank of the nobility ("Baroness"), a style that is neither
 * ("Reverend"), or an office whose word tells the gender ("Congresswoman").
 */
interface Title {
  readonly word: string;
  readonly kind: 'address' | 'noble' | 'style' | 'office';
  readonly gender?: Gender;
  /** Whether it is an abbreviation that may have a full stop. */
  readonly isShort?: boolean;
}

/** The list is our own. */
const TITLES: readonly Title[] = [
  { word: 'mr', kind: 'address', gender: 'male', isShort: true },
  { word: 'mrs', kind: 'address', gender: 'female', isShort: true },
  { word: 'ms', kind: 'address', gender: 'female', isShort: true },
  { word: 'mx', kind: 'address', isShort: true },
  { word: 'miss', kind: 'address', gender: 'female' },
  { word: 'dr', kind: 'address', isShort: true },
  { word: 'prof', kind: 'address', isShort: true },
  { word: 'professor', kind: 'address' },
  { word: 'sir', kind: 'address', gender: 'male' },
  { word: 'dame', kind: 'address', gender: 'female' },
  { word: 'rev', kind: 'address', isShort: true },
  { word: 'hon', kind: 'address', isShort: true },
  { word: 'reverend', kind: 'style' },
  { word: 'st', kind: 'style' },
  { word: 'messrs', kind: 'style' },
  { word: 'master', kind: 'style' },
  { word: 'madam', kind: 'style' },
  { word: 'lord', kind: 'noble', gender: 'male' },
  { word: 'lady', kind: 'noble', gender: 'female' },
  { word: 'baron', kind: 'noble', gender: 'male' },
  { word: 'baroness', kind: 'noble', gender: 'female' },
  { word: 'king', kind: 'noble', gender: 'male' },
  { word: 'queen', kind: 'noble', gender: 'female' },
  { word: 'prince', kind: 'noble', gender: 'male' },
  { word: 'princess', kind: 'noble', gender: 'female' },
  { word: 'duke', kind: 'noble', gender: 'male' },
  { word: 'duchess', kind: 'noble', gender: 'female' },
  { word: 'father', kind: 'office', gender: 'male' },
  { word: 'sister', kind: 'office', gender: 'female' },
  { word: 'brother', kind: 'office', gender: 'male' },
  { word: 'congressman', kind: 'office', gender: 'male' },
  { word: 'congresswoman', kind: 'office', gender: 'female' },
  { word: 'chairman', kind: 'office', gender: 'male' },
  { word: 'chairwoman', kind: 'office', gender: 'female' },
  { word: 'spokesman', kind: 'office', gender: 'male' },
  { word: 'spokeswoman', kind: 'office', gender: 'female' },
  { word: 'businessman', kind: 'office', gender: 'male' },
  { word: 'businesswoman', kind: 'office', gender: 'female' },
  { word: 'actress', kind: 'office', gender: 'female' },
];

function titles(...kinds: readonly Title['kind'][]): ReadonlySet<string> {
  return new Set(TITLES.flatMap(({ word, kind }) => (kinds.includes(kind) ? [word] : [])));
}

/** Titles of address, with a full stop too where they are short; never part of a name or of a role. */
export const HONORIFICS = union(
  titles('address', 'style', 'noble'),
  TITLES.flatMap(({ word, isShort }) => (isShort ? [`${word}.`] : [])),
);

/** Titles that are part of a name when nothing else is: "Lady Marsh", "Pope Ambrose". */
export const NOBLE = union(titles('noble'), ['pope']);

/** Titles that stand before surnames: "Lord Fenwick", "Baroness Tyndale of Marsh Lacey". */
export const PEERS = words('lord lady baron baroness');

/** Titles that stand before given names: "King Magnus IV", "Prince Faisal". */
export const ROYAL = words('king queen prince princess pope');

/** Titles that a place may belong to: "Duke of York", but "Elijah Cummings [of Maryland]". */
export const TITLES_OF_PLACES = union(titles('noble'), words('earl bishop archbishop secretary minister'));

/**
 * Titles that make no other person of a name: with and without them it is known by the same key. The keys stand in
 * records, so that a word that is added here must come with a migration.
 */
export const KEY_TITLES = union(titles('address'), words('lord lady rt the'));

/** Words beside a name in the label of a transcript, which tell nobody's name: "Former Captain Reyk". */
export const LABEL_TITLES = union(
  titles('address'),
  words(
    'lord lady captain capt inspector sergeant judge justice president minister senator sen rep representative governor gov the a an of and former chief',
  ),
);

/** What tells the generations of a family apart, after a name. */
export const GENERATIONS = words('jr sr ii iii iv');

/** Honours and offices after a name that are left out of its key. As with titles, one that is added must come with a migration. */
const KEY_HONOURS = words('qc kc mp obe cbe');

/** What stands after a name and is left out of its key. */
export const SUFFIXES = union(GENERATIONS, KEY_HONOURS);

/** Honours, degrees and offices that are printed after a name and are no part of it. */
export const HONOURS = union(
  KEY_HONOURS,
  words('msp mep mbe kbe dbe gbe ob om ch frs fba frse rn phd md dphil mba cpa sj'),
);

/** What may stand after a surname: honours and the generation. */
export const AFTER_NAMES = union(GENERATIONS, HONOURS);

/** The gender that a title tells, by the title. */
export const TITLE_GENDERS: ReadonlyMap<string, Gender> = new Map(
  TITLES.flatMap(({ word, gender }) => (gender ? [[word, gender]] : [])),
);
