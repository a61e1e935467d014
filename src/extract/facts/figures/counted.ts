import { AFTER_COUNTED } from '../../../language/english/numbers.ts';
import { PLURALS } from '../../../language/english/plurals.ts';
import { PER, PER_A, UNIT_SYMBOLS, UNITS } from '../../../language/english/units.ts';
import { alternation } from '../../../language/words.ts';

const JOINED_UNIT = new RegExp(`^${alternation(UNIT_SYMBOLS)}\\b`, 'iu');
const PER_UNIT = new RegExp(
  `^[^.;!?]{0,70}?\\b(?:each|per|every)\\s+(?<period>${alternation(PER)})\\b|^[\\p{L}]{0,3}(?:\\s+[\\p{L}’'-]+){0,2}?\\s+an?\\s+(?<article>${alternation(PER_A)})\\b`,
  'iu',
);

/** What the words after a number tell of it. */
export interface Counted {
  readonly counts?: string;
  readonly unit?: string;
}

/** What a number counts: "2,000 [Russian soldiers]", "£225 million in [military equipment]", or its unit. */
export function countedAfter(after: string, groups: Readonly<Record<string, string | undefined>>): Counted {
  const joined = JOINED_UNIT.exec(after);
  if (joined) return { unit: joined[0].toLowerCase() };
  const isMoney = groups.symbol !== undefined || groups.unit !== undefined || groups.percent !== undefined;
  const lead = isMoney
    ? /^\s+(?:in|of|worth of)\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+|all\s+)?/iu.exec(after)
    : /^(?:\s+of\s+(?:(?:the|its|their|his|her)\s+)?(?:\d[\d,]*\s+)?|[\s-]+)/u.exec(after);
  if (!lead) return {};
  const phrase = after.slice(lead[0].length);
  const words = countedWords(phrase);
  const unit = isMoney ? undefined : unitOf(phrase, words);
  if (unit) return { unit };
  return words.length > 0 ? { counts: words.join(' ') } : {};
}

/** The noun phrase that a text begins with, up to four words. */
function countedWords(phrase: string): string[] {
  const words: string[] = [];
  for (const word of phrase.split(/\s+/u)) {
    const bare = word.split(/[,.;:!?)"”’']/u)[0]!;
    if (bare === '' || AFTER_COUNTED.has(bare.toLowerCase()) || /^\d/u.test(bare) || words.length >= 4) break;
    if (words.length > 0 && /(?:ed|ing|ly)$/u.test(bare)) break;
    words.push(bare);
    if (bare !== word || PLURALS.has(bare.toLowerCase()) || bare.toLowerCase() === 'troops') break;
    if (/s$/u.test(bare) && !/(?:ss|us|is)$/u.test(bare) && words.length > 0 && /^\p{Ll}/u.test(bare)) break;
  }
  return words;
}

/** The unit that the phrase begins with, in the singular. */
function unitOf(phrase: string, [first]: readonly string[]): string | undefined {
  const singular = /^years?$/iu.test(phrase.split(/[^\p{L}]/u)[0]!)
    ? 'year'
    : first?.toLowerCase().replace(/(?<!s)s$/u, '');
  if (!singular || !UNITS.has(singular)) return undefined;
  return singular === 'feet' ? 'foot' : singular;
}

/** "2,000 soldiers … each day", "£10 an hour", "60 per 100,000". */
export function perIn(after: string): string | undefined {
  const match = PER_UNIT.exec(after);
  return (match?.groups?.period ?? match?.groups?.article)?.toLowerCase();
}
