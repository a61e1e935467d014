import { isColon, isComma, isRelative, isTemporal, isVerb } from '../grammar/item-kinds.ts';
import type { Phrase } from '../grammar/phrases.ts';
import { type Frame, type Item, isQuote, isWord, lowerOf } from '../print/frames.ts';
import type { Token } from '../print/tokens.ts';
import { type Complementation, complementAfter, pastAdverbials } from './complement.ts';
import { contentEnd, holdsQuote } from './content.ts';
import { namesSomething } from './not-said.ts';
import { type Subject, subjectOf } from './subject.ts';
import { type VerbGroup, verbGroups } from './verb-group.ts';

/** An attribution as indexes into its frame's items. */
export interface Draft {
  content: Phrase[];
  readonly cue: Phrase;
  readonly source: Phrase | undefined;
  readonly confidence: number;
}

/** The attributions that the verbs of a frame make. */
export function verbalDrafts(text: string, frame: Frame): Draft[] {
  const drafts: Draft[] = [];
  for (const group of verbGroups(frame.items)) {
    const draft = draftOf(text, frame.items, group, drafts);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

function draftOf(text: string, items: readonly Item[], group: VerbGroup, earlier: readonly Draft[]): Draft | undefined {
  const subject = withSharedSource(widened(text, items, subjectOf(items, group)), group, earlier);
  const from = subject.side === 'after' ? Math.max(group.last, subject.phrase?.last ?? 0) + 1 : group.last + 1;
  const after = complementAfter(items, group, from);
  const before = contentBefore(text, items, group, subject, earlier);
  const content: Phrase[] = [];
  const around = interjected(text, items, group, subject, earlier);
  if (around) content.push(...around);
  else if (before && prefersBefore(text, items, before, after, from)) {
    content.push(before);
    if (after && carriesOn(items, after, from)) content.push(upTo(text, items, after));
  } else if (after && accepts(text, items, group, subject, after)) {
    content.push(upTo(text, items, after));
  } else if (subject.phrase) {
    const object = quotedObject(text, items, group, from);
    if (object) content.push(object);
  }
  const trimmed = content.filter((phrase) => phrase.last >= phrase.first);
  if (trimmed.length === 0) return undefined;
  if (
    !subject.phrase &&
    !trimmed.some((phrase) => holdsQuote(items, phrase.first, phrase.last)) &&
    group.form !== 'passive'
  )
    return undefined;
  if (
    earlier.some((draft) =>
      draft.content.some((held) => trimmed.some((phrase) => phrase.first === held.first && phrase.last === held.last)),
    )
  )
    return undefined;
  return {
    content: trimmed,
    cue: { first: group.first, last: group.last },
    source: subject.phrase,
    confidence: certainty(items, group, trimmed, subject),
  };
}

/** "[Holm] said the plan failed and added: “…”": who added is whoever said, not a subject inside what was said. */
function withSharedSource(subject: Subject, group: VerbGroup, earlier: readonly Draft[]): Subject {
  if (!subject.shared) return subject;
  const before = earlier.findLast(
    (draft) =>
      draft.source && draft.content.some((phrase) => phrase.last < group.first && group.first - phrase.last <= 3),
  );
  return before?.source ? { ...subject, phrase: before.source } : subject;
}

/** `“…,” [the bespectacled, 71-year-old] diplomat said`: words between the quotation and its speaker describe him. */
function widened(text: string, items: readonly Item[], subject: Subject): Subject {
  if (subject.side !== 'before' || subject.shared || !subject.phrase) return subject;
  const { first, last } = subject.phrase;
  const quote = items.findLastIndex((item, i) => i < first && isQuote(item));
  if (quote < 0 || quote === first - 1 || first - quote > 24 || !endsLikeSpeech(text, items[quote]!)) return subject;
  const between = items.slice(quote + 1, first);
  if (isComma(items[quote + 1]) || /^(?:in|on|at|as|after|but|and|while|when)$/u.test(lowerOf(items[quote + 1])))
    return subject;
  if (between.some((item) => isVerb(item) || /^(?:that|when|while|if|—|;|:)$/u.test(lowerOf(item)))) return subject;
  return { ...subject, phrase: { first: quote + 1, last } };
}

function upTo(text: string, items: readonly Item[], start: Complementation): Phrase {
  return { first: start.first, last: contentEnd(text, items, start) };
}

/** `The decision, [she] {said}, was “wrong”`: words of saying set into the clause that they attribute. */
function interjected(
  text: string,
  items: readonly Item[],
  group: VerbGroup,
  subject: Subject,
  earlier: readonly Draft[],
): [Phrase, Phrase] | undefined {
  if (subject.side !== 'before' || subject.shared || group.form !== 'finite' || !isClauseVerb(group)) return undefined;
  const before = items[subject.phrase!.first - 1];
  const rest = pastAdverbials(items, group.last + 1) + 1;
  if (!isComma(before) || !isComma(items[rest - 1]) || !isWord(items[rest])) return undefined;
  const opener = items[rest] as Token;
  const carries = isVerb(opener) && !/ing$/u.test(opener.lower);
  const first = contentStart(items, subject.phrase!.first - 2, earlier);
  if (!carries || first > 1 || subject.phrase!.first - 2 - first < 1) return undefined;
  if (items.slice(first, subject.phrase!.first).some((item) => isRelative(item))) return undefined;
  const last = contentEnd(text, items, { type: 'clause', first: rest });
  return [
    { first, last: subject.phrase!.first - 2 },
    { first: rest, last },
  ];
}

/** Content before the subject and its cue: `“…,” she said`, `The plan failed, officials said.` */
function contentBefore(
  text: string,
  items: readonly Item[],
  group: VerbGroup,
  subject: Subject,
  earlier: readonly Draft[],
): Phrase | undefined {
  if (subject.shared || (subject.side === 'none' && !isQuote(items[group.first - 1]))) return undefined;
  if (group.form === 'participle' || group.form === 'infinitive') return undefined;
  const left = subject.side === 'before' ? Math.min(group.first, subject.phrase!.first) : group.first;
  let last = left - 1;
  if (isComma(items[last])) last--;
  const lead = items[last];
  if (lead === undefined) return undefined;
  const comma = last < left - 1;
  if (!isQuote(lead) && !comma) return undefined;
  // In an interview on “Low Tide,” Quill said …
  if (isQuote(lead) && namesSomething(text, items, last)) return undefined;
  if (!isQuote(lead) && !(isClauseVerb(group) && endsHere(items, group, subject))) return undefined;
  const first = contentStart(items, last, earlier);
  if (first > last) return undefined;
  if (!isQuote(lead)) {
    const words = items.slice(first, last + 1);
    if (!words.some((item) => isVerb(item) || isQuote(item)) || last - first < 2) return undefined;
    if (
      /^(?:when|if|while|although|though|after|before|as|in|on|at|during|since|because|for|with|by|to|under|asked)$/u.test(
        lowerOf(words[0]),
      ) &&
      words.filter((item) => isComma(item)).length === 0
    )
      return undefined;
  }
  return { first, last };
}

function isClauseVerb(group: VerbGroup): boolean {
  return group.cue.complements.includes('clause') || group.cue.complements.includes('that');
}

/** Nothing but the time and place of the saying follows the cue and its subject. */
function endsHere(items: readonly Item[], group: VerbGroup, subject: Subject): boolean {
  const from = subject.side === 'after' ? subject.phrase!.last + 1 : group.last + 1;
  const at = pastAdverbials(items, from);
  const item = items[at];
  return (
    item === undefined ||
    isComma(item) ||
    (isWord(item) && /^[.;?!]$/u.test(item.text)) ||
    (isWord(item) && /^(?:of|in|during|after|about)$/u.test(item.lower))
  );
}

/** Where content that ends at `last` begins: after what earlier cues of the frame hold, past a conjunction. */
function contentStart(items: readonly Item[], last: number, earlier: readonly Draft[]): number {
  let first = 0;
  for (const draft of earlier) {
    for (const held of [...draft.content, draft.cue]) if (held.last < last) first = Math.max(first, held.last + 1);
    if (draft.source && draft.source.last < last) first = Math.max(first, draft.source.last + 1);
  }
  if (first > 0 && isQuote(items[last])) {
    // Only the quotation itself: what stands before it belongs to another cue.
    let quote = last;
    while (quote > first && isQuote(items[quote - 1])) quote--;
    return quote;
  }
  while (first < last && /^(?:[,;:—–.-]|and|but|moreover|still|yet|so|however|meanwhile)$/u.test(lowerOf(items[first])))
    first++;
  return first;
}

/** Whether the content is what stands before the cue, rather than what follows. */
function prefersBefore(
  text: string,
  items: readonly Item[],
  before: Phrase,
  after: Complementation | undefined,
  from: number,
): boolean {
  if (!after) return true;
  if (after.type === 'quote')
    return isQuote(items[before.last]) && (after.first > from || endsLikeSpeech(text, items[before.last]!));
  if (!isQuote(items[before.last])) return false;
  return endsLikeSpeech(text, items[before.last]!) && !(after.first === from && lowerOf(items[after.first]) === 'that');
}

/** A comma, question mark or dash before the closing mark: speech that is interrupted by its words of saying. */
function endsLikeSpeech(text: string, item: Item): boolean {
  return /[,?!—–…-]["”’'»]$/u.test(text.slice(item.start, item.end));
}

/** `“…,” she said, “…”`: the quotation after the cue belongs to the one before. */
function carriesOn(items: readonly Item[], after: Complementation, from: number): boolean {
  if (isComma(items[after.first - 1]) && lowerOf(items[after.first]) === 'that') return true;
  return after.type === 'quote' && isQuote(items[after.first]) && after.first >= from;
}

/** Whether what follows the cue may be its content. */
function accepts(
  text: string,
  items: readonly Item[],
  group: VerbGroup,
  subject: Subject,
  after: Complementation,
): boolean {
  const quoted = after.type === 'quote';
  if (group.form === 'infinitive' && !quoted) return false;
  if (group.form === 'participle' && !subject.phrase) return quoted;
  if (!subject.phrase && group.form !== 'passive') return quoted;
  if (group.form === 'passive') {
    if (quoted) return subject.phrase !== undefined || after.type === 'quote';
    return (subject.phrase !== undefined && after.type === 'that') || (group.lemma === 'ask' && after.type === 'that');
  }
  if (after.type === 'quote' && isQuote(items[after.first])) {
    const only = group.cue.complements.every((complement) => complement === 'infinitive' || complement === 'object');
    return !only || /^["“'‘«]\p{Lu}/u.test(text.slice(items[after.first]!.start)) || group.cue.act !== 'think';
  }
  if (after.type === 'naming')
    return holdsQuote(items, after.first, Math.min(items.length - 1, contentEnd(text, items, after)));
  return true;
}

/** Content that is a phrase with a quotation in it: `criticised the “rigged” system`, `talked about “the mess”`. */
function quotedObject(text: string, items: readonly Item[], group: VerbGroup, from: number): Phrase | undefined {
  if (group.form === 'infinitive' && group.cue.act === 'think') return undefined;
  const start = pastAdverbials(items, from);
  if (!items[start] || (isWord(items[start]) && /^[,.;:]$/u.test((items[start] as Token).text))) return undefined;
  const last = contentEnd(text, items, { type: 'object', first: start });
  const quoteAt = items.findIndex((item, i) => i >= start && isQuote(item));
  // `slammed the desk: “…”` is a manner of saying; the desk is not what was said
  if (isColon(items[quoteAt - 1]) || isComma(items[quoteAt - 1])) return undefined;
  if (verbGroups(items).some((other) => other.verb > group.verb && other.verb < quoteAt)) return undefined;
  if (!holdsQuote(items, start, last) || isTemporal(items[start])) return undefined;
  const quote = items.slice(start, last + 1).find((item) => isQuote(item))!;
  return text.slice(quote.start, quote.end).split(/\s+/u).length >= 2 ? { first: start, last } : undefined;
}

/** How likely a draft of this shape is a statement: shares that were right on PolNeAR's training part. */
function certainty(items: readonly Item[], group: VerbGroup, content: readonly Phrase[], subject: Subject): number {
  const quoted = content.some((phrase) => holdsQuote(items, phrase.first, phrase.last));
  const base = quoted ? 0.95 : group.cue.act === 'think' ? 0.7 : 0.8;
  return subject.phrase ? base : base - 0.15;
}
