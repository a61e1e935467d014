import { speechNoun } from '../cues.ts';
import { isColon, isComma, isName, isNounish, isPronoun, isRelative, isVerb } from '../grammar/item-kinds.ts';
import { nounPhraseEnd, nounPhraseStart, type Phrase, withApposition } from '../grammar/phrases.ts';
import { subjectEndingAt } from '../grammar/subjects.ts';
import { type Frame, type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import { pastAdverbials } from './complement.ts';
import { contentEnd, holdsQuote } from './content.ts';
import { earlierSubject, subjectOf } from './subject.ts';
import { verbGroups } from './verb-group.ts';
import type { Draft } from './verbal.ts';

/** Attributions whose cue is no verb: "according to", "Healey's comment that", "in her words". */
export function nominalDrafts(text: string, frame: Frame): Draft[] {
  const { items } = frame;
  const drafts: Draft[] = [];
  items.forEach((_, index) => {
    const draft =
      accordingTo(text, items, index) ??
      speechNounAt(text, items, index) ??
      reportedly(text, items, index) ??
      inTheWordsOf(items, index) ??
      isClearThat(text, items, index);
    if (draft) drafts.push(draft);
  });
  return drafts;
}

/** "According to the report, …" and "…, according to the report". */
function accordingTo(text: string, items: readonly Item[], index: number): Draft | undefined {
  if (lowerOf(items[index]) !== 'according' || lowerOf(items[index + 1]) !== 'to') return undefined;
  const first = index + 2;
  const end = nounPhraseEnd(items, first);
  if (end === undefined) return undefined;
  let source = { first, last: withApposition(items, end) };
  const cue = { first: index, last: index + 1 };
  const opens = items
    .slice(0, index)
    .every((item) => isWord(item) && (item.class === 'PUNCT' || item.class === 'CCONJ' || item.class === 'ADV'));
  if (opens) {
    const apposition = items.slice(end + 1, source.last + 1);
    if (apposition.some((item) => isVerb(item) && !isRelative(apposition[1]))) source = { first, last: end };
    const start = isComma(items[source.last + 1]) ? source.last + 2 : end + 1 + (isComma(items[end + 1]) ? 1 : 0);
    if (!items[start]) return undefined;
    return {
      content: [{ first: start, last: contentEnd(text, items, { type: 'clause', first: start }) }],
      cue,
      source,
      confidence: 0.9,
    };
  }
  let last = index - 1;
  if (isComma(items[last])) last--;
  let start = 0;
  while (start < last && /^(?:[,;:—–-]|but|and)$/u.test(lowerOf(items[start]))) start++;
  return { content: [{ first: start, last }], cue, source, confidence: 0.9 };
}

/** "Healey's comment that …", "their demand to …", "Her response: “…”", "His advice was “…”". */
function speechNounAt(text: string, items: readonly Item[], index: number): Draft | undefined {
  const noun = items[index];
  if (!isWord(noun) || speechNoun(noun.lower) === undefined || (isVerbHere(noun) && !possessorBefore(items, index)))
    return undefined;
  const possessor = possessorBefore(items, index);
  const complement = complementOfNoun(items, index, possessor !== undefined);
  if (complement === undefined) return undefined;
  const end = contentEnd(text, items, { type: isQuote(items[complement]) ? 'quote' : 'that', first: complement });
  const subject = possessor !== undefined && !items.slice(0, possessor.first).some((item) => isVerb(item));
  const content = { first: complement, last: subject ? beforeMainVerb(items, complement, end) : end };
  const quoted = holdsQuote(items, content.first, content.last);
  if (!possessor && !quoted && !isExistential(items, index)) return undefined;
  return {
    content: [content],
    cue: { first: index, last: cueEnd(items, index, complement) },
    source: possessor,
    confidence: possessor ? 0.85 : 0.55,
  };
}

/** "Quill's claim that it works [was mocked]": the clause ends before the verb that the noun is the subject of. */
function beforeMainVerb(items: readonly Item[], first: number, last: number): number {
  let verbs = 0;
  for (let i = first + 1; i <= last; i++) {
    const before = items[i - 1];
    if (!isVerb(items[i]) || /ing$/u.test(lowerOf(items[i]))) continue;
    const opens = isQuote(before) || (isWord(before) && /^(?:NOUN|PROPN|ADJ|ADV)$/u.test(before.class));
    if (verbs > 0 && opens && isWord(items[i]) && !/^(?:be|have)$/u.test(lowerOf(items[i]))) return i - 1;
    verbs++;
  }
  return last;
}

function isVerbHere(noun: Token): boolean {
  return noun.class === 'VERB' || noun.class === 'AUX';
}

/** "[Healey’s] comment", "[its] recent threats": the phrase of the possessor, without its ’s. */
function possessorBefore(items: readonly Item[], noun: number): Phrase | undefined {
  let i = noun - 1;
  while (i >= 0 && noun - i < 4 && isWord(items[i]) && /^(?:ADJ|NOUN|NUM)$/u.test((items[i] as Token).class)) i--;
  const word = lowerOf(items[i]);
  if (/^(?:his|her|its|their|my|our|your)$/u.test(word)) return { first: i, last: i };
  if (/^['’]s?$/u.test(word) && isNounish(items[i - 1])) return { first: nounPhraseStart(items, i - 1), last: i - 1 };
  return undefined;
}

/** The item at which the content of a noun of speech begins: after "that", a colon, "was", or a quotation itself. */
function complementOfNoun(items: readonly Item[], noun: number, possessed: boolean): number | undefined {
  const next = items[noun + 1];
  if (lowerOf(next) === 'that' && !isVerb(items[noun + 2])) return noun + 1;
  if (!possessed && !isExistential(items, noun)) return undefined;
  if (isQuote(next)) return noun + 1;
  if (isColon(next) && isQuote(items[noun + 2])) return noun + 2;
  if (/^(?:is|was|are|were)$/u.test(lowerOf(next))) {
    if (isColon(items[noun + 2]) && isQuote(items[noun + 3])) return noun + 3;
    if (isQuote(items[noun + 2]) || lowerOf(items[noun + 2]) === 'that') return noun + 2;
  }
  const infinitive = /^(?:promise|threat|pledge|vow|demand|request|offer)$/u.test(
    speechNoun(lowerOf(items[noun])) ?? '',
  );
  if (
    lowerOf(next) === 'to' &&
    infinitive &&
    isVerb(items[noun + 2]) &&
    !items.slice(Math.max(0, noun - 3), noun).some((item) => lowerOf(item) === 'its')
  )
    return noun + 1;
  if (lowerOf(next) === 'of' && isExistential(items, noun)) return noun + 1;
  return undefined;
}

/** "there have been repeated reports of …", "there are concerns that …": a saying without a sayer. */
function isExistential(items: readonly Item[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--) {
    if (lowerOf(items[i]) === 'there') return true;
    if (isWord(items[i]) && !/^(?:AUX|VERB|ADJ|DET|ADV|NOUN)$/u.test((items[i] as Token).class)) return false;
  }
  return false;
}

function cueEnd(items: readonly Item[], noun: number, complement: number): number {
  let last = noun;
  while (last + 1 < complement && !isComma(items[last + 1])) last++;
  return last;
}

const STANCES =
  /^(?:clear|adamant|confident|certain|sure|convinced|worried|concerned|optimistic|hopeful|skeptical|sceptical|unsure|doubtful|insistent|explicit|frank|blunt|emphatic|aware|disappointed|pleased|delighted|proud|angry|surprised|shocked|relieved|grateful|afraid|glad|sorry)$/u;

/** "The government has been clear that …", "She made it clear that …": a stance with a clause. */
function isClearThat(text: string, items: readonly Item[], index: number): Draft | undefined {
  if (!STANCES.test(lowerOf(items[index])) || lowerOf(items[index + 1]) !== 'that') return undefined;
  let first = index;
  while (
    first > 0 &&
    isWord(items[first - 1]) &&
    (/^(?:AUX|ADV)$/u.test((items[first - 1] as Token).class) ||
      /^(?:made|makes|make|making|it|remains?|remained|feels?|felt|seems?|n[’']t|not|very)$/u.test(
        lowerOf(items[first - 1]),
      ))
  )
    first--;
  if (first === index || !items.slice(first, index).some((item) => isVerb(item))) return undefined;
  const source = subjectEndingAt(items, first - 1);
  if (!source) return undefined;
  return {
    content: [{ first: index + 1, last: contentEnd(text, items, { type: 'that', first: index + 1 }) }],
    cue: { first, last: index },
    source,
    confidence: 0.8,
  };
}

/** "where he self-reportedly “…”", "she reportedly “…”". */
function reportedly(text: string, items: readonly Item[], index: number): Draft | undefined {
  const adverb = lowerOf(items[index]);
  if (!/^(?:self-reportedly|reportedly|allegedly|supposedly)$/u.test(adverb) || !isQuote(items[index + 1]))
    return undefined;
  const first = index;
  const subject = subjectEndingAt(items, first - 1);
  if (!subject) return undefined;
  return {
    content: [{ first: index + 1, last: contentEnd(text, items, { type: 'quote', first: index + 1 }) }],
    cue: { first, last: index },
    source: subject,
    confidence: 0.75,
  };
}

/** "in his words, “…”", "in the words of Ada Quill, …". */
function inTheWordsOf(items: readonly Item[], index: number): Draft | undefined {
  if (lowerOf(items[index]) !== 'words' && lowerOf(items[index]) !== 'view' && lowerOf(items[index]) !== 'opinion')
    return undefined;
  const possessor = possessorBefore(items, index);
  let source: Phrase | undefined;
  let first = index;
  let last = index;
  if (possessor && lowerOf(items[possessor.first - 1]) === 'in') {
    source = possessor;
    first = possessor.first - 1;
  } else if (
    lowerOf(items[index + 1]) === 'of' &&
    lowerOf(items[index - 1]) === 'the' &&
    lowerOf(items[index - 2]) === 'in'
  ) {
    const end = nounPhraseEnd(items, index + 2);
    if (end === undefined) return undefined;
    source = { first: index + 2, last: end };
    first = index - 2;
    last = index + 1;
  } else return undefined;
  const after = Math.max(source.last, last) + 1;
  const quote = [after, after + 1].find((at) => isQuote(items[at]));
  if (quote !== undefined)
    return { content: [{ first: quote, last: quote }], cue: { first, last }, source, confidence: 0.85 };
  const before = isComma(items[first - 1]) ? first - 2 : first - 1;
  return isQuote(items[before])
    ? { content: [{ first: before, last: before }], cue: { first, last }, source, confidence: 0.85 }
    : undefined;
}

/**
 * A quotation led by a colon, or by a comma and a capital, without a word of saying that the table knows:
 * `Healey waved his fist, “Nearly three years …”`, `The minister was blunt: “No.”` The verb before it is the cue.
 */
export function mannerDraft(text: string, items: readonly Item[], quote: number): Draft | undefined {
  const lead = items[quote - 1];
  if (!isColon(lead) && !isComma(lead)) return undefined;
  if (isComma(lead) && !/^["“'‘«]+\p{Lu}/u.test(text.slice(items[quote]!.start))) return undefined;
  if (isQuote(items[quote - 2])) return undefined;
  const words = text.slice(items[quote]!.start, items[quote]!.end).split(/\s+/u).length;
  if (words < 3 && !isColon(lead)) return undefined;
  const verb = items.findLastIndex((item, i) => i < quote - 1 && isVerb(item));
  if (verb < 0) return undefined;
  const source = earlierSubject(items, quote - 2);
  if (
    !source ||
    source.last >= verb ||
    (isPronoun(items[source.first]) && /^(?:it|one)$/u.test(lowerOf(items[source.first])))
  )
    return undefined;
  return {
    content: [{ first: quote, last: quote }],
    cue: { first: source.last + 1, last: quote - 2 },
    source,
    confidence: 0.7,
  };
}

/**
 * `“We all miss him,” Quill weighed in`: a subject and a verb that the table does not know, right after a quotation
 * that ends as speech does. The verb is the cue.
 */
export function mannerAfter(items: readonly Item[], quote: number): Draft | undefined {
  const item = items[quote];
  if (!isQuote(item) || !/[,?!]/u.test(item.ending) || item.end - item.start < 12) return undefined;
  const end = nounPhraseEnd(items, quote + 1);
  if (end === undefined || !(isName(items[end]) || isPronoun(items[end]))) return undefined;
  let verb = end + 1;
  while (isWord(items[verb]) && /^(?:AUX|ADV|PART)$/u.test((items[verb] as Token).class)) verb++;
  const word = items[verb];
  if (!isWord(word) || word.class !== 'VERB' || /ing$/u.test(word.lower)) return undefined;
  const particle = /^(?:in|out|back|off|up|on)$/u.test(lowerOf(items[verb + 1])) ? verb + 1 : verb;
  return {
    content: [{ first: quote, last: quote }],
    cue: { first: end + 1, last: particle },
    source: { first: quote + 1, last: end },
    confidence: 0.75,
  };
}

/** "Quill wrote in a post on Friday." with nothing said: the next paragraph may hold it. */
export function silentAnnouncement(items: readonly Item[]): Pick<Draft, 'cue' | 'source'> | undefined {
  const groups = verbGroups(items);
  const group = groups[0];
  if (groups.length !== 1 || !group || group.form !== 'finite') return undefined;
  if (!/^(?:write|tweet|post|note|say|add|continue|begin|conclude|respond|reply|announce|declare)$/u.test(group.lemma))
    return undefined;
  const rest = pastAdverbials(items, group.last + 1);
  const subject = subjectOf(items, group).phrase;
  if (!subject || rest < items.length - 1) return undefined;
  return { cue: { first: group.first, last: group.last }, source: subject };
}

/** "Quill continued:" at the end of a frame: the cue and source of what the next paragraph quotes. */
export function announcement(items: readonly Item[]): Pick<Draft, 'cue' | 'source'> | undefined {
  const colon = items.length - 1;
  if (colon < 1 || !isColon(items[colon])) return undefined;
  const verb = items.findLastIndex((item) => isVerb(item));
  if (verb < 0) return undefined;
  const group = verbGroups(items).findLast((candidate) => candidate.verb <= verb);
  const subject = group ? subjectOf(items, group).phrase : earlierSubject(items, colon - 1);
  if (!subject) return undefined;
  if (group) return { cue: { first: group.first, last: group.last }, source: subject };
  return subject.last < colon - 1 ? { cue: { first: subject.last + 1, last: colon - 1 }, source: subject } : undefined;
}
