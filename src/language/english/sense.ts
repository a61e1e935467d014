import { alternation, union, without, words } from '../words.ts';
import { FINITE_AUXILIARIES } from './auxiliaries.ts';
import { TAKING_BACK } from './conjunctions.ts';
import { DENIALS } from './negation.ts';
import { NUMBER_WORDS } from './numbers.ts';
import { SUBJECTS } from './pronouns.ts';

/** What turns the sense of a sentence, when a quotation is compared with its source. The lists are our own. */

/** Words that turn what a sentence says when they come or go; another of the same list leaves it as it is. */
export const TURNING: readonly ReadonlySet<string>[] = [
  union(DENIALS, words('nowhere scarcely barely')),
  words('if unless only except until provided but although though however'),
  words('may might could can'),
  words('must should ought shall'),
  words('will would'),
  words('everybody everyone everything all always every each'),
  words('somebody someone something some sometimes'),
  words('half double twice once'),
  words('before'),
  words('after'),
  words('more'),
  words('less fewer'),
  words('against'),
  words('for'),
];

/** A number, in figures or in a word. */
export const NUMBER = new RegExp(`^(?:\\d[\\d.,]*|${alternation(NUMBER_WORDS)})$`, 'u');

/** What after an excerpt takes back or binds what it says. */
export const TAKES_BACK = new RegExp(`^[\\s,;:–—-]*${alternation(TAKING_BACK)}\\b`, 'iu');

/** What makes a "not" one of two: "not only a building, but also a promise". */
export const ONLY = words('only just merely simply solely');

/** What after an excerpt begins like something that takes it back, and only adds to it: "but above all", "yet another". */
export const ADDS =
  /^[\s,;:–—-]*(?:but,? (?:also|even|above all|most of all|especially|particularly|equally|likewise|more importantly|most importantly|just as|thank)|yet (?:another|again))\b/iu;

/** The end of an excerpt that asks: "they asked [if it was safe]". */
export const ASKS =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|see|check(?:ed)?|tell|sure)(?: (?:me|us|him|her|them|you))?\W*$/iu;

/** "if I may say so", "if you like": no condition. */
export const POLITE = /^[\s,]*if (?:i may|you (?:like|prefer|will|ask me|please)|anything|necessary|possible|so)\b/iu;

/** Verbs with which a denial is no denial of what follows, but of its being thought or said. */
const HELD = words('think believe say said accept expect know suppose mean claim suggest promise');

/** "I do not accept that …", "I cannot say that …", "I never said …": the excerpt is what is denied. */
export const DENIED = new RegExp(
  `(?:\\b(?:not|never|cannot|nobody|no one|without|hardly)\\b|n['’]t\\b)(?:(?!\\b(?:but|and|because)\\b)[^,;:.–—])*\\b(?:that|whether)\\s*$|(?:\\b(?:not|never)|n['’]t)\\s+(?:\\p{L}+ly\\s+)?${alternation(HELD)}\\s*$|\\b(?:false|untrue|wrong|nonsense|a lie|a myth|not true) (?:that|to say)\\s*$`,
  'iu',
);

/**
 * The end of a denial that grants what follows: "I am not surprised that …", "there is no doubt that …", "nobody can deny
 * that …", "it is not just that …".
 */
export const GRANTED = new RegExp(
  `\\b(?:${alternation(ONLY)}|surprised|surprising|surprise|sorry|ashamed|sad|glad|happy|proud|forget|forgotten|doubt|doubts|doubted|deny|denies|denied|dispute|question|ignore|overlook|hide|secret|accident|coincidence|wonder|mistake|regret|mind|emphasize|stress|enough)(?: me| it)?(?: (?:about|for|of) (?:it|this))? (?:that)\\s*$`,
  'iu',
);

/** "If it is not published, …", "Had I known, …". */
export const CONDITION = new RegExp(
  `(?:^|[,;:.–—]\\s*|\\b(?:that|and|but|so|because|for)\\s+)(?:even )?(?:if|unless|provided(?: that)?|were ${alternation(union(without(SUBJECTS, words('you')), ['there']))}\\b|had ${alternation(union(without(SUBJECTS, words('you')), words('anybody somebody the')))}\\b)(?:(?!\\b(?:then|but)\\b)[^.;:])*(?:,\\s*(?:then\\s+)?|,?\\s+then\\s+)$`,
  'iu',
);

/** What a clause has and a mere name has not. */
export const FINITE = new RegExp(`\\b${alternation(FINITE_AUXILIARIES)}\\b|['’](?:ll|d|s|re|ve)\\b`, 'iu');
