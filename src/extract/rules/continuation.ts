import { contains, type Document, type Range, RangeIndex } from '../../document/index.ts';
import type { LabelledSpans } from '../text/prepared.ts';
import type { Quotation } from '../text/quotations.ts';
import { type Frame, isOnlyQuotation, isQuote, isWord, type QuoteItem } from '../text/sentences.ts';
import { looksLikeTitle, namesSomething, saysNotSaid } from './not-said.ts';

/** What was found in one sentence of the narration. */
export interface TaggedFrame {
  readonly frame: Frame;
  readonly tags: readonly LabelledSpans[];
  /** Words of saying for which the sentence holds no content: it may stand in the next paragraph. */
  readonly announces: Pick<LabelledSpans, 'cue' | 'source'> | undefined;
}

/** A tag that later quotations may still be added to. */
interface Growing extends LabelledSpans {
  content: readonly Range[];
  readonly block: number;
}

/**
 * Gives quotations without words of saying to whom they belong, and joins quotations that run over paragraphs.
 *
 * `“…,” she said. “…”`: the second is more of the first statement; `She laughed. “…”` is hers. A paragraph of quotation after a statement is
 * the last speaker going on. A quotation chained over paragraphs is one statement, wherever its words of saying stand.
 */
export function carryOn(document: Document, frames: readonly TaggedFrame[]): LabelledSpans[] {
  const grown = frames.map(({ frame, tags }) => tags.map((tag): Growing => ({ ...tag, block: frame.block })));
  const tags = grown.flat();
  const owner = ownersOf(frames, tags);
  let last: Growing | undefined;
  let waiting: QuoteItem[] = [];
  const add = (frame: Frame, quotes: readonly QuoteItem[], tag: LabelledSpans) => {
    last = { ...tag, block: frame.block };
    tags.push(last);
    for (const quote of quotes) owner.set(quote.quotation, last);
  };

  frames.forEach(({ frame }, index) => {
    const quotes = frame.items.filter((item) => isQuote(item));
    const before = frames[index - 1];
    const announcing = before?.frame.block === frame.block ? undefined : before?.announces;
    const free = quotes.filter((quote) => !owner.has(quote.quotation));
    const found = grown[index]!;
    if (found.length > 0) {
      const quoted = found.findLast((tag) => quotes.some((quote) => owner.get(quote.quotation) === tag));
      if (quoted) adopt(waiting, quoted, owner);
      waiting = [];
      joinChains(quotes, owner);
      last = quoted ?? found.at(-1);
      return;
    }
    if (quotes.length === 0) {
      if (!sameBlock(frame, frames[index + 1]?.frame) && !isNeighbour(document, last, frame.block + 1))
        last = undefined;
      waiting = [];
      return;
    }
    if (free.length < quotes.length) {
      last = owner.get(quotes.findLast((quote) => owner.has(quote.quotation))!.quotation);
      return;
    }
    const whole = isOnlyQuotation(frame);
    if (announcing && whole) {
      const { cue, source } = announcing;
      add(frame, quotes, { content: quotes.map(rangeOf), cue, source, confidence: 0.9 });
      return;
    }
    const speech = quotes.filter((quote) => isSpeech(document.text, frame, quote));
    if (speech.length === 0) return;
    const does = before?.frame.block === frame.block ? doerOf(before) : undefined;
    const chained = speech.find((quote) => quote.quotation.continues && owner.has(quote.quotation.continues));
    if (chained) {
      last = owner.get(chained.quotation.continues!)!;
      adopt(speech, last, owner);
    } else if (whole && does) {
      add(frame, speech, { content: speech.map(rangeOf), cue: [], source: [does], confidence: 0.75 });
    } else if (whole && last?.block === frame.block && isQuotedTag(document.text, last)) {
      adopt(speech, last, owner);
    } else if (last && isNeighbour(document, last, frame.block) && (whole || isLong(document.text, speech))) {
      const content = whole ? speech.map(rangeOf) : [narrated(frame)];
      const by = frame.block !== last.block && isTurned(document.text, last) ? 'answered' : 'continued';
      add(frame, speech, { content, cue: [], source: [], confidence: whole ? 0.8 : 0.65, by });
    } else if (whole) {
      waiting.push(...speech);
    }
  });
  return tags.map(({ block: _, ...tag }) => tag);
}

/** Which tag holds each quotation, in whatever sentence its words of saying stand. */
function ownersOf(frames: readonly TaggedFrame[], tags: readonly Growing[]): Map<Quotation, Growing> {
  const index = new RangeIndex(tags, (tag) => tag.content);
  const owner = new Map<Quotation, Growing>();
  for (const item of frames.flatMap(({ frame }) => frame.items)) {
    const tag = isQuote(item) && index.near(item).find((candidate) => holds(candidate, item));
    if (tag) owner.set(item.quotation, tag);
  }
  return owner;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function holds(tag: LabelledSpans, quote: Range): boolean {
  return tag.content.some((run) => contains(run, quote));
}

function adopt(quotes: readonly QuoteItem[], tag: Growing, owner: Map<Quotation, Growing>): void {
  for (const quote of quotes) {
    tag.content = [...tag.content, rangeOf(quote)].sort((a, b) => a.start - b.start);
    owner.set(quote.quotation, tag);
  }
}

/** When the words of saying stand at the last paragraph of a chained quotation, the earlier paragraphs join it. */
function joinChains(quotes: readonly QuoteItem[], owner: Map<Quotation, Growing>): void {
  for (const { quotation } of quotes) {
    const tag = owner.get(quotation);
    for (let earlier = quotation.continues; tag && earlier && !owner.has(earlier); earlier = earlier.continues) {
      tag.content = [rangeOf(earlier), ...tag.content];
      owner.set(earlier, tag);
    }
  }
}

function isQuotedTag(text: string, tag: LabelledSpans): boolean {
  const lastRun = tag.content.at(-1)!;
  const words = text.slice(lastRun.start, lastRun.end);
  return /["”’'»]$/u.test(words) && (tag.by === undefined || /^["“‘'«]/u.test(words));
}

/** "[She] laughs at that. “It was 1999.”": who does something in the sentence before a quotation, and says nothing in it. */
function doerOf({ frame, tags }: TaggedFrame): Range | undefined {
  const [first] = frame.items;
  if (tags.length > 0 || frame.items.some((item) => isQuote(item))) return undefined;
  return isWord(first) && /^(?:he|she)$/u.test(first.lower) ? rangeOf(first) : undefined;
}

/** Whether the turn is another's after a statement: it asks, or it answered. Who asks by "said" may ask himself. */
function isTurned(text: string, { by, cue: [cue], content }: LabelledSpans): boolean {
  if (by === 'answered') return true;
  return (
    cue !== undefined &&
    /^(?:asked|asks|demanded|enquired|inquired)$/iu.test(text.slice(cue.start, cue.end)) &&
    /\?["”’']?$/u.test(text.slice(content[0]!.start, content.at(-1)!.end))
  );
}

function sameBlock(frame: Frame, next: Frame | undefined): boolean {
  return next?.block === frame.block;
}

/** Whether `block` is the tag's own block or the next paragraph after it. */
function isNeighbour(document: Document, tag: Growing | undefined, block: number): boolean {
  if (!tag) return false;
  for (let i = tag.block + 1; i < block; i++) {
    const kind = document.blocks[i]?.kind;
    if (kind !== 'caption' && kind !== 'byline') return false;
  }
  return block >= tag.block;
}

/** Whether a quotation without words of saying may be speech at all. */
function isSpeech(text: string, frame: Frame, quote: QuoteItem): boolean {
  const index = frame.items.indexOf(quote);
  if (namesSomething(text, frame.items, index)) return false;
  if (saysNotSaid(text.slice(frame.start, quote.start), text.slice(quote.end, quote.end + 40))) return false;
  const words = text.slice(quote.quotation.inner.start, quote.quotation.inner.end);
  const sentence = isOnlyQuotation(frame) && /[.!?…]$/u.test(words.trim());
  return sentence || (words.split(/\s+/u).length >= 3 && !looksLikeTitle(words));
}

/** Four words or more: shorter pieces are likelier to be the author's. */
function isLong(text: string, quotes: readonly QuoteItem[]): boolean {
  return quotes.some((quote) => text.slice(quote.start, quote.end).split(/\s+/u).length >= 4);
}

/** A frame without its closing full stop. */
function narrated(frame: Frame): Range {
  const { items } = frame;
  const end = items.at(-1)!;
  const last = isWord(end) && /^[.;]$/u.test(end.text) ? items.at(-2)! : end;
  return { start: items[0]!.start, end: last.end };
}
