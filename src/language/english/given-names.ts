import { union, words } from '../words.ts';
import { GIVEN_NAMES } from './gender.ts';

/** Given names of either gender, in small letters. */
export const ALL_GIVEN_NAMES = union(GIVEN_NAMES.male, GIVEN_NAMES.female);

/** Given names that are other words too, so that at the beginning of a sentence they may be none: "Will", "Mark". */
export const NAMES_THAT_ARE_WORDS = words(
  'will mark grant hope rose faith grace joy dawn art frank jack rob bill chuck drew ray max',
);

/** Small words inside names: "Bank of Estrey", "Ursula von der Leyen". */
export const NAME_PARTICLES = words('of for and de van von der den la al');
