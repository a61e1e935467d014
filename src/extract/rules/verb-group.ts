import { type Cue, cueOf, speechNoun, verbLemma } from '../cues.ts';
import { isColon, isComma, isNounish, isPreposition, isVerb } from '../grammar/item-kinds.ts';
import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';

/** A verb that may be a cue, with the words that go with it. Indexes into a frame's items, inclusive. */
export interface VerbGroup {
  /** First auxiliary or adverb of the group. */
  readonly first: number;
  /** The verb itself. */
  readonly verb: number;
  /** Last particle or adverb of the group. */
  readonly last: number;
  readonly cue: Cue;
  readonly lemma: string;
  readonly form: 'finite' | 'participle' | 'infinitive' | 'passive';
}

const AUXILIARY =
  /^(?:has|have|had|having|be|is|was|are|were|been|being|am|do|does|did|will|would|can|could|may|might|must|shall|should|'s|'ve|'d|'ll|'re|n't|not|never|ca|wo)$/u;
const PARTICLE = /^(?:out|back|on|off|up|in|down)$/u;
const PARTICLE_VERBS = new Set([
  'point',
  'shoot',
  'go',
  'chime',
  'carry',
  'speak',
  'hit',
  'fire',
  'cry',
  'call',
  'blurt',
  'lay',
  'snap',
]);
/** "went on to say", "went so far as to say", "was quick to add": what may lead up to an infinitive cue. */
const LEADS_TO_SAY =
  /^(?:went|goes|go|going|gone|took|takes|taking|on|so|far|as|quick|careful|continued|continues|proceeded|hastened|rushed|appeared|seemed|used|had|has|was|is|to|even|then|also|later)$/u;

/** All verb groups of a frame whose verb is in the table of cues, in order. */
export function verbGroups(items: readonly Item[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  items.forEach((item, index) => {
    if (!isWord(item)) return;
    const group = groupAt(items, index);
    if (group) groups.push(group);
  });
  return groups;
}

function groupAt(items: readonly Item[], verb: number): VerbGroup | undefined {
  const item = items[verb] as Token;
  const cue = cueOf(item.lower);
  if (!cue || !looksLikeVerb(items, verb)) return undefined;
  const lemma = verbLemma(item.lower);
  if (isIdiom(items, verb, lemma)) return undefined;
  const first = groupStart(items, verb);
  const quoted = quotedAsSaying(items, verb);
  if (quoted !== undefined) return { first: quoted, verb, last: verb, cue, lemma, form: 'finite' };
  return { first, verb, last: groupEnd(items, verb, lemma), cue, lemma, form: formOf(items, first, verb) };
}

/** "was quoted as saying", "is shown telling", "was heard to say": where the whole group begins. */
function quotedAsSaying(items: readonly Item[], verb: number): number | undefined {
  let i = verb - 1;
  if (/^(?:as|to)$/u.test(lowerOf(items[i]))) i--;
  if (!/^(?:quoted|shown|heard|seen|recorded|overheard|reported|filmed|caught)$/u.test(lowerOf(items[i])))
    return undefined;
  let first = i;
  while (first > 0 && isWord(items[first - 1]) && /^(?:AUX|ADV)$/u.test((items[first - 1] as Token).class)) first--;
  return first < i ? first : undefined;
}

/** "to say the least", "that said", "it goes without saying", "a so-called": not anybody's saying. */
function isIdiom(items: readonly Item[], verb: number, lemma: string): boolean {
  const word = (offset: number) => (isWord(items[verb + offset]) ? lowerOf(items[verb + offset]) : '');
  if (lemma === 'say')
    return (
      word(-1) === 'without' ||
      (word(-1) === 'that' && word(1) === ',') ||
      (word(-1) === 'so' && word(1) === '-') ||
      (word(1) === 'the' && word(2) === 'least')
    );
  if (lemma === 'go') return false;
  if (lemma === 'state') return word(-1) === 'the' || word(1) === 'of';
  if (lemma === 'read') return word(1) === 'more' || word(1) === 'the' || word(1) === 'also';
  if (lemma === 'call') return word(-1) === '-' || (word(1) === 'it' && word(2) === 'quits');
  return false;
}

/** The tagger of word classes confuses "claims" and "claims"; what stands beside them tells. */
function looksLikeVerb(items: readonly Item[], index: number): boolean {
  const item = items[index] as Token;
  if (index > 0 && /^\p{Lu}/u.test(item.text) && item.class === 'PROPN') return false;
  const before = items[index - 1];
  if (isAttributive(items, index)) return false;
  // "NBC further notes, “…”"
  const leads = items[index + 1];
  if (
    (isComma(leads) || isColon(leads)) &&
    isQuote(items[index + 2]) &&
    isWord(before) &&
    !isComma(before) &&
    !/^(?:the|a|an|his|her|their|its|this|that|of|in|['’]s)$/u.test(before.lower) &&
    /(?:s|ed|id|ote|old)$/u.test(item.lower)
  )
    return true;
  if (/^['’]s$/u.test(lowerOf(before)) && speechNoun(item.lower) !== undefined && !/(?:ed|ing)$/u.test(item.lower))
    return false;
  if (item.class === 'VERB') return true;
  const beforeWord = isWord(before) ? before : undefined;
  if (
    beforeWord &&
    (beforeWord.class === 'DET' ||
      beforeWord.class === 'ADJ' ||
      /^(?:['’]s|his|her|their|its|my|our|your|the|a|of|for)$/u.test(beforeWord.lower))
  )
    return false;
  if (item.class === 'ADJ' || item.class === 'ADP') return /(?:ed|id|ing|ld)$/u.test(item.lower);
  if (/^(?:says?|said|tells?|told|adds|writes|argues|insists|asks)$/u.test(item.lower)) return true;
  // Headlines: "Healey moots sending troops"
  const onlyVerb = !items.some(
    (other, i) =>
      i !== index && isWord(other) && (other.class === 'AUX' || (other.class === 'VERB' && !/ing$/u.test(other.lower))),
  );
  if (
    onlyVerb &&
    item.class === 'NOUN' &&
    isWord(before) &&
    before.class === 'PROPN' &&
    /[^s]s$/u.test(item.lower) &&
    isWord(items[index + 1])
  )
    return true;
  if (item.class === 'NOUN' || item.class === 'PROPN') {
    const after = items[index + 1];
    const takes = !isWord(after) || /^(?:that|:|,|he|she|they|it|the|to)$/u.test(after.lower);
    const speaks = (isComma(after) || isColon(after)) && isQuote(items[index + 2]);
    return takes && (isNounish(before) || isComma(before)) && (speaks || /(?:s|ed|ing)$/u.test(item.lower));
  }
  return false;
}

/** "all previously declared “red lines”", "his stated goal": a participle that describes a noun. */
function isAttributive(items: readonly Item[], index: number): boolean {
  const item = items[index] as Token;
  if (!/(?:ed|en)$/u.test(item.lower)) return false;
  const next = items[index + 1];
  if (!isQuote(next) && !(isWord(next) && /^(?:NOUN|PROPN|ADJ)$/u.test(next.class))) return false;
  let i = index - 1;
  while (i >= 0 && isWord(items[i]) && (items[i] as Token).class === 'ADV') i--;
  return /^(?:the|a|an|his|her|its|their|all|any|some|these|those|no|this|that|['’]s)$/u.test(lowerOf(items[i]));
}

function groupStart(items: readonly Item[], verb: number): number {
  let first = verb;
  for (let i = verb - 1; i >= 0; i--) {
    const item = items[i];
    if (!isWord(item)) break;
    if (item.lower === 'to' && isVerb(items[i - 1]) && !LEADS_TO_SAY.test(lowerOf(items[i - 1]))) {
      // "declined to say", "wants to ask": the infinitive stays apart from the verb that governs it
      first = i;
      break;
    }
    if (
      item.class === 'AUX' ||
      AUXILIARY.test(item.lower) ||
      (item.class === 'ADV' &&
        !/^(?:now|so|as|when|where|how|why|yet|here|there|ago|later|earlier|home|away|wherever)$/u.test(item.lower)) ||
      /^(?:also|later|then|once|now|already|recently|repeatedly|famously|both|all|further)$/u.test(item.lower)
    ) {
      first = i;
      continue;
    }
    if (LEADS_TO_SAY.test(item.lower) && leadsUp(items, i, verb)) {
      first = i;
      continue;
    }
    break;
  }
  return first;
}

/** Whether every word from `i` to the verb belongs to a lead ("went so far as to"), ending in "to". */
function leadsUp(items: readonly Item[], i: number, verb: number): boolean {
  const to = items[verb - 1];
  if (!isWord(to) || to.lower !== 'to') return false;
  return items.slice(i, verb).every((item) => isWord(item) && LEADS_TO_SAY.test(item.lower));
}

function groupEnd(items: readonly Item[], verb: number, lemma: string): number {
  let last = verb;
  const particle = items[verb + 1];
  if (isWord(particle) && PARTICLE.test(particle.lower) && PARTICLE_VERBS.has(lemma)) last = verb + 1;
  const preposition = items[last + 1];
  const governs = [
    'refer',
    'speak',
    'talk',
    'describe',
    'call',
    'warn',
    'complain',
    'ask',
    'object',
    'vow',
    'commit',
    'plead',
    'appeal',
    'hint',
    'agree',
  ].includes(lemma);
  if (
    isPreposition(preposition) &&
    governs &&
    /^(?:to|about|for|of|with|on|at)$/u.test(lowerOf(preposition)) &&
    !isVerb(items[last + 2])
  ) {
    if (!(lowerOf(preposition) === 'to' && lemma !== 'refer') && !/^(?:on|at)$/u.test(lowerOf(preposition))) last++;
  }
  return last;
}

function formOf(items: readonly Item[], first: number, verb: number): VerbGroup['form'] {
  const item = items[verb] as Token;
  const group = items.slice(first, verb).map((word) => (isWord(word) ? word.lower : ''));
  const be = group.some((word) => /^(?:be|is|was|are|were|been|being|'s|'re|am)$/u.test(word));
  if (/ing$/u.test(item.lower)) return be ? 'finite' : 'participle';
  if (group.includes('to') && !group.some((word) => /^(?:went|goes|continued|took|proceeded|was|is)$/u.test(word)))
    return 'infinitive';
  const past = /(?:ed|id|old|own|aid|ten|ght|ght|und)$/u.test(item.lower);
  return be && past ? 'passive' : 'finite';
}
