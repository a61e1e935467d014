import { union, words } from '../words.ts';
import { GIVEN_NAMES } from './gender.ts';

/** Given names of either gender, in small letters. */
export const ALL_GIVEN_NAMES = union(GIVEN_NAMES.male, GIVEN_NAMES.female);

/** Given names that are other words too, so that at the beginning of a sentence they may be none: "Will", "Mark". */
export const NAMES_THAT_ARE_WORDS = words(
  'will mark grant hope rose faith grace joy dawn art frank jack rob bill chuck drew ray max',
);

/** Small words that belong to surnames: "Annelies van der Kolk", "Khalid bin Rashid". */
export const PARTICLES = words(
  'de da do dos das du del della di des la le van von vom zu zum zur der den ter te af av al el bin bint ibn ben bat mac mc st y',
);

/** Particles before a father's or a family's name, in names of which the given one is what somebody is called by. */
export const PATRONYMICS = words('bin bint ibn al el');

/** Small words inside names: "Bank of Estrey", "Ursula von der Leyen". */
export const NAME_PARTICLES = union(words('of for and'), PARTICLES);
