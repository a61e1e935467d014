import { contains, type Document, overlap, type Range, RangeIndex } from '../../document/index.ts';
import type { Phrase } from '../grammar/phrases.ts';
import { type Frame, framesOf, type Item, isQuote, isWord } from '../print/frames.ts';
import type { Quotation } from '../print/quotations.ts';
import type { LabelledSpans, Tagger } from '../tagger.ts';
import { carryOn } from './continuation.ts';
import { labelledTurns } from './labels.ts';
import { announcement, mannerAfter, mannerDraft, nominalDrafts, silentAnnouncement } from './nominal.ts';
import { namesSomething, saysNotSaid } from './not-said.ts';
import { signedQuotations } from './signatures.ts';
import { type Draft, verbalDrafts } from './verbal.ts';

/** What the rules found in one frame, in offsets. */
export interface TaggedFrame {
  readonly frame: Frame;
  readonly tags: readonly LabelledSpans[];
  /** Words of saying that end the frame with a colon: what they announce stands in the next paragraph. */
  readonly announces?: Pick<LabelledSpans, 'cue' | 'source'>;
}

/** Finds attributions by rules: a table of words of saying, the marks of quotation, and labels of transcripts. */
export const tagByRules: Tagger = ({ document, quotations, frames }) => {
  const turns = labelledTurns(document);
  const signed = signedQuotations(document, quotations);
  const taken = new RangeIndex([...turns, ...signed], (turn) => turn.content);
  const inTurn = (range: Range) =>
    taken.near(range).some((turn) => turn.content.some((run) => overlap(run, range) > 0));
  const tagged = frames
    .filter((frame) => !inTurn(document.blocks[frame.block]!))
    .map((frame) => tagFrame(document.text, frame));
  return [...turns, ...signed, ...carryOn(document, tagged), ...insideQuotations(document, quotations)].sort(
    byPosition,
  );
};

function byPosition(a: LabelledSpans, b: LabelledSpans): number {
  return a.content[0]!.start - b.content[0]!.start || b.content.at(-1)!.end - a.content.at(-1)!.end;
}

function tagFrame(text: string, frame: Frame): TaggedFrame {
  const { items } = frame;
  const drafts = withoutRepeats([...nominalDrafts(text, frame), ...verbalDrafts(text, frame)]);
  items.forEach((item, index) => {
    if (!isQuote(item) || drafts.some((draft) => holds(draft, index))) return;
    const draft = namesSomething(text, items, index)
      ? undefined
      : (mannerAfter(items, index) ?? mannerDraft(text, items, index));
    if (draft) drafts.push(draft);
  });
  const said = drafts.filter((draft) => !isNotSaid(text, items, draft));
  const silent = said.length === 0 && !items.some((item) => isQuote(item));
  const announced = announcement(items) ?? (silent ? silentAnnouncement(items) : undefined);
  const range = (phrase: Phrase): Range => ({ start: items[phrase.first]!.start, end: items[phrase.last]!.end });
  return {
    frame,
    tags: said.map((draft) => spansOf(text, items, draft)),
    ...(announced
      ? { announces: { cue: [range(announced.cue)], source: announced.source ? [range(announced.source)] : [] } }
      : {}),
  };
}

/** Of two drafts with one cue or one content, the surer; the first of equals. */
function withoutRepeats(drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const rival = kept.findIndex((other) => same(other.content[0]!, draft.content[0]!) || crosses(other, draft));
    if (rival < 0) kept.push(draft);
    else if (draft.confidence > kept[rival]!.confidence) kept[rival] = draft;
  }
  return kept;
}

function same(a: Phrase, b: Phrase): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Whether each stands partly in the other's content: one of them has been misread. */
function crosses(a: Draft, b: Draft): boolean {
  const [x, y] = [a.content[0]!, b.content[0]!];
  const meet = x.first <= y.last && y.first <= x.last;
  const nested = (x.first <= y.first && y.last <= x.last) || (y.first <= x.first && x.last <= y.last);
  if (!meet) return false;
  if (!nested) return true;
  // Nested: the outer content must hold the inner cue too.
  const [outer, inner] = x.last - x.first >= y.last - y.first ? [a, b] : [b, a];
  return !(outer.content[0]!.first <= inner.cue.first && inner.cue.last <= outer.content[0]!.last);
}

function holds(draft: Draft, index: number): boolean {
  return draft.content.some((phrase) => phrase.first <= index && index <= phrase.last);
}

/** The only quotation of the content is one that the text says was left out or that nobody said. */
function isNotSaid(text: string, items: readonly Item[], draft: Draft): boolean {
  const quote = items.slice(draft.content[0]!.first, draft.content[0]!.last + 1).find((item) => isQuote(item));
  if (!quote) return false;
  return saysNotSaid(
    text
      .slice(Math.max(0, quote.start - 120), quote.start)
      .split('\n')
      .at(-1)!,
    text.slice(quote.end, quote.end + 40),
  );
}

function spansOf(text: string, items: readonly Item[], draft: Draft): LabelledSpans {
  const range = (phrase: Phrase): Range => ({ start: items[phrase.first]!.start, end: items[phrase.last]!.end });
  return {
    content: draft.content.map(range).map((run) => withoutClosingMark(text, run)),
    cue: [range(draft.cue)],
    source: draft.source ? [range(draft.source)] : [],
    confidence: draft.confidence,
  };
}

function withoutClosingMark(text: string, run: Range): Range {
  let { end } = run;
  while (end > run.start + 1 && /[\s,;]/u.test(text[end - 1]!)) end--;
  return { start: run.start, end };
}

/** Statements inside quotations: a speaker who tells what somebody else says. The speaker's own "I think" is not one. */
function insideQuotations(document: Document, quotations: readonly Quotation[]): LabelledSpans[] {
  const tags: LabelledSpans[] = [];
  const index = new RangeIndex(quotations, (quotation) => [quotation]);
  for (const quotation of quotations) {
    if (quotation.inner.end - quotation.inner.start < 40) continue;
    const inner = index.near(quotation).filter((other) => other !== quotation && contains(quotation.inner, other));
    for (const frame of framesOf(document.text, quotation.inner, inner, -1)) {
      for (const tag of tagFrame(document.text, frame).tags) if (isByAnother(document.text, tag)) tags.push(tag);
    }
  }
  return tags;
}

function isByAnother(text: string, tag: LabelledSpans): boolean {
  const source = tag.source[0];
  if (!source) return false;
  return !/^(?:I|we|you|my|our|your|one|it|that|this|which|who|what|there)$/iu.test(
    text.slice(source.start, source.end),
  );
}

/** Whether a frame is made of quotations and nothing but marks and a linking word ("Moreover,"). */
export function isOnlyQuotation(frame: Frame): boolean {
  const words = frame.items.filter((item) => isWord(item) && item.class !== 'PUNCT');
  const quotes = frame.items.filter((item) => isQuote(item));
  return (
    quotes.length > 0 &&
    words.every(
      (word) =>
        isWord(word) && /^(?:moreover|and|but|then|also|still|again|so|furthermore|finally|or|…)$/u.test(word.lower),
    )
  );
}
