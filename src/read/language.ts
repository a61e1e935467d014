import { eld } from 'eld/extrasmall';
import { isOrdinary } from '../language/english/ordinary-words.ts';
import { FUNCTION_WORDS } from '../language/function-words.ts';
import { union } from '../language/words.ts';

/** What language a text is in. */
export interface TextLanguage {
  /** ISO 639-1 code; `und` if there are no words to tell it by. */
  readonly language: string;
  /** How sure it is that the text is in English, or that it is not, 0–1. Which other language it is in is told less surely. */
  readonly confidence: number;
}

/** From this confidence on nothing need be said of it. */
export const SURE = 0.8;

/** Characters at the beginning of a text by which its language is told. */
const SAMPLE = 4000;
/** What a word counts that may well be of another language: in quotation marks, or within a name. */
const DOUBTFUL = 0.3;
/** Words that tell by their letters; with fewer, the doubtful ones are asked too. */
const OWN = 3;
/** The share of its words, about, that are function words in a language whose function words are not listed. */
const SHARE = 0.25;
/** How many function words the letters of a text weigh as much as: at most, and for each word of it. */
const LETTERS = 2;
const LETTERS_PER_WORD = 0.2;
/** And as much as each other word that English often prints. */
const ORDINARY = 0.35;
/** And what a page says of its own language, which is often its program's and not its text's. */
const DECLARED = 1.5;
/** And that most of what is read here is in English. */
const EXPECTED = 0.25;
/** How much likelier a language is for each function word that it has more than another. */
const ODDS = 2;

/**
 * The language of a text, told by its function words, for names of people, papers and places may be of any language. The
 * letters that are usual in a language (`eld`) are one more voice, and decide about languages whose function words are not
 * listed.
 *
 * @param declared what the file says of its language: "en", "pt-BR", "de_DE"
 */
export function languageOf(text: string, declared?: string): TextLanguage {
  const words = wordsOf(text.slice(0, SAMPLE).replace(ADDRESS, ' '));
  if (words.length === 0) return { language: codeOf(declared) ?? 'und', confidence: 0 };
  const own = words.filter(({ weight }) => weight === 1);
  const byLetters = eld.detect((own.length < OWN ? words : own).map(({ word }) => word).join(' ')).language;
  const scores = scoresOf(words, byLetters, codeOf(declared));
  const [language, score] = likeliest(scores);
  const [, other] = likeliest(scores.filter(([code]) => (code === 'en') !== (language === 'en')));
  return { language, confidence: 1 / (1 + ODDS ** (other - score)) };
}

type Score = readonly [language: string, score: number];

/** The function words that each language has among the words, and what else speaks for it. */
function scoresOf(words: readonly Word[], byLetters: string, declared: string | undefined): Score[] {
  const weight = weightOf(words);
  const languages = new Set([...FUNCTION_WORDS.keys(), byLetters, declared ?? 'en'].filter((code) => code !== ''));
  return [...languages].map((language) => {
    const table = FUNCTION_WORDS.get(language);
    let score = table ? weightOf(words.filter(({ word }) => table.has(word))) : weight * SHARE;
    if (language === byLetters) score += Math.min(LETTERS, weight * LETTERS_PER_WORD);
    if (language === declared) score += DECLARED;
    if (language === 'en') score += EXPECTED + ORDINARY * weightOf(words.filter(isEnglishOnly));
    return [language, score];
  });
}

/** Whether it is a word of English that is no function word, of whatever language. Short ones are words of many. */
function isEnglishOnly({ word }: Word): boolean {
  return word.length > 3 && isOrdinary(word) && !ALL_FUNCTION_WORDS.has(word);
}

const ALL_FUNCTION_WORDS = union(...FUNCTION_WORDS.values());
const ENGLISH = FUNCTION_WORDS.get('en')!;

function likeliest(scores: readonly Score[]): Score {
  return scores.reduce((most, one) => (one[1] > most[1] ? one : most));
}

/** A word of a text in small letters, and what it counts. */
interface Word {
  readonly word: string;
  readonly weight: number;
}

function weightOf(words: readonly Word[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}

/** A word as it is printed. */
interface Printed {
  readonly word: string;
  readonly isQuoted: boolean;
  readonly isCapital: boolean;
  /** Whether a sentence may begin with it. */
  readonly begins: boolean;
}

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/gu;
const QUOTATION = /"[^"]*"|[“„][^“”„]*[“”]|”[^”]*”|«[^«»]*»|»[^«»]*«/gu;

/** The words of a text without those of names; all of them where there are no others. */
function wordsOf(text: string): Word[] {
  const quoted = new Uint8Array(text.length);
  for (const { 0: quotation, index } of text.matchAll(QUOTATION)) quoted.fill(1, index, index + quotation.length);
  const printed = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(
    ({ 0: word, index }): Printed => ({
      word: word.toLowerCase(),
      isQuoted: quoted[index] === 1,
      isCapital: /^\p{Lu}/u.test(word),
      begins: /(?:^|[.!?:;“"«„»”(–—-])\s*$/u.test(text.slice(Math.max(0, index - 3), index)),
    }),
  );
  const plain = printed.flatMap(({ word, isQuoted, isCapital, begins }, i): Word[] => {
    if (isCapital && !(begins && printed[i + 1]?.isCapital === false)) return [];
    return [{ word, weight: isQuoted || isInName(printed, i) ? DOUBTFUL : 1 }];
  });
  return plain.length > 0 ? plain : printed.map(({ word }) => ({ word, weight: 1 }));
}

/** The most small words in a row inside a name: "Rio Grande [do] Sul", "Juan [de la] Cruz". */
const PARTICLES = 2;

/** Whether a small word may belong to a name: between two capitals, with no English words beside it. */
function isInName(printed: readonly Printed[], i: number): boolean {
  let [first, last] = [i, i];
  while (printed[first]?.isCapital === false && i - first <= PARTICLES) first--;
  while (printed[last]?.isCapital === false && last - i <= PARTICLES) last++;
  const between = printed.slice(first + 1, last);
  const isBetween = printed[first]?.isCapital === true && printed[last]?.isCapital === true;
  return isBetween && between.length <= PARTICLES && !between.some(({ word }) => ENGLISH.has(word));
}

/** The code of a language out of a tag of BCP 47 or a locale of POSIX; undefined if it is neither. */
function codeOf(tag: string | undefined): string | undefined {
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase();
}
