import { union, words } from '../words.ts';

/** Auxiliary verbs. The lists are our own. */

const BE = words('is are was were am');
const HAVE = words('has have had');
const DO = words('do does did');
const MODALS = words('will would can could may might must should shall');

/** Verbs of which a clause has one. */
export const FINITE_AUXILIARIES = union(BE, HAVE, DO, MODALS);

/** Those that are no other word, nor a name: not "may", "might", "must". */
export const COMMON_AUXILIARIES = words('is are was were has have had will would can could');

/** Words before a date that look ahead: "is due on Friday". */
export const LOOKING_AHEAD: readonly string[] = [
  ...words("will won't would shall should must planning deadline upcoming open opens begin begins start starts next"),
  "'ll",
  'plan to',
  'want to',
  'wants to',
  'aim to',
  'aims to',
  'hope to',
  'hopes to',
  'intend to',
  'intends to',
  'plans to',
  'likely to',
  'going to',
  'runs until',
];

/** After "is", "are", "was", "were". */
export const EXPECTED = words('expected scheduled due set planned supposed to');

/** Words before a date that tell of what has been. */
export const LOOKING_BACK = words('said told was were had did announced wrote');
