import type { Range } from '../../document/index.ts';
import { INSTITUTIONS } from '../../language/english/organisations.ts';
import { ROLE_NOUNS } from '../../language/english/roles.ts';
import { isComma, isNounish, isPreposition, isRelative } from '../text/item-kinds.ts';
import { type Item, isWord, lowerOf } from '../text/sentences.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** The noun phrase of a source. */
export interface Phrase extends Range {
  readonly items: readonly Item[];
  /** Index of the head in `items`. */
  readonly head: number;
  /** The head in small letters: "minister" of "the minister for roads". */
  readonly noun: string;
  /** The first word in small letters. */
  readonly opener: string;
}

/** The phrase at a range, tokenised and with its head. */
export function phraseAt(text: string, { start, end }: Range): Phrase {
  const items = tokenize(text, { start, end });
  const head = headOf(items);
  return { start, end, items, head, noun: lowerOf(items[head]), opener: lowerOf(items[0]) };
}

/** Index of the head of a noun phrase: the last word before a comma, preposition or relative clause. */
function headOf(items: readonly Item[]): number {
  let head = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (
      i > 0 &&
      (isComma(item) ||
        isRelative(item) ||
        lowerOf(item) === '(' ||
        (isPreposition(item) && !isInstitutionOf(items, i)))
    )
      break;
    if (
      i > 0 &&
      isWord(item) &&
      item.class === 'VERB' &&
      /(?:ed|ing|wn|en)$/u.test(item.lower) &&
      isNounish(items[i - 1])
    )
      break;
    if (isNounish(item)) head = i;
  }
  return head;
}

/** Whether the preposition at `i` is part of a name: "Ministry [of] Defence". */
function isInstitutionOf(items: readonly Item[], i: number): boolean {
  const before = items[i - 1];
  const after = items[i + 1];
  return (
    isWord(before) &&
    isWord(after) &&
    /^\p{Lu}/u.test(before.text) &&
    /^\p{Lu}/u.test(after.text) &&
    /^(?:of|for)$/u.test(lowerOf(items[i])) &&
    INSTITUTIONS.has(before.lower)
  );
}

/**
 * "Jem Sorrel, [a retired surgeon], said": the first apposition after one of the mentions that gives a role, without its
 * article.
 */
export function roleInApposition(text: string, mentions: readonly Range[]): string | undefined {
  for (const { end } of mentions) {
    const after = text.slice(end, end + 120);
    const role = roleWithArticle(after) ?? roleWithoutArticle(after);
    if (role) return role;
  }
  return undefined;
}

function roleWithArticle(after: string): string | undefined {
  const role =
    /^(?:,\s{0,9}\d{1,3})?,\s{0,9}(?:an?|the|its|his|her|their|one of the)\s{1,9}([^,.;:“”"—–]{4,80}?)(?=[,.;—–]|\s{1,9}(?:said|says|who|told)\b)/u.exec(
      after,
    )?.[1];
  return role && /\p{Ll}$/u.test(role) ? role : undefined;
}

/** "Jem Sorrel, chief pilot of Nesse, said": one of the first four words is a role. */
function roleWithoutArticle(after: string): string | undefined {
  const role = /^,\s{0,9}([\p{L}][^,.;:“”"—–()]{3,80}?)(?=[,.;—–]|\s{1,9}(?:said|says|who|told)\b)/u.exec(after)?.[1];
  const words = role?.toLowerCase().split(/\s+/u).slice(0, 4) ?? [];
  return role && words.some((word) => ROLE_NOUNS.has(word)) && !/^(?:who|and|but|said|told)\b/u.test(role)
    ? role
    : undefined;
}

/** The noun phrase before a relative pronoun: the whole of it, and the innermost one that ends it. */
export interface Antecedent {
  readonly whole: Range;
  /** "the board" of "a member of the board, who". */
  readonly nearest: Range;
}

/**
 * The phrase that stands before the relative pronoun at `at`: "Lammy" of "Lammy, who declared". Undefined where nothing
 * does.
 */
export function antecedentBefore(items: readonly Item[], at: number): Antecedent | undefined {
  let last = at - 1;
  while (last > 0 && (isComma(items[last]) || isPunctuation(items[last]))) last--;
  let first = last;
  while (first > 0 && mayBeInPhrase(items[first - 1])) first--;
  if (at <= 0 || last < 0) return undefined;
  const rangeFrom = (index: number): Range => ({ start: items[index]!.start, end: items[last]!.end });
  return { whole: rangeFrom(first), nearest: rangeFrom(nearestPhrase(items, first, last)) };
}

function isPunctuation(item: Item | undefined): boolean {
  return isWord(item) && item.class === 'PUNCT';
}

function mayBeInPhrase(item: Item | undefined): boolean {
  return (
    isWord(item) && !isComma(item) && !/^(?:VERB|AUX|SCONJ|CCONJ)$/u.test(item.class) && !/^[.;:]$/u.test(item.lower)
  );
}

/** "in the context of a Ministry of Defence statement": the phrase after the last preposition before a determiner. */
function nearestPhrase(items: readonly Item[], first: number, last: number): number {
  for (let i = last; i > first; i--) {
    if (isPreposition(items[i - 1]) && (items[i] as Token | undefined)?.class === 'DET') return i;
    if (
      isPreposition(items[i - 1]) &&
      !isInstitutionOf(items, i - 1) &&
      !/^\p{Lu}/u.test((items[i - 2] as Token | undefined)?.text ?? '')
    )
      return i;
  }
  return first;
}
