import { alternation, union, words } from '../words.ts';
import { DENIALS } from './negation.ts';

/** Words by which a clause says the opposite of what it would say without them: denials, refusals, ends, decreases, faults. */
const AGAINST = union(
  DENIALS,
  words(
    'deny denies denied refuse refuses refused reject rejects rejected oppose opposes opposed against ban bans banned forbid forbids prohibit prohibits block blocks blocked ' +
      'close closes closed closing closure shut shuts scrap scraps scrapped abolish abolishes abolished demolish demolished end ends ended stop stops stopped ' +
      'cut cuts cutting reduce reduces reduced reducing reduction lower lowered fall falls fell fallen falling drop drops dropped decrease decreases decreased fewer less decline declines declined ' +
      'short shortage lack lacks lacked unsafe dangerous danger false untrue impossible illegal unfair ' +
      'mistake mistaken wrong wrongly bad worse worst fail fails failed failure lose loses lost weak weaken weakens weakened ' +
      'final resign resigns resigned quit quits quitting worthless useless unnecessary',
  ),
);

/** Two words in a row that do the same. */
const AGAINST_PAIRS = words(
  'rule_out rules_out ruled_out ruling_out pull_down pulled_down pulling_down tear_down torn_down come_down came_down go_down went_down goes_down ' +
    'step_down stepping_down stand_down bring_down brought_down turn_down turned_down give_up gave_up given_up get_rid too_few too_little no_longer put_off phase_out phased_out opt_out',
);

/** "not only …, but", "no doubt", "before the end of": these deny nothing and end nothing. */
export const NO_DENIAL =
  /\b(?:the|year) end\b|\bend of\b|\bnot (?:only|just|merely)\b|\bno (?:doubt|less than|fewer than|more than|matter|wonder)\b|\bwhy not\b|\bnot least\b/giu;

/** Whether a word, or the word with the next, turns its clause round. */
export function turnsRound(word: string, next: string | undefined): boolean {
  return AGAINST.has(word) || /n't$/u.test(word) || (next !== undefined && AGAINST_PAIRS.has(`${word}_${next}`));
}

/** Words of a clause that commits itself to nothing. */
export const WEAK =
  /\b(?:may|might|could|perhaps|maybe|possibl[ey]|possibility|consider(?:s|ed|ing)?|look(?:ed|ing)? (?:at|into)|option|options|hope[sd]?|hoping|depend(?:s|ing)?|up to|prepared to|open to|willing to|would talk|speculat\w*|cannot (?:say|give|promise|guarantee)|no guarantee|on the table|off the table|too early|remains? to be seen|if the price|one of (?:several|many)|not (?:decided|sure|certain)|undecided|in principle)\b|\bnothing\b[^.]{0,20}\b(?:ruled? out|excluded)\b|\brul(?:e|ed|ing) nothing out\b/iu;
/** Words of one that commits itself. */
export const FIRM =
  /\b(?:will|shall|must|never|certainly|definitely|absolutely|promise[sd]?|guarantee[sd]?|pledge[sd]?|commit(?:ted|s)?|no question|full stop|final|always|going to|rul(?:e|ed) out|has to|have to|not committing)\b/iu;

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
