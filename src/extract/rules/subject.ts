import { cueOf } from '../cues.ts';
import { isComma, isNounish, isTemporal, isVerb } from '../grammar/item-kinds.ts';
import { nounPhraseEnd, type Phrase, withApposition } from '../grammar/phrases.ts';
import { subjectEndingAt } from '../grammar/subjects.ts';
import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import type { VerbGroup } from './verb-group.ts';

/** The words that name who says, and on which side of the cue they stand. */
export interface Subject {
  readonly phrase: Phrase | undefined;
  readonly side: 'before' | 'after' | 'none';
  /** True when the subject is shared with an earlier verb and does not stand beside this one. */
  readonly shared: boolean;
}

const NONE: Subject = { phrase: undefined, side: 'none', shared: false };

/** Who does what the verb group says. */
export function subjectOf(items: readonly Item[], group: VerbGroup): Subject {
  if (group.form === 'passive' || isAskedBy(items, group)) return agentOf(items, group);
  const inverted = invertedSubject(items, group);
  if (inverted) return { phrase: inverted, side: 'after', shared: false };
  const before = items[group.first - 1];
  if (group.form === 'finite') {
    const direct = group.first > 0 ? subjectEndingAt(items, group.first - 1) : undefined;
    if (direct && !isAdverbialOnly(items, direct)) return { phrase: direct, side: 'before', shared: false };
  }
  if (group.form === 'participle' && isNounish(before) && !isTemporal(before)) {
    const direct = subjectEndingAt(items, group.first - 1);
    const lead = direct && items[direct.first - 1];
    const heads = isWord(lead) ? /^(?:with|a|of)$/u.test(lead.lower) : lead === undefined;
    if (direct && (heads || isVerb(lead) || isComma(lead))) return { phrase: direct, side: 'before', shared: false };
  }
  const shared = earlierSubject(items, group.first - 1);
  return shared ? { phrase: shared, side: 'before', shared: true } : NONE;
}

/** "In Monday's" and the like end with a name, but are no subject. */
function isAdverbialOnly(items: readonly Item[], phrase: Phrase): boolean {
  return isTemporal(items[phrase.last]) && phrase.first === phrase.last;
}

function isAskedBy(items: readonly Item[], group: VerbGroup): boolean {
  const next = items[group.last + 1];
  const verb = items[group.verb] as Token;
  return (
    group.form === 'finite' &&
    /ed$/u.test(verb.lower) &&
    isWord(next) &&
    next.lower === 'by' &&
    (group.first === 0 || !isNounish(items[group.first - 1]))
  );
}

/** "was told by officials", "Asked by the Times": whoever "by" names. */
function agentOf(items: readonly Item[], group: VerbGroup): Subject {
  const by = items[group.last + 1];
  if (!isWord(by) || by.lower !== 'by') return NONE;
  const end = nounPhraseEnd(items, group.last + 2);
  if (end === undefined) return NONE;
  return {
    phrase: { first: group.last + 2, last: trimOccasion(items, group.last + 2, end) },
    side: 'after',
    shared: false,
  };
}

/** "by the Times during a visit": the preposition that tells when is not part of the name. */
function trimOccasion(items: readonly Item[], first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const item = items[i];
    if (isWord(item) && /^(?:during|after|before|on|in|at)$/u.test(item.lower)) return i - 1;
  }
  return last;
}

/** `“…,” said Jem Sorrel, a retired surgeon`: the subject after the verb. */
function invertedSubject(items: readonly Item[], group: VerbGroup): Phrase | undefined {
  if (group.form !== 'finite' || group.verb !== group.first) {
    if (!(group.form === 'finite' && isQuote(items[group.first - 1]))) return undefined;
  }
  const before = items[group.first - 1];
  const leads =
    before === undefined ||
    isQuote(before) ||
    isComma(before) ||
    (isWord(before) && /^(?:as|so|and|then|also)$/u.test(before.lower));
  if (!leads || (['tell', 'go', 'read', 'ask'].includes(group.lemma) && !isQuote(before))) return undefined;
  const first = group.last + 1;
  const opening = items[first];
  if (
    before !== undefined &&
    !isQuote(before) &&
    subjectBeforeComma(items, group.first - 1) &&
    !closesFrame(items, group, first)
  )
    return undefined;
  if (!isWord(opening) || /^(?:that|it|this|there|him|her|them|in|on|at|to)$/u.test(opening.lower)) return undefined;
  const end = nounPhraseEnd(items, first);
  if (end === undefined || isTemporal(items[first])) return undefined;
  return { first, last: withApposition(items, end) };
}

/** ", said Jem Sorrel, a surgeon." with nothing after it: the comma before closes the content, no apposition. */
function closesFrame(items: readonly Item[], group: VerbGroup, first: number): boolean {
  if (!/^(?:say|add|write|note|explain|warn|argue|recall)$/u.test(group.lemma)) return false;
  const end = nounPhraseEnd(items, first);
  if (end === undefined) return false;
  const last = withApposition(items, end);
  return items.slice(last + 1).every((item) => isWord(item) && item.class === 'PUNCT');
}

/** Whether the comma at `index` closes an apposition or follows "and" between two verbs of one subject. */
function subjectBeforeComma(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (isWord(item) && /^(?:and|then|also)$/u.test(item.lower)) return true;
  if (!isComma(item)) return false;
  return subjectEndingAt(items, index) !== undefined && !isQuote(items[index - 1]);
}

/** The subject of the nearest verb before item `from`: whose participle or second verb this is. */
export function earlierSubject(items: readonly Item[], from: number): Phrase | undefined {
  for (let i = from; i >= 0; i--) {
    const item = items[i];
    if (!isWord(item) || !isVerb(item) || (/ing$/u.test(item.lower) && item.class !== 'AUX')) continue;
    let first = i;
    while (
      first > 0 &&
      /^(?:AUX|ADV|PART)$/u.test((items[first - 1] as Token).class) &&
      !/^['’]s$/u.test(lowerOf(items[first - 1]))
    )
      first--;
    const inverted =
      cueOf(item.lower) && (i === 0 || isQuote(items[i - 1]) || (isComma(items[i - 1]) && isQuote(items[i - 2])))
        ? nounPhraseEnd(items, i + 1)
        : undefined;
    if (inverted !== undefined) return { first: i + 1, last: inverted };
    const phrase = first > 0 ? subjectEndingAt(items, first - 1) : undefined;
    const it = phrase && items[phrase.first];
    if (phrase && isWord(it) && !(phrase.first === phrase.last && /^(?:it|that|which|this|there)$/u.test(it.lower)))
      return phrase;
  }
  return undefined;
}
