import { capitalised, union, words } from '../words.ts';
import { MONTH_ABBREVIATIONS } from './calendar.ts';
import { STATE_ABBREVIATIONS } from './places.ts';

/** Abbreviations whose full stop ends no sentence; written without it. The lists are our own. */

/** Titles before names. */
export const TITLE_ABBREVIATIONS = words(
  'Mr Mrs Ms Mx Dr Prof Rev Hon Sen Sens Rep Reps Gov Govs Gen Lt Col Capt Cmdr Maj Sgt Adm Pres Supt Insp Det St Messrs',
);

const SUFFIXES = words('Jr Sr');
const COMPANIES = words('Inc Co Corp Ltd Bros');
const STREETS = words('Ave Blvd');

/** Whatever is shortened before a name, in one, or after one. */
export const NAME_ABBREVIATIONS = union(TITLE_ABBREVIATIONS, SUFFIXES, COMPANIES, words('vs'));

/** All abbreviations whose full stop a segmenter takes for a sentence's end. */
export const ABBREVIATIONS = union(
  NAME_ABBREVIATIONS,
  words('v No'),
  [...MONTH_ABBREVIATIONS].map(capitalised),
  STREETS,
  STATE_ABBREVIATIONS,
);
