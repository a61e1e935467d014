import { words } from '../words.ts';

/** Conjunctions and what links clauses. The lists are our own. */

/** What only joins a clause to the one before. */
export const JOINING = words('that and but because so which who whether if');

/** What may begin a clause of its own after a comma. */
export const CLAUSE_BEGINNINGS = words('and but so or yet because as while though although');

/** Words that link a sentence to the one before it: "Moreover,". */
export const LINKING = words('moreover and but then also still again so furthermore finally or');

/** Words that begin a clause which tells what is said, asked or known. */
export const CONTENT_BEGINNINGS = words('that how why whether what who when where');

/** What stands between two noun phrases and shows that the second is not another name of the first. */
export const NO_APPOSITION = words(
  'a an and or but who which that of in at for with from by to on as like than such including notably especially',
);

/** What takes back or binds what was said before. */
export const TAKING_BACK: readonly string[] = [
  ...words('but yet although though however unless if provided providing except until assuming'),
  'even if',
  'as long as',
  'so long as',
  'only if',
  'only when',
  'on one condition',
  'on the condition',
  'depending on',
  'subject to',
  'in case',
  'or so',
];

/** Words of a condition, or what stands beside them, which name nothing that could be met. */
export const OF_CONDITIONS = words('unless until only when long provided depending that does this have been will with');

/** Words that begin a sentence even after an abbreviation: "in the U.S. He …". */
export const SENTENCE_BEGINNINGS = words(
  'He She They It We The This That These Those But And In On At A An If When His Her Their',
);

/** Last words of a line that breaks a sentence off. */
export const OPEN_ENDINGS = words(
  'the a an of to in on at by for from with and or but that which who his her its their our as is was were are be been has have had will would not than into about',
);

/** The same where a caption may end too. */
export const OPEN_CAPTION_ENDINGS = words('and or but the a an of to in that which with for as');
