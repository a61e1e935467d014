import { alternation, words } from '../words.ts';

/** Plurals and words for many that do not end with "s". The list is our own. */
export const PLURALS = words('people men women children police staff');

const IS_PLURAL = new RegExp(`(?:s|${alternation(PLURALS)})$`, 'u');

/** Whether a noun is a plural, or means many: "aides", "policemen", "staff"; not "boss", "virus", "news". */
export function isPlural(noun: string): boolean {
  return IS_PLURAL.test(noun) && !/(?:ss|us|is|news)$/u.test(noun);
}
