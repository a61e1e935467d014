import { alternation, words } from '../words.ts';

/** Words that lose their first letters to an apostrophe: ’tis, ’em, ’90s. Our own list. */
const ELIDED = words('tis twas em til till cause round bout n cos fraid nother ere er');

/** The rest of an elided word, at the beginning of a text. */
export const ELISION = new RegExp(`^(?:${alternation(ELIDED)}|\\d0s|\\d\\d)(?![\\p{L}\\p{N}])`, 'iu');
