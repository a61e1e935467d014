import { alternation, union, words } from '../words.ts';
import GIVEN from './given-names.json' with { type: 'json' };
import { type Gender, NOBLE, TITLE_GENDERS } from './titles.ts';

export type { Gender } from './titles.ts';

/** Given names, in small letters, by the gender that they suggest; some are in both. */
export const GIVEN_NAMES: { readonly male: readonly string[]; readonly female: readonly string[] } = GIVEN;

const MALE_NAMES = new Set(GIVEN_NAMES.male);
const FEMALE_NAMES = new Set(GIVEN_NAMES.female);

/** The gender that a given name or a title suggests, if the tables know it; undefined for names of both. */
export function genderOf(word: string): Gender | undefined {
  const lower = word.toLowerCase().replace(/[.’']/gu, '');
  const [isMale, isFemale] = [MALE_NAMES.has(lower), FEMALE_NAMES.has(lower)];
  if (isMale && isFemale) return undefined;
  return TITLE_GENDERS.get(lower) ?? (isMale ? 'male' : isFemale ? 'female' : undefined);
}

/** Nouns for people of one gender; our own list. */
const NOUNS: Readonly<Record<Gender, ReadonlySet<string>>> = {
  male: words('man boy father son brother husband uncle nephew grandfather gentleman actor'),
  female: words('woman girl mother daughter sister wife aunt niece grandmother actress widow'),
};

const nounOf = (gender: Gender, endings: string) => {
  const titled = [...NOBLE].filter((title) => TITLE_GENDERS.get(title) === gender);
  return new RegExp(`^(?:${alternation(union(NOUNS[gender], titled))}|${endings})$`, 'u');
};

const MALE = nounOf('male', 'father-of-\\p{L}+|\\p{L}+man');
const FEMALE = nounOf('female', 'mother-of-\\p{L}+|\\p{L}+woman');

/** The gender of a noun for somebody: of "actress", of "grandfather", of "mother-of-two". */
export function genderOfNoun(noun: string): Gender | undefined {
  return FEMALE.test(noun) ? 'female' : MALE.test(noun) ? 'male' : undefined;
}
