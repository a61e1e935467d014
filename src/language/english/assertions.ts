import { alternation, union, words } from '../words.ts';
import { ABBREVIATIONS, TITLE_ABBREVIATIONS } from './abbreviations.ts';
import { FINITE_AUXILIARIES } from './auxiliaries.ts';
import { DETERMINERS } from './determiners.ts';
import { SUBJECTS } from './pronouns.ts';
import { WORD_FAMILIES } from './word-families.ts';

/** How a clause that asserts something is told from one that does not. The lists are our own. */

/** Parts of verbs that are no verb of a clause: "known", "taken". */
const PARTICIPLES = /(?:[^e]n|wn|ing)$/u;

/** Past tenses that no ending tells: "sold", "rose". */
const IRREGULAR = new Set(
  WORD_FAMILIES.map((line) => line.split(' ')).flatMap((forms) =>
    forms.filter((form) => !PARTICIPLES.test(form)).slice(1),
  ),
);

/** Verbs in the plain form that a subject in the plural takes: "taxes hurt", "voters want". */
const PLAIN = words(
  'want need believe support oppose hope think know make take give get go come see mean deserve cost pay keep allow require expect remain continue say agree show work hurt help feel seem become provide create look',
);

/** Words that end like a verb and are none: "this", "various", "hundred". */
const NO_VERBS = words(
  'this his its is us as was has does yes always perhaps across towards afterwards besides unless less plus thus various previous serious politics economics news series species hundred indeed need red bed speed seed feed bleed unprecedented united kids',
);

/** What stands before a noun, so that the next word in "-s" is one: "the rules", "of taxes". */
export const BEFORE_NOUN = words(
  'the a an of in on at for with from by to my our your his her its their these those some any many few several all both no more most other such new old and or',
);

const RELATIVE = words('who which whose whom that');
/** How many words after an article its verb stands at most, unless it is an auxiliary: "the town's bank refused". */
const NEAR_ARTICLE = 4;

/** A subject and its verb in one: "he's", "we'll". */
const SHORTENED = /^(?:\p{L}+'(?:ll|ve|re|m|d)|(?:he|she|it|that|there|what|who|here)'s)$/u;

/**
 * Whether the words of a passage, in small letters, hold a verb with an ending of its own and something before it as a subject.
 *
 * @param isPhrase the passage may be no sentence, as it begins with a small letter and without "that" or a pronoun: then a verb behind "who" or "which" is not its own, nor one far from an article that begins it: "his call for a ban on …".
 */
export function hasFiniteVerb(words: readonly string[], { isPhrase = false } = {}): boolean {
  if (!isPhrase) return words.some((word, at) => isClauseVerb(word, words[at - 1], true));
  const relative = words.findIndex((word, at) => at > 0 && RELATIVE.has(word));
  const own = relative < 0 ? words : words.slice(0, relative);
  const reach = DETERMINERS.has(words[0] ?? '') ? NEAR_ARTICLE : own.length;
  return own.some((word, at) => isClauseVerb(word, own[at - 1], at < reach));
}

function isClauseVerb(word: string, before: string | undefined, isNear: boolean): boolean {
  if (SHORTENED.test(word)) return true;
  if (before === undefined) return false;
  if (FINITE_AUXILIARIES.has(word) || /n't$/u.test(word) || word === 'cannot') return true;
  if (SUBJECTS.has(before)) return /^\p{L}+$/u.test(word) && !BEFORE_NOUN.has(word);
  if (!isNear || BEFORE_NOUN.has(before) || NO_VERBS.has(word)) return false;
  return IRREGULAR.has(word) || PLAIN.has(word) || /(?:[^sui]s|ed)$/u.test(word);
}

/** First words of an infinitive or a noun that is promised, demanded, refused: "to sell the port", "for a new inquiry". */
export const WANTED = /^(?:not )?(?:to|for|against)\s/iu;

/** What is said to open, to close and to lead through a speech, and to those who hear it. */
export const COURTESY = new RegExp(
  `^(?:${alternation([
    'good morning',
    'good afternoon',
    'good evening',
    'thank you',
    'thanks',
    'welcome',
    'hello',
    'ladies and gentlemen',
    'let me',
    'can i',
    'please',
    'firstly',
    'finally',
    'in closing',
    'before i',
    'first of all',
  ])}|(?:and )?(?:so |now |but |again )?(?:i(?:'|’)?(?:ll| will| want to| would like to|'d like to| am going to|'m going to| can| am joined|'m joined)) (?:now )?(?:start|begin|turn|hand|say|update|take|report|confirm|give|provide|set out|talk|finish|end|close|thank|express|convey|also|just|come|stress|emphasise|repeat|mention|touch|today|by)|i(?:'m| am) joined)\\b`,
  'iu',
);

/** First words of what names a question, a thing or an act, and asserts nothing of it: "whether she supports it", "what he called …". */
export const ONLY_NAMED = /^(?:whether|why|how|what|when|where|who|which|of|by|as|in|on|\p{Ll}+ing)\s/u;

/** Irony and dreams: what is said is not meant. */
export const NOT_MEANT = /^(?:oh|sure|yeah right|right)[,!]|\b(?:imagine|suppose|what if|as if)\b/iu;

/** A full stop after one of these, or after one capital, ends no sentence. */
export const NO_END = new RegExp(
  `(?:^|[\\s(])(?:${alternation(union(ABBREVIATIONS, TITLE_ABBREVIATIONS))}|\\p{Lu})\\.$`,
  'u',
);
