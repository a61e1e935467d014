import { speechNoun } from './cues.ts';
import { type Item, isQuote, isWord, lowerOf } from './frames.ts';
import type { Token } from './tokens.ts';

/** Indexes into a frame's items, both inclusive. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const RELATIVE = /^(?:who|which|whom)$/u;
const TEMPORAL =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|tomorrow|january|february|march|april|june|july|august|september|october|november|december|jan\.?|feb\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?|morning|afternoon|evening|week|month|year|night|weekend|noon|midnight|hours?|minutes?|days?|weeks?|months?|years?|later|ago|earlier)$/u;
/** Occasions: what stands after "in" or "at" when it says where something was said, not who said it. */
const OCCASION =
  /^(?:interview|speech|statement|rally|conference|briefing|debate|hearing|meeting|address|call|email|e-mail|letter|tweet|post|message|remarks?|testimony|news|press|visit|trip|event|court|parliament|memo|filing|report|release|appearance|session|broadcast|phone|telephone|video|podcast|article|editorial|book|twitter|facebook|instagram|x|response|reference|forum|lecture|discussion|stop)$/u;

export function isComma(item: Item | undefined): boolean {
  return isWord(item) && (item.text === ',' || item.text === '—' || item.text === '–' || item.text === '--');
}

export function isColon(item: Item | undefined): boolean {
  return isWord(item) && item.text === ':';
}

export function isVerb(item: Item | undefined): boolean {
  return isWord(item) && (item.class === 'VERB' || item.class === 'AUX');
}

export function isRelative(item: Item | undefined): boolean {
  return isWord(item) && RELATIVE.test(item.lower);
}

export function isTemporal(item: Item | undefined): boolean {
  return isWord(item) && (TEMPORAL.test(item.lower) || /^(?:19|20)\d\d$/u.test(item.text));
}

export function isOccasion(item: Item | undefined): boolean {
  return isWord(item) && OCCASION.test(item.lower);
}

export function isPronoun(item: Item | undefined): boolean {
  return (
    isWord(item) &&
    /^(?:he|she|they|it|i|we|you|one|someone|somebody|everyone|everybody|nobody|others?|another|many|some|most|few|several|critics|those|both)$/u.test(
      item.lower,
    )
  );
}

/** Whether a noun phrase can end with the item. */
export function isNounish(item: Item | undefined): boolean {
  if (!isWord(item)) return false;
  if (isRelative(item)) return false;
  if (item.lower === 'general') return true; // attorney general
  if (item.class === 'NOUN' || item.class === 'PROPN' || item.class === 'NUM') return true;
  return item.class === 'PRON' || isPronoun(item) || (item.class === 'X' && /\p{L}/u.test(item.text));
}

export function isPreposition(item: Item | undefined): boolean {
  return (
    isWord(item) &&
    (item.class === 'ADP' ||
      /^(?:of|for|at|in|from|with|to|on|by|about|behind|within|near|under|against|between|among|inside|outside|like)$/u.test(
        item.lower,
      ))
  );
}

const CORE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM', 'X']);

function isPossessiveMark(item: Item | undefined): boolean {
  return isWord(item) && /^(?:['’]s|['’])$/u.test(item.lower) && item.class !== 'AUX';
}

function isDeterminer(item: Item | undefined): boolean {
  return (
    isWord(item) &&
    (item.class === 'DET' ||
      /^(?:the|a|an|his|her|its|their|our|my|your|this|that|these|those|some|any|no|each|every|another|all|both|many|several|few|most)$/u.test(
        item.lower,
      ))
  );
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

export function isName(item: Item | undefined): boolean {
  return (
    isWord(item) &&
    (item.class === 'PROPN' || (/^\p{Lu}/u.test(item.text) && (item.class === 'NOUN' || item.class === 'ADJ')))
  );
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

/**
 * The noun phrase that ends at `last`, where `last` may close a parenthesis between it and its verb:
 * "Jem Sorrel, a retired surgeon, said", "Quill (R-Iowa) said".
 */
export function subjectEndingAt(items: readonly Item[], last: number): Phrase | undefined {
  const item = items[last];
  if (isWord(item) && item.text === ')') {
    const open = items.findLastIndex((other, i) => i < last && isWord(other) && other.text === '(');
    if (open > 0 && last - open < 12 && isNounish(items[open - 1]))
      return { first: nounPhraseStart(items, open - 1), last };
    return undefined;
  }
  if (isComma(item))
    return (
      parenthetical(items, last) ?? (lowerOf(items[last - 1]) === ')' ? subjectEndingAt(items, last - 1) : undefined)
    );
  // "Quill, who said “we tried,” answered": the comma stands inside the marks
  if (isQuote(item)) return item.ending === ',' ? parenthetical(items, last + 1) : undefined;
  const when = adverbialStart(items, last);
  if (when !== undefined && when > 0) return subjectEndingAt(items, when - 1);
  if (isRelative(item) || (isWord(item) && item.lower === 'that' && isNounish(items[last - 1])))
    return { first: last, last };
  if (!isNounish(item) || isTemporal(item)) {
    // "a Muslim who did not want to be named said"
    const noun = isVerb(item) ? restrictiveRelative(items, last) : undefined;
    return noun === undefined ? undefined : { first: nounPhraseStart(items, noun), last };
  }
  if (isPronoun(item) && !isDeterminer(items[last - 1]) && !isPreposition(items[last - 1]))
    return { first: last, last };
  const relative = restrictiveRelative(items, last);
  if (relative !== undefined) return { first: nounPhraseStart(items, relative), last };
  return { first: nounPhraseStart(items, last), last };
}

/** "who [in 2010] said", "Quill [on Friday] said", "who [as recently as last month] declared": where the time begins. */
function adverbialStart(items: readonly Item[], last: number): number | undefined {
  if (!isTemporal(items[last]) && !isOccasion(items[last])) return undefined;
  let first = last;
  while (
    first > 0 &&
    /^(?:last|this|next|earlier|late|early|the|a|an|that|\d{1,2}|previous|same|monday|tuesday|wednesday|thursday|friday|saturday|sunday|television|press|news)$/u.test(
      lowerOf(items[first - 1]),
    )
  )
    first--;
  if (/^as$/u.test(lowerOf(items[first - 1])) && /^(?:recently|late|early)$/u.test(lowerOf(items[first - 2])))
    first -= 3;
  else if (/^(?:on|in|at|during|since|after|before|by)$/u.test(lowerOf(items[first - 1]))) first--;
  else if (!isTemporal(items[last])) return undefined;
  const before = items[first - 1];
  const fits =
    isRelative(before) ||
    isPronoun(before) ||
    (isNounish(before) && !isTemporal(before)) ||
    (isComma(before) && isTemporal(items[first]));
  return fits && !isVerb(before) && !isPreposition(before) ? first : undefined;
}

/** "people who know him" before a verb: the index of the noun before "who", if a clause without comma leads to `last`. */
function restrictiveRelative(items: readonly Item[], last: number): number | undefined {
  let verbs = 0;
  for (let i = last; i > 0 && last - i < 16; i--) {
    const item = items[i]!;
    if (!isWord(item) || isComma(item) || /^[;:.]$/u.test(item.text)) return undefined;
    if (isVerb(item)) verbs++;
    if (isRelative(item)) return verbs > 0 && i < last && isNounish(items[i - 1]) ? i - 1 : undefined;
  }
  return undefined;
}

/** `comma` closes a parenthesis: the phrase from the noun phrase before the matching comma. */
function parenthetical(items: readonly Item[], comma: number): Phrase | undefined {
  for (let i = comma - 1; i > 0 && comma - i < 40; i--) {
    const item = items[i]!;
    if (isQuote(item) && item.end - item.start > 60 && i < comma - 1) return undefined;
    if (isWord(item) && /^[;:]$/u.test(item.text)) return undefined;
    if (!isComma(item)) continue;
    const head = items[i - 1];
    const opener = items[i + 1];
    const fits = isNounish(head) || (isWord(head) && head.text === ')');
    if (fits && isWord(head) && head.class === 'NUM') continue;
    if (fits && !isTemporal(head) && isWord(opener) && opensParenthesis(items, i + 1, comma)) {
      const inner = isWord(head) && head.text === ')' ? subjectEndingAt(items, i - 1) : undefined;
      const first = inner?.first ?? nounPhraseStart(items, i - 1);
      // "Ada Quill, the mayor of Nesse, one of three towns, said": an apposition to an apposition
      const outer =
        isComma(items[first - 1]) && isDescription(items[first]) ? parenthetical(items, first - 1) : undefined;
      const named =
        outer ??
        (isComma(items[first - 1]) && isDescription(items[first]) && isName(items[first - 2])
          ? { first: nounPhraseStart(items, first - 2) }
          : undefined);
      const speaks = items.slice(i, comma).some((inside) => isQuote(inside) && inside.end - inside.start > 40);
      return { first: named?.first ?? first, last: speaks ? i - 1 : comma - 1 };
    }
  }
  return undefined;
}

function isDescription(item: Item | undefined): boolean {
  return isDeterminer(item) || (isWord(item) && /^\p{Ll}/u.test(item.text));
}

function opensParenthesis(items: readonly Item[], first: number, comma: number): boolean {
  const opener = items[first] as Token;
  // "A campaign aide, though, said"
  if (
    first === comma - 1 &&
    /^(?:though|however|too|meanwhile|also|instead|himself|herself|themselves|then|again|likewise)$/u.test(opener.lower)
  )
    return true;
  if (opener.lower === 'not') return true;
  if (isDeterminer(opener) || isRelative(opener) || opener.lower === 'whose') return true;
  if (opener.class === 'NUM') return Number(opener.text) < 120 || /^\p{L}/u.test(opener.text);
  if (opener.class === 'VERB') return /(?:ing|ed|en)$/u.test(opener.lower);
  const inside = items.slice(first, comma);
  const finite = inside.some((item) => isVerb(item) && !/(?:ing|ed)$/u.test(lowerOf(item)));
  if (opener.class === 'NOUN' || opener.class === 'PROPN' || opener.class === 'ADJ' || opener.class === 'ADV')
    return !finite;
  return isPreposition(opener) && !finite && speechNoun(opener.text) === undefined;
}
