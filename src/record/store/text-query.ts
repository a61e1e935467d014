import { STOP_WORDS } from '../../language/english/stop-words.ts';
import { formsOf } from '../../language/english/word-forms.ts';

/** A word, or words in a row. */
interface Term {
  readonly words: string;
  /** The last may go on. */
  readonly prefix?: boolean;
  /** Other words any of which will do as well, such as forms of the word. */
  readonly others?: readonly string[];
}

/** What full text is searched for, in the terms of no store: any of the alternatives, each of which is all of its terms. */
export type TextQuery = readonly (readonly Term[])[];

/**
 * A person's words → a query for all of them, each in any of its forms ("tax" finds taxes); phrases in quotation marks as
 * they stand, `*` at a word's end for its beginnings.
 */
export function wordsQuery(words: string): TextQuery {
  const all = [...words.matchAll(/["“]([^"”]+)["”]|(\S+)/gu)]
    .map(([, phrase, word]) => (phrase === undefined ? wordTerm(word!) : { words: bare(phrase) }))
    .filter((term) => /[\p{L}\p{N}]/u.test(term.words));
  return all.length > 0 ? [all] : [];
}

function wordTerm(printed: string): Term {
  const words = bare(printed);
  if (printed.endsWith('*')) return { words, prefix: true };
  const [, word] = /^\P{L}*(\p{L}+)(?:['’]s?)?\P{L}*$/u.exec(words) ?? [];
  if (word === undefined) return { words };
  const [, ...others] = formsOf(word);
  return { words: word, others };
}

function bare(words: string): string {
  return words.replace(/["“”*]/gu, ' ').trim();
}

/** The query for any of its words, without those that every text has, unless there are no others. */
export function anyOf(query: TextQuery): TextQuery {
  const terms = query.flat();
  const telling = terms.filter(({ words }) => !STOP_WORDS.has(words.toLowerCase()));
  return (telling.length > 0 ? telling : terms).map((term) => [term]);
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
 * Words → a query for their phrases of three words, or of `length`, any of them; of fewer words for all of them. Of three phrases in a
 * row that with the longest words is taken, which are the rarest and soonest found.
 */
export function phrasesQuery(words: readonly string[], length = PHRASE): TextQuery {
  const phrases = Array.from({ length: Math.max(1, words.length - length + 1) }, (_, at) =>
    words
      .slice(at, at + length)
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
