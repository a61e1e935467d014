import type { ReadingCase } from './case.ts';
import { MAILS_AND_ARCHIVES } from './mail.ts';
import { OFFICE } from './office.ts';
import { OTHERS } from './others.ts';
import { SPOKEN_AND_LISTED } from './spoken-and-listed.ts';

/** All files that people may hold, and what must come of them; a format is a few rows in one of these lists. */
export const CASES: readonly ReadingCase[] = [...OFFICE, ...MAILS_AND_ARCHIVES, ...OTHERS, ...SPOKEN_AND_LISTED];
