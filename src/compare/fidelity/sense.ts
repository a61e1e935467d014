import { keyOf, wordsIn } from './words.ts';

/** Words that change what a sentence says. Another word of the same line does not change it. */
const TURNING: readonly string[] = [
  'not never no neither nor cannot without nobody none nothing nowhere hardly scarcely barely',
  'if unless only except until provided but although though however',
  'may might could can',
  'must should ought shall',
  'will would',
  'everybody everyone everything all always every each',
  'somebody someone something some sometimes',
  'half double twice once',
  'before',
  'after',
  'more',
  'less fewer',
  'against',
  'for',
];
const CLASS_OF = new Map(TURNING.flatMap((list, number) => list.split(' ').map((word) => [word, number] as const)));
const NUMBER =
  /^(?:\d[\d.,]*|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|billion)$/u;
/** The first lines above, whose words change the meaning just by being added or left out. */
const BY_THEMSELVES = 2;

/**
 * Whether replacing the source's words with the printed ones changes the meaning: a "not" or an "if" added or dropped,
 * another number, "should" for "could". Adding "very", or "might" for "could", does not.
 */
export function turnsSense(printed: string, source: string): boolean {
  const [ours, theirs] = [printed, source].map(classesIn);
  const apart = [...ours!].filter((one) => !theirs!.has(one)).concat([...theirs!].filter((one) => !ours!.has(one)));
  if (apart.some((one) => Number(one) < BY_THEMSELVES)) return true;
  return apart.length > 0 && ours!.size > 0 && theirs!.size > 0;
}

/** The lines of the table that the words are in, and the numbers among the words. */
function classesIn(words: string): Set<string> {
  return new Set(
    wordsIn(words).flatMap(({ key }) => {
      if (/n't$/u.test(key)) return ['0'];
      if (NUMBER.test(key)) return [`number ${key}`];
      const list = CLASS_OF.get(key);
      return list === undefined ? [] : [String(list)];
    }),
  );
}

/** Words after an excerpt that take it back or make it conditional. */
const TAKES_BACK =
  /^[\s,;:–—-]*(?:but|yet|although|though|however|unless|if|even if|provided|providing|as long as|so long as|only (?:if|when)|except|until|on (?:one|the) condition|assuming|depending on|subject to|in case|or so)\b/iu;
/** "if I may say so", "if you like": not a condition. */
const POLITE = /^[\s,]*if (?:i may|you (?:like|prefer|will|ask me|please)|anything|necessary|possible|so)\b/iu;

/** Whether the rest of the sentence after an excerpt changes the excerpt's meaning. */
export function afterTurns(after: string): boolean {
  return TAKES_BACK.test(after) && !POLITE.test(after);
}

/** "I do not accept that …", "I cannot say that …", "I never said …": the excerpt is being denied. */
const DENIED =
  /(?:\b(?:not|never|cannot|nobody|no one|without|hardly)\b|n['’]t\b)(?:(?!\b(?:but|and|because)\b)[^,;:.–—])*\b(?:that|whether)\s*$|(?:\b(?:not|never)|n['’]t)\s+(?:\p{L}+ly\s+)?(?:think|believe|say|said|accept|expect|know|suppose|mean|claim|suggest|promise)\s*$|\b(?:false|untrue|wrong|nonsense|a lie|a myth|not true) (?:that|to say)\s*$/iu;
/** "If it is not published, …", "Had I known, …". */
const CONDITION =
  /(?:^|[,;:.–—]\s*|\b(?:that|and|but|so|because|for)\s+)(?:even )?(?:if|unless|provided(?: that)?|were (?:i|he|she|it|we|they|there)\b|had (?:i|he|she|it|we|they|anybody|somebody|the)\b)(?:(?!\b(?:then|but)\b)[^.;:])*(?:,\s*(?:then\s+)?|,?\s+then\s+)$/iu;
/** A condition begins at most this many characters before the excerpt; further away it belongs to another clause. */
const FARTHEST = 180;
/** A finite verb: a condition matters to a clause, but not to a bare noun phrase. */
const FINITE =
  /\b(?:is|are|was|were|am|will|would|can|could|may|might|must|should|shall|has|have|had|do|does|did)\b|['’](?:ll|d|s|re|ve)\b/iu;

/** Whether the rest of the sentence before an excerpt changes the excerpt's meaning. */
export function beforeTurns(before: string, excerpt: string): boolean {
  const lead = keyOf(before).replace(/["“”]/gu, '');
  if (DENIED.test(lead)) return true;
  const condition = CONDITION.exec(lead.slice(-FARTHEST));
  return condition !== null && FINITE.test(excerpt) && !POLITE.test(condition[0].replace(/^[,;:.–—\s]+/u, ''));
}

/** Whether the words that an ellipsis replaces change the meaning of what is printed around it. */
export function leavingOutTurns(left: string): boolean {
  return wordsIn(left).some(({ key }) => /n't$/u.test(key) || (CLASS_OF.get(key) ?? BY_THEMSELVES) < BY_THEMSELVES);
}
