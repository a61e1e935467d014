/** A word, or words in a row; `prefix` where the last may go on. */
interface Term {
  readonly words: string;
  readonly prefix?: boolean;
}

/** What full text is searched for, in the terms of no store: any of the alternatives, each of which is all of its terms. */
export type TextQuery = readonly (readonly Term[])[];

/** A person's words → a query for all of them; phrases in quotation marks, `*` at a word's end for its beginnings. */
export function wordsQuery(words: string): TextQuery {
  const terms = [...words.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)].map((match) => match[1] ?? match[2]!);
  const all = terms
    .map((term) => ({ words: term.replace(/["“”*]/gu, ' ').trim(), prefix: term.endsWith('*') }))
    .filter((term) => /[\p{L}\p{N}]/u.test(term.words));
  return all.length > 0 ? [all] : [];
}

/** Phrasings → a query for any of them. */
export function anyWords(phrasings: string | readonly string[]): TextQuery {
  return typeof phrasings === 'string' ? wordsQuery(phrasings) : phrasings.flatMap(wordsQuery);
}

/** Phrases that are looked for at once, and words to each. */
const PHRASES = 48;
const PHRASE = 3;
/** Of so many phrases in a row one is looked for: what shares eight words with the passage has all of some such row. */
const ROW = 3;

/**
 * Words → a query for their phrases of three words, any of them; of fewer words for all of them. Of three phrases in a
 * row that with the longest words is taken, which are the rarest and soonest found.
 */
export function phrasesQuery(words: readonly string[]): TextQuery {
  const phrases = Array.from({ length: Math.max(1, words.length - PHRASE + 1) }, (_, at) =>
    words
      .slice(at, at + PHRASE)
      .join(' ')
      .replace(/[^\p{L}\p{N} ]+/gu, ' '),
  ).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const row = Math.max(ROW, Math.ceil(phrases.length / PHRASES));
  const taken: Term[][] = [];
  for (let at = 0; at < phrases.length; at += row)
    taken.push([
      {
        words: phrases
          .slice(at, at + row)
          .reduce((longest, phrase) => (phrase.length > longest.length ? phrase : longest)),
      },
    ]);
  return taken;
}
