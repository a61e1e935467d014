import { union, words } from '../words.ts';
import { JOURNALISTS } from './roles.ts';

/** The lines over an article that tell its title, author and date. The lists are our own. */

/** What stands before a colon there: "Author: Ada Quill". */
export const HEAD_KEYS = words('title headline by author byline date published outlet source publication url link');

/** Who writes or makes an article, after a name and a comma: "Ada Quill, Correspondent". */
export const BYLINE_ROLES = union(JOURNALISTS, words('contributor producer ceo news'));

/** What stands after the names of a byline and is none of them. */
export const AFTER_BYLINE: readonly string[] = [
  ...words('staff senior chief special follow email twitter'),
  'watch live',
  'link copied',
  'more stories',
];

/** What stands in large letters over a document and tells only its kind. */
export const GENERIC_HEADINGS: ReadonlySet<string> = new Set([
  'press release',
  'news release',
  'media release',
  'for immediate release',
  'statement',
  'press statement',
  'media statement',
  'public notice',
  'state notices',
  'notice',
  'memorandum',
  'opinion',
  'agenda',
  'newsletter',
  'contents',
]);
