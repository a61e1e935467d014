import { contains, type Document, type Range, RangeIndex } from '../../document/index.ts';
import type { Attribution, CueWithSource } from '../attribution.ts';
import type { Quotation } from '../text/quotations.ts';
import { isOnlyQuotation, isQuote, isWord, type QuoteItem, type Sentence } from '../text/sentences.ts';
import { looksLikeTitle, namesSomething, saysNotSaid } from './not-said.ts';

/** What was found in one sentence of the narration. */
export interface AttributedSentence {
  readonly sentence: Sentence;
  readonly attributions: readonly Attribution[];
  /** A cue that the sentence holds no content for: it may stand in the next paragraph. */
  readonly announces: CueWithSource | undefined;
}

/** An attribution that later quotations may still be added to. */
interface Growing extends Attribution {
  content: readonly Range[];
  readonly block: number;
}

/**
 * Gives quotations without a cue to whom they belong, and joins quotations that run over paragraphs.
 *
 * `“…,” she said. “…”`: the second is more of the first statement; `She laughed. “…”` is hers. A paragraph of quotation
 * after a statement continues the last speaker's. A quotation chained over paragraphs is one statement, wherever its cue
 * stands.
 */
export function carryOn(document: Document, sentences: readonly AttributedSentence[]): Attribution[] {
  const continuation = new Continuation(document, sentences);
  for (const index of sentences.keys()) continuation.read(index);
  return continuation.attributions();
}

/** Reads the sentences of a document one after the other, and knows who spoke last. */
class Continuation {
  readonly #document: Document;
  readonly #sentences: readonly AttributedSentence[];
  /** Of each sentence those that were found in it. */
  readonly #found: readonly (readonly Growing[])[];
  readonly #attributions: Growing[];
  readonly #owners: Map<Quotation, Growing>;
  /** The attribution that the next quotation may continue. */
  #last: Growing | undefined;
  /** Quotations whose cue may still come in the next sentence. */
  #waiting: QuoteItem[] = [];

  constructor(document: Document, sentences: readonly AttributedSentence[]) {
    this.#document = document;
    this.#sentences = sentences;
    this.#found = sentences.map(({ sentence, attributions }) =>
      attributions.map((attribution): Growing => ({ ...attribution, block: sentence.block })),
    );
    this.#attributions = this.#found.flat();
    this.#owners = ownersOf(sentences, this.#attributions);
  }

  attributions(): Attribution[] {
    return this.#attributions.map(({ block: _, ...attribution }) => attribution);
  }

  read(index: number): void {
    const { sentence } = this.#sentences[index]!;
    const quotes = sentence.items.filter((item) => isQuote(item));
    const found = this.#found[index]!;
    const owned = quotes.findLast(({ quotation }) => this.#owners.has(quotation));
    if (found.length > 0) this.#readCues(found, quotes);
    else if (quotes.length === 0) this.#readNarration(index);
    else if (owned) this.#last = this.#owners.get(owned.quotation);
    else this.#attributeQuotes(index, sentence, quotes);
  }

  /** A sentence with cues: quotations that waited for one belong to it, and so do the earlier paragraphs of its own. */
  #readCues(found: readonly Growing[], quotes: readonly QuoteItem[]): void {
    const quoting = found.findLast((attribution) =>
      quotes.some(({ quotation }) => this.#owners.get(quotation) === attribution),
    );
    if (quoting) adopt(this.#waiting, quoting, this.#owners);
    this.#waiting = [];
    this.#joinChains(quotes);
    this.#last = quoting ?? found.at(-1);
  }

  /**
   * When the cue stands at the last paragraph of a chained quotation, the earlier paragraphs join it; also those that were
   * taken for more of what the last speaker said.
   */
  #joinChains(quotes: readonly QuoteItem[]): void {
    for (const { quotation } of quotes) {
      const attribution = this.#owners.get(quotation);
      for (let earlier = quotation.continues; attribution && earlier; earlier = earlier.continues) {
        const owner = this.#owners.get(earlier);
        if (owner === attribution) continue;
        if (owner && owner.by === undefined) break;
        const runs = owner?.content ?? [rangeOf(earlier)];
        attribution.content = [...attribution.content, ...runs].sort((a, b) => a.start - b.start);
        this.#owners.set(earlier, attribution);
        if (owner) this.#replace(owner, attribution);
      }
    }
  }

  #replace(owner: Growing, by: Growing): void {
    this.#attributions.splice(this.#attributions.indexOf(owner), 1);
    for (const [quotation, other] of this.#owners) if (other === owner) this.#owners.set(quotation, by);
  }

  /** Nobody carries on over a paragraph that ends in narration, but for captions. */
  #readNarration(index: number): void {
    const { sentence } = this.#sentences[index]!;
    const next = this.#sentences[index + 1]?.sentence;
    if (next?.block !== sentence.block && !isNeighbour(this.#document, this.#last, sentence.block + 1))
      this.#last = undefined;
    this.#waiting = [];
  }

  /** A sentence with quotations that belong to nobody yet. */
  #attributeQuotes(index: number, sentence: Sentence, quotes: readonly QuoteItem[]): void {
    const { text } = this.#document;
    const before = this.#sentences[index - 1];
    const isInBlock = before?.sentence.block === sentence.block;
    const isWhole = isOnlyQuotation(sentence);
    if (isWhole && !isInBlock && before?.announces) {
      const { cue, source } = before.announces;
      this.#add(sentence, quotes, { content: quotes.map(rangeOf), cue, source, class: 'speech', confidence: 0.9 });
      return;
    }
    const speech = quotes.filter((quote) => isSpeech(text, sentence, quote));
    if (speech.length === 0) return;
    const doer = before && isInBlock ? doerOf(before) : undefined;
    const chained = this.#chainedTo(speech);
    if (chained) {
      this.#last = chained;
      adopt(speech, chained, this.#owners);
    } else if (isWhole && doer) {
      this.#add(sentence, speech, {
        content: speech.map(rangeOf),
        cue: [],
        source: [doer],
        class: 'speech',
        confidence: 0.75,
      });
    } else if (isWhole && this.#last?.block === sentence.block && endsInQuotation(text, this.#last)) {
      adopt(speech, this.#last, this.#owners);
    } else if (isNeighbour(this.#document, this.#last, sentence.block) && (isWhole || isLong(text, speech))) {
      this.#carryOn(sentence, speech, isWhole, this.#last!);
    } else if (isWhole) {
      this.#waiting.push(...speech);
    }
  }

  /** The attribution of the paragraph before, of which one of the quotations is more. */
  #chainedTo(quotes: readonly QuoteItem[]): Growing | undefined {
    for (const { quotation } of quotes) {
      const owner = quotation.continues && this.#owners.get(quotation.continues);
      if (owner) return owner;
    }
    return undefined;
  }

  /** The last speaker goes on, or after a question the other one answers. */
  #carryOn(sentence: Sentence, speech: readonly QuoteItem[], isWhole: boolean, last: Growing): void {
    const content = isWhole ? speech.map(rangeOf) : [withoutFullStop(sentence)];
    const by = sentence.block !== last.block && isTurned(this.#document.text, last) ? 'answered' : 'continued';
    this.#add(sentence, speech, {
      content,
      cue: [],
      source: [],
      class: 'speech',
      confidence: isWhole ? 0.8 : 0.65,
      by,
    });
  }

  #add(sentence: Sentence, quotes: readonly QuoteItem[], attribution: Attribution): void {
    const added: Growing = { ...attribution, block: sentence.block };
    this.#last = added;
    this.#attributions.push(added);
    for (const { quotation } of quotes) this.#owners.set(quotation, added);
  }
}

/** Which attribution holds each quotation, in whatever sentence its cue stands. */
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

/** Whether an attribution's content ends with a quotation, so that another after it may be more of the same. */
function endsInQuotation(text: string, attribution: Attribution): boolean {
  const last = attribution.content.at(-1)!;
  const words = text.slice(last.start, last.end);
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

/** Whether `block` is the attribution's own block or the next paragraph after it. */
function isNeighbour(document: Document, attribution: Growing | undefined, block: number): boolean {
  if (!attribution) return false;
  for (let i = attribution.block + 1; i < block; i++) {
    const kind = document.blocks[i]?.kind;
    if (kind !== 'caption' && kind !== 'byline') return false;
  }
  return block >= attribution.block;
}

/** Whether a quotation without a cue may be speech at all. */
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
function withoutFullStop(sentence: Sentence): Range {
  const { items } = sentence;
  const end = items.at(-1)!;
  const last = isWord(end) && /^[.;]$/u.test(end.text) ? items.at(-2)! : end;
  return { start: items[0]!.start, end: last.end };
}
