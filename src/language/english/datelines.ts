import { words } from '../words.ts';

/** Words of lines that say when a text was made public. The lists are our own. */

/** Words that may stand beside the date in such a line: "For immediate release: 3 March 2021". */
export const RELEASE_WORDS = words(
  'for immediate release press media news statement published posted issued released updated date dated embargoed until on at by',
);
