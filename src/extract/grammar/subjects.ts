import { speechNoun } from '../cues.ts';
import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import {
  isComma,
  isDeterminer,
  isName,
  isNounish,
  isOccasion,
  isPreposition,
  isPronoun,
  isRelative,
  isTemporal,
  isVerb,
} from './item-kinds.ts';
import { nounPhraseStart, type Phrase } from './phrases.ts';

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
