import { cueOf } from '../cues.ts';
import { isComma, isNounish, isPronoun, isTemporal, isVerb } from '../grammar/item-kinds.ts';
import { type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import type { Complementation } from './complement.ts';

const END = /^[.;!?]$/u;

/** The last item of the content that begins at `start.first`. */
export function contentEnd(text: string, items: readonly Item[], start: Complementation): number {
  const opening = items[start.first];
  if (start.type === 'quote' && isQuote(opening) && standsAlone(text, items, start.first)) {
    return throughFollowingQuotes(text, items, start.first);
  }
  return clauseEnd(text, items, start);
}

/**
 * Whether a quotation after a cue is the whole content, and not the first words of a clause:
 * `said “the process” was slow` goes on, `said “it was slow” on Monday` and `said “it was slow,” and left` do not.
 */
function standsAlone(text: string, items: readonly Item[], at: number): boolean {
  const quote = items[at]!;
  const next = items[at + 1];
  if (next === undefined || !isWord(next)) return true;
  if (/^[.,;:!?)—–-]$/u.test(next.text)) return true;
  if (/[,.!?…—]["”’'»]$/u.test(text.slice(quote.start, quote.end))) return true;
  if (
    /^(?:and|but|while|when|as|after|before|during|because|last|this|in|on|at|although|though|amid)$/u.test(next.lower)
  ) {
    return !(next.lower === 'and' && (isQuote(items[at + 2]) || isQuote(items[at + 3]))) || false;
  }
  return false;
}

/** “…” and “…”; “…” … “…”: quotations joined to the first by nothing but a conjunction. */
function throughFollowingQuotes(text: string, items: readonly Item[], at: number): number {
  const next = items[at + 1];
  if (
    isWord(next) &&
    /^(?:and|,|…|\.\.\.)$/u.test(next.lower) &&
    isQuote(items[at + 2]) &&
    !/^["“'‘]\p{Lu}/u.test(text.slice(items[at + 2]!.start))
  ) {
    return throughFollowingQuotes(text, items, at + 2);
  }
  return at;
}

/** The end of a clause of content: the frame's end, or where the narration takes over again. */
function clauseEnd(text: string, items: readonly Item[], start: Complementation): number {
  const subordinate = opensSubordinate(items, start.first);
  let last = start.first;
  for (let i = start.first; i < items.length; i++) {
    const item = items[i]!;
    if (isQuote(item)) {
      last = i;
      if (subordinate && item.ending === ',' && mainClauseAt(items, i + 1)) break;
      continue;
    }
    if (item.text === ';' || (END.test(item.text) && i === items.length - 1)) break;
    if (subordinate && isComma(item) && i > start.first + 1 && mainClauseAt(items, i + 1)) break;
    if (i > start.first + 1 && isVerb(items[i - 1]) && /^(?:said|says|told|added)$/u.test(item.lower)) break;
    if (i > start.first + 1 && narrationResumes(text, items, i, start.type)) break;
    last = i;
  }
  if (start.type === 'object') last = beforeClosingDay(items, start.first, last);
  while (last > start.first && isWord(items[last]) && /^[.,;:—–]$/u.test((items[last] as Token).text)) last--;
  return last;
}

/** "While Quill argued that …, Holm left": the content stands in the first of two clauses. */
function opensSubordinate(items: readonly Item[], first: number): boolean {
  const opener = items.findIndex((item) => isWord(item) && item.class !== 'PUNCT');
  if (
    !/^(?:while|when|after|although|though|if|because|since|before|once|whereas|as|asked)$/u.test(
      lowerOf(items[opener]),
    )
  )
    return false;
  return !items.slice(opener, first).some((item) => isComma(item));
}

/** Whether a subject and its verb stand at `at`. */
function mainClauseAt(items: readonly Item[], at: number): boolean {
  const opening = items[at];
  if (!isWord(opening) || !(isNounish(opening) || opening.class === 'DET' || opening.class === 'ADJ')) return false;
  for (let i = at + 1; i < Math.min(items.length, at + 8); i++) {
    if (isComma(items[i]) || isQuote(items[i])) return false;
    if (isVerb(items[i])) return !/ing$/u.test(lowerOf(items[i]));
  }
  return false;
}

/** "announced a plan [on Wednesday]": a day at the end dates the announcing. */
function beforeClosingDay(items: readonly Item[], first: number, last: number): number {
  if (!/day$/u.test(lowerOf(items[last])) || !isTemporal(items[last]) || last - first < 2) return last;
  return lowerOf(items[last - 1]) === 'on' ? last - 2 : last - 1;
}

/** ", adding that …", ", and said …", ", according to …", ", he said": another cue takes over at item `i`. */
function narrationResumes(text: string, items: readonly Item[], i: number, type: Complementation['type']): boolean {
  const item = items[i] as Token;
  const next = items[i + 1];
  const phrase = type === 'naming' || type === 'object';
  const quote = items[i - 1];
  if (isQuote(quote)) {
    // `a “disgrace” Wednesday on the radio`, `a “mess,” but would not say why`
    if (
      phrase &&
      (isTemporal(item) || /^(?:on|during|in|at|after|before|but|while|when|because|who|which)$/u.test(item.lower))
    )
      return true;
    if (phrase && item.lower === 'and' && !isQuote(next) && !isQuote(items[i + 2])) return true;
    if (
      /,["”’'»]$/u.test(text.slice(quote.start, quote.end)) &&
      (coordinatesCue(items, i + 1) ||
        /^(?:but|while|although|which)$/u.test(item.lower) ||
        (item.class === 'VERB' && /ing$/u.test(item.lower)) ||
        subjectThenCue(items, i))
    )
      return true;
  }
  if (isComma(item) && isWord(next)) {
    if (next.lower === 'according') return true;
    if (/^an?$/u.test(next.lower) && commentsOnSaying(items, i + 2)) return true;
    if (/ing$/u.test(next.lower) && next.class === 'VERB' && cueOf(next.lower)) return true;
    if (phrase) {
      if (/^(?:who|which|where|but|while|although|because|when|as|after|before|he|she|they|so|and)$/u.test(next.lower))
        return true;
      if (next.class === 'VERB') return true;
    }
    if (/^(?:and|but)$/u.test(next.lower) && lowerOf(items[i + 2]) === 'there') return true;
    if (/^(?:and|but)$/u.test(next.lower)) return coordinatesCue(items, i + 2);
    return (
      subjectThenCue(items, i + 1) ||
      (/(?:ed|id|old|s|ote)$/u.test(next.lower) && next.class === 'VERB' && coordinatesCue(items, i + 1))
    );
  }
  // "said that he would pay but did not say when"
  if (item.lower === 'but' && /^(?:did|declined|refused|stopped|gave|offered|provided)$/u.test(lowerOf(next)))
    return true;
  if (/^(?:and|but)$/u.test(item.lower)) return coordinatesCue(items, i + 1);
  if (phrase)
    return (
      /^(?:while|when|because|after|before|during|as)$/u.test(item.lower) &&
      (item.lower !== 'as' || type === 'object') &&
      !isQuote(next)
    );
  return false;
}

const SAYING_AS_EVENT =
  /^(?:move|swipe|reference|nod|claim|acknowledge?ment|admission|sign|statement|position|view|stance|shift|departure|suggestion|remark|comment|reversal|step|contrast|jab|dig|rebuke|response|charge|allegation|sentiment|line|point|theme)$/u;

/** ", [an acknowledgment] that …", ", [a swipe] at his rival": the narrator on the saying itself. */
function commentsOnSaying(items: readonly Item[], at: number): boolean {
  return [at, at + 1, at + 2].some(
    (i) =>
      SAYING_AS_EVENT.test(lowerOf(items[i])) &&
      items.slice(at, i).every((item) => isWord(item) && item.class !== 'PUNCT'),
  );
}

/** "[and] later said that …": a finite cue without a subject of its own. */
function coordinatesCue(items: readonly Item[], at: number): boolean {
  let i = at;
  while (isWord(items[i]) && ((items[i] as Token).class === 'ADV' || (items[i] as Token).class === 'AUX')) i++;
  const verb = items[i];
  if (!isWord(verb) || !isVerb(verb)) return false;
  const cue = cueOf(verb.lower);
  if (/ing$/u.test(verb.lower))
    return (
      cue !== undefined && /^(?:saying|telling|calling|asking|adding|writing|insisting|claiming)$/u.test(verb.lower)
    );
  return cue !== undefined && /(?:ed|id|old|ote|s|aid)$/u.test(verb.lower);
}

/** ", he said." at the end of a frame, after content. */
function subjectThenCue(items: readonly Item[], at: number): boolean {
  if (!isPronoun(items[at]) && !isNounish(items[at])) return false;
  for (let i = at + 1; i < Math.min(items.length, at + 7); i++) {
    const item = items[i];
    if (!isWord(item)) return false;
    if (isVerb(item) && cueOf(item.lower)) {
      let after = i + 1;
      while (/^(?:back|only|again|out|[a-z]+ly)$/u.test(lowerOf(items[after]))) after++;
      const next = items[after];
      return next === undefined || isQuote(next) || /^(?:[.;!?:]|that)$/u.test(lowerOf(next)) || isComma(next);
    }
    if (!isNounish(item) && item.class !== 'ADV' && item.class !== 'AUX') return false;
  }
  return false;
}

/** Whether any quotation stands among the items from `first` to `last`. */
export function holdsQuote(items: readonly Item[], first: number, last: number): boolean {
  return items.slice(first, last + 1).some((item) => isQuote(item));
}
