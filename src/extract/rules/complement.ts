import type { Complement } from '../cues.ts';
import { isColon, isComma, isNounish, isOccasion, isPreposition, isTemporal, isVerb } from '../grammar/item-kinds.ts';
import { nounPhraseEnd, withApposition } from '../grammar/phrases.ts';
import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import type { VerbGroup } from './verb-group.ts';

/** What follows a cue and could be its content; `first` is the item it begins with. */
export interface Complementation {
  readonly type: 'quote' | 'that' | 'clause' | 'infinitive' | 'object' | 'naming';
  readonly first: number;
}

const WH = /^(?:whether|how|why|what)$/u;
/** Words that open a question's content, but after "said" only tell when or where. */
const WH_ASKED = /^(?:if|where|when|who|which)$/u;

/** What stands after a cue, past its hearer and the words that say when and where. `from` is the item to begin at. */
export function complementAfter(items: readonly Item[], group: VerbGroup, from: number): Complementation | undefined {
  const at = pastHearer(items, group, from);
  const offers = (complement: Complement) => group.cue.complements.includes(complement);
  const item = items[at];
  if (item === undefined) return undefined;
  if (offers('naming') && !isQuote(item) && !isComma(item)) {
    const naming = namingFrom(items, group, at);
    if (naming) return naming;
  }
  const direct = directAt(items, pastAdverbials(items, at));
  if (direct) return direct;
  const start = pastAdverbials(items, at);
  const first = items[start];
  if (!isWord(first)) return undefined;
  if (first.lower === 'that' && (offers('clause') || offers('that') || offers('infinitive'))) {
    return { type: isVerb(items[start + 1]) ? 'clause' : 'that', first: start };
  }
  const asks = group.cue.act === 'ask' || /^(?:know|tell|explain|understand|wonder)$/u.test(group.lemma);
  if (
    (WH.test(first.lower) || (asks && WH_ASKED.test(first.lower) && start === from)) &&
    (offers('clause') || offers('that'))
  )
    return { type: 'that', first: start };
  if (first.lower === 'to' && offers('infinitive')) return { type: 'infinitive', first: start };
  if (offers('clause') && opensClause(items, start)) return { type: 'clause', first: start };
  if (first.lower === 'not' && isWord(items[start + 1]) && lowerOf(items[start + 1]) === 'to' && offers('infinitive'))
    return { type: 'infinitive', first: start };
  const announcesQuote = items.some((other, i) => i > at && isColon(items[i - 1]) && isQuote(other));
  if (offers('object') && start === at && opensObject(items, at) && !announcesQuote)
    return { type: 'object', first: at };
  return undefined;
}

/** A quotation, or words led by a colon or a comma and a quotation. */
function directAt(items: readonly Item[], at: number): Complementation | undefined {
  const item = items[at];
  if (isQuote(item)) return { type: 'quote', first: at };
  if (isColon(item) && items[at + 1]) return { type: isQuote(items[at + 1]) ? 'quote' : 'clause', first: at + 1 };
  if (isComma(item) && isQuote(items[at + 1])) return { type: 'quote', first: at + 1 };
  if (isComma(item)) {
    // "said, in a voice that shook, that …": past a short insertion
    const close = items.findIndex((other, i) => i > at && i - at < 16 && isComma(other));
    const next = items[close + 1];
    const inserted = items.slice(at + 1, Math.max(at + 1, close));
    if (
      close > 0 &&
      !inserted.some((other) => isVerb(other) && !/ing$/u.test(lowerOf(other))) &&
      (isQuote(next) || (isWord(next) && next.lower === 'that'))
    ) {
      return isQuote(next) ? { type: 'quote', first: close + 1 } : { type: 'that', first: close + 1 };
    }
    // "noting that, so far, “…”" has its "that" already; "said, quietly: “…”"
    if (isWord(items[at + 1]) && isColon(items[at + 2]) && isQuote(items[at + 3]))
      return { type: 'quote', first: at + 3 };
  }
  return undefined;
}

/** "called him a “con artist”": the content is whom and what. */
function namingFrom(items: readonly Item[], group: VerbGroup, at: number): Complementation | undefined {
  const item = items[at];
  if (
    !isWord(item) ||
    (/^(?:that|for|on|to|in|into|upon|off|back)$/u.test(item.lower) &&
      group.lemma === 'call' &&
      !isQuote(items[at + 1]))
  )
    return undefined;
  return isNounish(items[coreEndFrom(items, at)]) ? { type: 'naming', first: at } : undefined;
}

function coreEndFrom(items: readonly Item[], at: number): number {
  return nounPhraseEnd(items, at) ?? at;
}

function opensClause(items: readonly Item[], at: number): boolean {
  const item = items[at] as Token;
  if (item.class === 'PUNCT' && item.text !== '$') return false;
  // "reiterated it in a call": an object, no clause
  if (
    /^(?:it|this|that|him|her|them|me|us)$/u.test(item.lower) &&
    !isVerb(items[at + 1]) &&
    (isPreposition(items[at + 1]) || isComma(items[at + 1]) || isTemporal(items[at + 1]))
  )
    return false;
  const rest = items.slice(at, at + 24);
  // "said he “fabricated” it": the verb may stand in the quotation
  const finite = rest.some((other, i) => i > 0 && ((isVerb(other) && !/ing$/u.test(lowerOf(other))) || isQuote(other)));
  if (!finite) return false;
  if (/^(?:by|of|with|for|from|and|but|or|as|than|so|on|about|to|into|like|at|in)$/u.test(item.lower)) return false;
  return true;
}

function opensObject(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!isWord(item)) return false;
  if (/ing$/u.test(item.lower) && item.class === 'VERB') return true;
  if (
    isPreposition(item) ||
    isTemporal(item) ||
    item.class === 'PUNCT' ||
    item.class === 'CCONJ' ||
    item.class === 'SCONJ'
  )
    return false;
  const end = nounPhraseEnd(items, at);
  return end !== undefined && !(end === at && /^(?:it|this|that|him|her|them|me|us|you)$/u.test(item.lower));
}

/** Past the hearer: "told [the Gazette]", "said [to reporters]", "wrote [in a letter to staff]". */
function pastHearer(items: readonly Item[], group: VerbGroup, from: number): number {
  const item = items[from];
  if (
    /^(?:to|on|upon)$/u.test(lowerOf(item)) &&
    (lowerOf(item) === 'to' || group.lemma === 'call') &&
    !isVerb(items[from + 1])
  ) {
    const end = nounPhraseEnd(items, from + 1);
    if (end !== undefined) return end + 1;
  }
  if (
    !group.cue.hearer ||
    !isWord(item) ||
    item.class === 'PUNCT' ||
    /^(?:that|whether|if|to|how|why|what|about|for|when)$/u.test(item.lower)
  )
    return from;
  if (group.lemma !== 'tell' && !(isNounish(item) || item.class === 'DET' || item.class === 'ADJ')) return from;
  const end = nounPhraseEnd(items, from);
  if (end === undefined || isVerb(items[end + 1])) return from;
  // "told CBS’s “Morning in Nesse” that …"
  if (/^['’]s$/u.test(lowerOf(items[end + 1])) && isQuote(items[end + 2])) return end + 3;
  const widened = withApposition(items, end);
  return (isComma(items[widened + 1]) && !isQuote(items[widened + 2]) ? end : widened) + 1;
}

/** Past words that say when, where or how it was said: "on Monday", "in a statement", "last week", "quietly". */
export function pastAdverbials(items: readonly Item[], from: number): number {
  let at = from;
  for (let guard = 0; guard < 6; guard++) {
    const next = pastOneAdverbial(items, at);
    if (next === at) return at;
    at = next;
  }
  return at;
}

function pastOneAdverbial(items: readonly Item[], at: number): number {
  const item = items[at];
  if (!isWord(item)) return at;
  if (isTemporal(item)) return at + 1;
  if (
    /^(?:last|this|next|earlier|late|early|that|a|the|two|three|several)$/u.test(item.lower) &&
    isTemporal(items[at + 1])
  )
    return item.lower === 'the' && !isTemporal(items[at + 1]) ? at : at + 2;
  if (
    item.class === 'ADV' &&
    /(?:ly|again|too|later|earlier|ago|afterwards?|then|instead|here|there|back|aloud|ahead)$/u.test(item.lower)
  )
    return at + 1;
  const when =
    /^(?:on|in|at|during|after|before|via|through|over|by|from|following|ahead|outside|about|of|for|with)$/u.test(
      item.lower,
    );
  if (!when || !(isPreposition(item) || item.class === 'SCONJ' || item.class === 'VERB' || item.class === 'ADV'))
    return at;
  if (item.lower === 'ahead' && isWord(items[at + 1]) && lowerOf(items[at + 1]) === 'of')
    return pastOneAdverbial(items, at + 1) === at + 1 ? at : pastOneAdverbial(items, at + 1);
  let end = at;
  while (
    isWord(items[end + 1]) &&
    (isTemporal(items[end + 1]) || /^(?:\d{1,2}|,|of)$/u.test((items[end + 1] as Token).text)) &&
    isTemporal(items[at + 1])
  )
    end++;
  if (end > at) return isComma(items[end]) ? end : end + 1;
  const phrase = nounPhraseEnd(items, at + 1);
  if (phrase === undefined) return at;
  const after = items[phrase + 1];
  const closes =
    isQuote(after) ||
    isComma(after) ||
    isColon(after) ||
    isTemporal(after) ||
    (isWord(after) && /^(?:that|on|in|at|during|after|last|this|whether|to|how|earlier)$/u.test(after.lower));
  if (phraseHasOccasion(items, at + 1, phrase)) return pastCompanions(items, phrase + 1);
  return closes ? phrase + 1 : at;
}

/** "a visit [to the country]", "an interview [with the Gazette]", "a letter [to staff]". */
function pastCompanions(items: readonly Item[], at: number): number {
  if (!/^(?:to|with|by|for|from)$/u.test(lowerOf(items[at]))) return at;
  const after = items[at + 2];
  if (isVerb(items[at + 1])) return isComma(after) || isColon(after) || isQuote(after) ? at + 2 : at;
  const end = nounPhraseEnd(items, at + 1);
  return end === undefined || isVerb(items[end + 1]) ? at : end + 1;
}

function phraseHasOccasion(items: readonly Item[], first: number, last: number): boolean {
  return items.slice(first, last + 1).some((item) => isOccasion(item) || isTemporal(item));
}
