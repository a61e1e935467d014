import { contains, type Document, type Range, RangeIndex } from '../../document/index.ts';
import type { Attribution } from '../attribution.ts';
import type { Quotation } from '../text/quotations.ts';
import { isOnlyQuotation, isQuote, isWord, type QuoteItem, type Sentence } from '../text/sentences.ts';
import { looksLikeTitle, namesSomething, saysNotSaid } from './not-said.ts';

/** What was found in one sentence of the narration. */
export interface AttributedSentence {
  readonly sentence: Sentence;
  readonly attributions: readonly Attribution[];
  /** Words of saying for which the sentence holds no content: it may stand in the next paragraph. */
  readonly announces: Pick<Attribution, 'cue' | 'source'> | undefined;
}

/** An attribution that later quotations may still be added to. */
interface Growing extends Attribution {
  content: readonly Range[];
  readonly block: number;
}

/**
 * Gives quotations without words of saying to whom they belong, and joins quotations that run over paragraphs.
 *
 * `“…,” she said. “…”`: the second is more of the first statement; `She laughed. “…”` is hers. A paragraph of quotation after a statement is
 * the last speaker going on. A quotation chained over paragraphs is one statement, wherever its words of saying stand.
 */
export function carryOn(document: Document, sentences: readonly AttributedSentence[]): Attribution[] {
  const grown = sentences.map(({ sentence, attributions }) =>
    attributions.map((attribution): Growing => ({ ...attribution, block: sentence.block })),
  );
  const attributions = grown.flat();
  const owner = ownersOf(sentences, attributions);
  let last: Growing | undefined;
  let waiting: QuoteItem[] = [];
  const add = (sentence: Sentence, quotes: readonly QuoteItem[], attribution: Attribution) => {
    last = { ...attribution, block: sentence.block };
    attributions.push(last);
    for (const quote of quotes) owner.set(quote.quotation, last);
  };

  sentences.forEach(({ sentence }, index) => {
    const quotes = sentence.items.filter((item) => isQuote(item));
    const before = sentences[index - 1];
    const announcing = before?.sentence.block === sentence.block ? undefined : before?.announces;
    const free = quotes.filter((quote) => !owner.has(quote.quotation));
    const found = grown[index]!;
    if (found.length > 0) {
      const quoted = found.findLast((attribution) =>
        quotes.some((quote) => owner.get(quote.quotation) === attribution),
      );
      if (quoted) adopt(waiting, quoted, owner);
      waiting = [];
      joinChains(quotes, owner);
      last = quoted ?? found.at(-1);
      return;
    }
    if (quotes.length === 0) {
      if (!sameBlock(sentence, sentences[index + 1]?.sentence) && !isNeighbour(document, last, sentence.block + 1))
        last = undefined;
      waiting = [];
      return;
    }
    if (free.length < quotes.length) {
      last = owner.get(quotes.findLast((quote) => owner.has(quote.quotation))!.quotation);
      return;
    }
    const whole = isOnlyQuotation(sentence);
    if (announcing && whole) {
      const { cue, source } = announcing;
      add(sentence, quotes, { content: quotes.map(rangeOf), cue, source, confidence: 0.9 });
      return;
    }
    const speech = quotes.filter((quote) => isSpeech(document.text, sentence, quote));
    if (speech.length === 0) return;
    const does = before?.sentence.block === sentence.block ? doerOf(before) : undefined;
    const chained = speech.find((quote) => quote.quotation.continues && owner.has(quote.quotation.continues));
    if (chained) {
      last = owner.get(chained.quotation.continues!)!;
      adopt(speech, last, owner);
    } else if (whole && does) {
      add(sentence, speech, { content: speech.map(rangeOf), cue: [], source: [does], confidence: 0.75 });
    } else if (whole && last?.block === sentence.block && isQuotedTag(document.text, last)) {
      adopt(speech, last, owner);
    } else if (last && isNeighbour(document, last, sentence.block) && (whole || isLong(document.text, speech))) {
      const content = whole ? speech.map(rangeOf) : [narrated(sentence)];
      const by = sentence.block !== last.block && isTurned(document.text, last) ? 'answered' : 'continued';
      add(sentence, speech, { content, cue: [], source: [], confidence: whole ? 0.8 : 0.65, by });
    } else if (whole) {
      waiting.push(...speech);
    }
  });
  return attributions.map(({ block: _, ...attribution }) => attribution);
}

/** Which attribution holds each quotation, in whatever sentence its words of saying stand. */
function ownersOf(sentences: readonly AttributedSentence[], attributions: readonly Growing[]): Map<Quotation, Growing> {
  const index = new RangeIndex(attributions, (attribution) => attribution.content);
  const owner = new Map<Quotation, Growing>();
  for (const item of sentences.flatMap(({ sentence }) => sentence.items)) {
    const attribution = isQuote(item) && index.near(item).find((candidate) => holds(candidate, item));
    if (attribution) owner.set(item.quotation, attribution);
  }
  return owner;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function holds(attribution: Attribution, quote: Range): boolean {
  return attribution.content.some((run) => contains(run, quote));
}

function adopt(quotes: readonly QuoteItem[], attribution: Growing, owner: Map<Quotation, Growing>): void {
  for (const quote of quotes) {
    attribution.content = [...attribution.content, rangeOf(quote)].sort((a, b) => a.start - b.start);
    owner.set(quote.quotation, attribution);
  }
}

/** When the words of saying stand at the last paragraph of a chained quotation, the earlier paragraphs join it. */
function joinChains(quotes: readonly QuoteItem[], owner: Map<Quotation, Growing>): void {
  for (const { quotation } of quotes) {
    const attribution = owner.get(quotation);
    for (
      let earlier = quotation.continues;
      attribution && earlier && !owner.has(earlier);
      earlier = earlier.continues
    ) {
      attribution.content = [rangeOf(earlier), ...attribution.content];
      owner.set(earlier, attribution);
    }
  }
}

function isQuotedTag(text: string, attribution: Attribution): boolean {
  const lastRun = attribution.content.at(-1)!;
  const words = text.slice(lastRun.start, lastRun.end);
  return /["”’'»]$/u.test(words) && (attribution.by === undefined || /^["“‘'«]/u.test(words));
}

/** "[She] laughs at that. “It was 1999.”": who does something in the sentence before a quotation, and says nothing in it. */
function doerOf({ sentence, attributions }: AttributedSentence): Range | undefined {
  const [first] = sentence.items;
  if (attributions.length > 0 || sentence.items.some((item) => isQuote(item))) return undefined;
  return isWord(first) && /^(?:he|she)$/u.test(first.lower) ? rangeOf(first) : undefined;
}

/** Whether the turn is another's after a statement: it asks, or it answered. Who asks by "said" may ask himself. */
function isTurned(text: string, { by, cue: [cue], content }: Attribution): boolean {
  if (by === 'answered') return true;
  return (
    cue !== undefined &&
    /^(?:asked|asks|demanded|enquired|inquired)$/iu.test(text.slice(cue.start, cue.end)) &&
    /\?["”’']?$/u.test(text.slice(content[0]!.start, content.at(-1)!.end))
  );
}

function sameBlock(sentence: Sentence, next: Sentence | undefined): boolean {
  return next?.block === sentence.block;
}

/** Whether `block` is the attribution's own block or the next paragraph after it. */
function isNeighbour(document: Document, attribution: Growing | undefined, block: number): boolean {
  if (!attribution) return false;
  for (let i = attribution.block + 1; i < block; i++) {
    const kind = document.blocks[i]?.kind;
    if (kind !== 'caption' && kind !== 'byline') return false;
  }
  return block >= attribution.block;
}

/** Whether a quotation without words of saying may be speech at all. */
function isSpeech(text: string, sentence: Sentence, quote: QuoteItem): boolean {
  const index = sentence.items.indexOf(quote);
  if (namesSomething(text, sentence.items, index)) return false;
  if (saysNotSaid(text.slice(sentence.start, quote.start), text.slice(quote.end, quote.end + 40))) return false;
  const words = text.slice(quote.quotation.inner.start, quote.quotation.inner.end);
  const isSentence = isOnlyQuotation(sentence) && /[.!?…]$/u.test(words.trim());
  return isSentence || (words.split(/\s+/u).length >= 3 && !looksLikeTitle(words));
}

/** Four words or more: shorter pieces are likelier to be the author's. */
function isLong(text: string, quotes: readonly QuoteItem[]): boolean {
  return quotes.some((quote) => text.slice(quote.start, quote.end).split(/\s+/u).length >= 4);
}

/** A sentence without its closing full stop. */
function narrated(sentence: Sentence): Range {
  const { items } = sentence;
  const end = items.at(-1)!;
  const last = isWord(end) && /^[.;]$/u.test(end.text) ? items.at(-2)! : end;
  return { start: items[0]!.start, end: last.end };
}
