import { words } from '../words.ts';

/** Words by which a clause denies; our own list. */
export const DENIALS = words('not never no none nobody nothing neither nor cannot without hardly');
