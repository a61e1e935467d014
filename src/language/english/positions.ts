import { alternation, union, words } from '../words.ts';
import { DENIALS } from './negation.ts';

/** Words that turn a clause into its opposite: denials, refusals, ends, decreases, faults. */
const AGAINST = union(
  DENIALS,
  words(
    'deny denies denied refuse refuses refused reject rejects rejected oppose opposes opposed against ban bans banned forbid forbids prohibit prohibits block blocks blocked ' +
      'close closes closed closing closure shut shuts scrap scraps scrapped abolish abolishes abolished demolish demolished end ends ended stop stops stopped ' +
      'cut cuts cutting reduce reduces reduced reducing reduction lower lowered fall falls fell fallen falling drop drops dropped decrease decreases decreased fewer less decline declines declined ' +
      'shortage lack lacks lacked unsafe dangerous danger false untrue impossible illegal unfair ' +
      'mistake mistaken wrong wrongly bad worse worst fail fails failed failure lose loses lost weak weaken weakens weakened ' +
      'worthless useless unnecessary',
  ),
);

/** Two words in a row that do the same. */
const AGAINST_PAIRS = words(
  'give_up gave_up given_up get_rid too_few too_little no_longer put_off phase_out phased_out opt_out turn_down turned_down',
);

/** "not only …, but", "no doubt", "before the end of": these neither deny nor end anything. */
export const NO_DENIAL =
  /\b(?:the|year) end\b|\bend of\b|\bnot (?:only|just|merely)\b|\bno (?:doubt|less than|fewer than|more than|matter|wonder)\b|\bwhy not\b|\bnot least\b/giu;

/** Whether a word, or the word with the next, turns its clause round. */
export function turnsRound(word: string, next: string | undefined): boolean {
  return AGAINST.has(word) || /n't$/u.test(word) || (next !== undefined && AGAINST_PAIRS.has(`${word}_${next}`));
}

/** Words of a clause that makes no commitment. */
export const WEAK =
  /\b(?:may|might|could|perhaps|maybe|possibl[ey]|possibility|consider(?:s|ed|ing)?|hope[sd]?|hoping|depend(?:s|ing)?|undecided)\b/iu;
/** Words of a clause that makes a commitment. */
export const FIRM =
  /\b(?:will|shall|must|never|certainly|definitely|absolutely|promise[sd]?|guarantee[sd]?|pledge[sd]?|commit(?:ted|s)?|always|going to|has to|have to)\b/iu;

/** Verbs of saying and thinking as others' are reported: "critics say". */
const SAYING =
  'says? said claims? claimed thinks? thought believes? believed argues? argued insists? insisted wants?'.replaceAll(
    ' ',
    '|',
  );
/** Words before such a verb that are no others than the speaker. */
const NOT_OTHERS = words('i we have has had always already never just to also not who and as');

/** Somebody else than the speaker says it: "critics say", "the head of the bank said". */
export const OTHERS_SAY = new RegExp(`\\b(?!${alternation(NOT_OTHERS)}\\b)[\\p{L}’']{1,40}\\s+(?:${SAYING})\\b`, 'iu');
