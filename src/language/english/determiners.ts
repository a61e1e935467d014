import { union, words } from '../words.ts';
import { DEMONSTRATIVES, POSSESSIVES, POSSESSIVES_OF_OTHERS } from './pronouns.ts';

/** What stands before a noun. The lists are our own. */

export const ARTICLES = words('the a an');

/** Words that begin a description of somebody who is known. */
export const DEFINITE = union(['the'], DEMONSTRATIVES, POSSESSIVES, ['both']);

/** Articles and words for whose and which, before a word for an occasion: "in [his] speech". */
export const BEFORE_OCCASION = union(ARTICLES, POSSESSIVES_OF_OTHERS, words('this that'));

/** Words that begin a noun phrase. */
export const DETERMINERS = union(
  ARTICLES,
  POSSESSIVES_OF_OTHERS,
  words('our all any every each these those some such'),
);

/** Quantities before people who are not named: "several aides", "two officials". */
export const QUANTIFIERS = words('some many most several few other others both all two three');
