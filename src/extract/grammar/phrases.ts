import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import {
  CORE,
  isComma,
  isDeterminer,
  isName,
  isNounish,
  isOccasion,
  isPossessiveMark,
  isPreposition,
  isPronoun,
  isRelative,
  isTemporal,
  isVerb,
} from './item-kinds.ts';

/** Indexes into a frame's items, both inclusive. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** The first item of the noun phrase that ends at `last`, with the modifiers before and between its parts. */
export function nounPhraseStart(items: readonly Item[], last: number): number {
  let first = coreStart(items, last);
  for (;;) {
    const before = items[first - 1];
    if (isPreposition(before) && !isWord(items[first - 2])) return first;
    if (
      isPreposition(before) &&
      isNounish(items[first - 2]) &&
      !isTemporal(items[first - 2]) &&
      !isTemporal(items[last])
    ) {
      if (!/^(?:after|before|since|during|until|as|than|despite|amid)$/u.test(lowerOf(before))) {
        first = coreStart(items, first - 2);
        continue;
      }
    }
    // "sources briefed on the matter", "officials working for the agency"
    const participle = items[first - 2];
    const reduced =
      isPreposition(before) &&
      !/^(?:after|before|as|while|since|until|when|than)$/u.test(lowerOf(before)) &&
      isWord(participle);
    if (
      reduced &&
      /^(?:close|familiar|loyal|opposed|sympathetic|critical|linked|supportive|privy)$/u.test(participle.lower) &&
      isNounish(items[first - 3])
    ) {
      first = coreStart(items, first - 3);
      continue;
    }
    if (
      reduced &&
      participle.class === 'VERB' &&
      /(?:ed|ing|wn|en)$/u.test(participle.lower) &&
      isNounish(items[first - 3]) &&
      !isName(items[first - 3])
    ) {
      first = coreStart(items, first - 3);
      continue;
    }
    // "Google and Yahoo": only where the pair opens its clause
    if (isWord(before) && (before.lower === 'and' || before.lower === '&') && isNounish(items[first - 2])) {
      const other = coreStart(items, first - 2);
      if (opensClause(items, other)) return other;
    }
    return first;
  }
}

function opensClause(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  return (
    before === undefined ||
    isQuote(before) ||
    isComma(before) ||
    (isWord(before) && /^(?:that|but|and|while|as|;)$/u.test(before.lower))
  );
}

/** From the head at `last` leftwards over adjectives, names, possessors and one determiner. */
function coreStart(items: readonly Item[], last: number): number {
  const head = items[last];
  if (isPronoun(head) && !isDeterminer(items[last - 1])) return last;
  let first = last;
  for (let i = last - 1; i >= 0; i--) {
    const item = items[i]!;
    if (isQuote(item)) {
      // Dwayne “The Rock” Johnson
      const short = item.end - item.start < 30 && !/[,.?!]/u.test(item.ending);
      if (short && isWord(items[i - 1]) && (items[i - 1] as Token).class === 'PROPN' && isName(items[i + 1])) continue;
      if (isDeterminer(items[i - 1]) && item.end - item.start < 40) continue;
      break;
    }
    if (isTemporal(item) && !isPossessiveMark(items[i + 1])) break;
    if (item.lower === 'that') break; // nearly always the conjunction
    if (isDeterminer(item)) {
      first = i;
      if (isPossessiveMark(items[i - 1])) continue;
      if (/^(?:all|both|half)$/u.test(lowerOf(items[i - 1]))) first = i - 1;
      break;
    }
    if (isPossessiveMark(item) && isNounish(items[i - 1])) continue;
    if (CORE.has(item.class) && !/^[,;:.!?—–]$/u.test(item.text)) {
      first = i;
      continue;
    }
    if (isInner(items, i, first)) continue;
    break;
  }
  return first;
}

/** Hyphens, ampersands, initials and participles inside a noun phrase. */
function isInner(items: readonly Item[], i: number, first: number): boolean {
  const item = items[i] as Token;
  if (/^[-/&]$/u.test(item.text)) return true;
  if (item.text === ')') return false;
  if (/^(?:and)$/u.test(item.lower))
    return isName(items[i - 1]) && isName(items[i + 1]) && isDeterminer(items[first - 3]);
  if (item.class === 'VERB' && (isDeterminer(items[i - 1]) || isPossessiveMark(items[i - 1]))) return true;
  return item.class === 'ADV' && isDeterminer(items[i - 1]);
}

/** The last item of the noun phrase that begins at `first`, or undefined when none does. */
export function nounPhraseEnd(items: readonly Item[], first: number): number | undefined {
  const last = coreEnd(items, first);
  if (last === undefined) return undefined;
  return extendRight(items, last);
}

function coreEnd(items: readonly Item[], first: number): number | undefined {
  const opening = items[first];
  if (!isWord(opening)) return undefined;
  let last: number | undefined;
  let adjective: number | undefined;
  for (let i = first; i < items.length; i++) {
    const item = items[i]!;
    if (isQuote(item)) {
      if (last !== undefined && isName(items[i - 1]) && isName(items[i + 1])) continue;
      break;
    }
    if (i > first && (isTemporal(item) || isRelative(item))) break;
    if (isPossessiveMark(item) || isDeterminer(item) || /^[-/&]$/u.test(item.text)) {
      if (isDeterminer(item) && last !== undefined && !isPossessiveMark(items[i - 1])) break;
      continue;
    }
    if (item.class === 'ADJ' && item.lower !== 'general') {
      adjective = i;
      continue;
    }
    if (CORE.has(item.class) && !/^[,;:.!?—–()]$/u.test(item.text)) {
      last = i;
      continue;
    }
    if (isNounish(item)) {
      last = i;
      if (isPronoun(item)) return i;
      continue;
    }
    if (item.class === 'VERB' && isDeterminer(items[i - 1])) {
      if (!isNounish(items[i + 1]) && !isName(items[i + 1])) last = i;
      continue;
    }
    // "in a televised address": known occasions are nouns, whatever the model says
    if (isOccasion(item) && isDeterminer(opening)) {
      last = i;
      continue;
    }
    // a noun misread as a verb: "in a court file that …"
    if (
      item.class === 'VERB' &&
      i === (last ?? -2) + 1 &&
      first < last! &&
      !/(?:ed|ing|s)$/u.test(item.lower) &&
      /^(?:that|,|on|in)$/u.test(lowerOf(items[i + 1])) &&
      isDeterminer(opening)
    ) {
      last = i;
      continue;
    }
    if (item.class === 'ADV' && last === undefined) continue;
    if (item.lower === 'and' && last !== undefined && isName(items[i - 1]) && isName(items[i + 1])) continue;
    break;
  }
  return last ?? adjective;
}

/** "(D-Mo.)", "of the Sierra Club", "for the agency" after a noun phrase that ends at `last`. */
function extendRight(items: readonly Item[], last: number): number {
  const next = items[last + 1];
  if (isWord(next) && next.text === '(') {
    const close = items.findIndex((item, i) => i > last && isWord(item) && item.text === ')');
    if (close > 0 && close - last < 12) return extendRight(items, close);
  }
  // "a source close to the board"
  if (/^(?:close|familiar|loyal|opposed|sympathetic|privy)$/u.test(lowerOf(next)) && isPreposition(items[last + 2])) {
    const end = coreEnd(items, last + 3);
    if (end !== undefined) return extendRight(items, end);
  }
  if (isPreposition(next)) {
    const end = coreEnd(items, last + 2);
    const of = /^(?:of|for)$/u.test(lowerOf(next));
    if (
      end !== undefined &&
      !isTemporal(items[last + 2]) &&
      (of || !(isOccasion(items[end]) || isTemporal(items[end])))
    ) {
      if (of || /^(?:at|from|with|in|on)$/u.test(lowerOf(next))) return extendRight(items, end);
    }
  }
  return last;
}

/**
 * The phrase widened over an apposition after it: "Jem Sorrel, a retired surgeon" ends before "said".
 * `until` is the item before which the apposition must end (the cue), or undefined when it may run to the next
 * comma, quotation or end.
 */
export function withApposition(items: readonly Item[], last: number): number {
  if (!isComma(items[last + 1])) return last;
  const opener = items[last + 2];
  if (!isWord(opener)) return last;
  const age =
    opener.class === 'NUM' &&
    (isComma(items[last + 3]) ||
      items[last + 3] === undefined ||
      (isWord(items[last + 3]) && (items[last + 3] as Token).text === '.'));
  if (age) return withApposition(items, last + 2);
  const descriptive =
    isDeterminer(opener) ||
    isRelative(opener) ||
    opener.class === 'NOUN' ||
    opener.class === 'PROPN' ||
    (opener.class === 'ADJ' && !isTemporal(opener)) ||
    /^(?:whose|one|now|former|formerly)$/u.test(opener.lower);
  if (!descriptive || isTemporal(opener)) return last;
  let end = last;
  for (let i = last + 2; i < items.length; i++) {
    const item = items[i]!;
    if (isQuote(item)) return end;
    if (/^[.;:?!]$/u.test(item.text)) return end;
    if (isComma(item) && !continuesApposition(items, i)) return end;
    if (!isComma(item)) end = i;
  }
  return end;
}

/** "…, vice president of human resources, Europe": a comma inside an apposition. */
function continuesApposition(items: readonly Item[], comma: number): boolean {
  const next = items[comma + 1];
  if (!isWord(next)) return false;
  if (isRelative(next)) return true;
  return (
    next.class === 'PROPN' &&
    !isVerb(items[comma + 2]) &&
    !isTemporal(next) &&
    (isComma(items[comma + 2]) ||
      items[comma + 2] === undefined ||
      (isWord(items[comma + 2]) && /^[.]$/u.test((items[comma + 2] as Token).text)))
  );
}
