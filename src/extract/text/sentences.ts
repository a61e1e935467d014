import { contains, type Range } from '../../document/index.ts';
import { ABBREVIATIONS, TITLE_ABBREVIATIONS } from '../../language/english/abbreviations.ts';
import { COMMON_AUXILIARIES } from '../../language/english/auxiliaries.ts';
import { LINKING, SENTENCE_BEGINNINGS } from '../../language/english/conjunctions.ts';
import { isQuoteVerb } from '../../language/english/cues.ts';
import { AFTER_SAYING } from '../../language/english/prepositions.ts';
import { alternation } from '../../language/words.ts';
import type { Quotation } from './quotations.ts';
import { type Token, tokenize } from './tokens.ts';

/** A whole quotation standing in a sentence as if it were one word. */
export interface QuoteItem extends Range {
  readonly quotation: Quotation;
  /** The last character before the closing mark: a comma there does the work of one outside. */
  readonly ending: string;
}

/** What a sentence is made of. */
export type Item = Token | QuoteItem;

/**
 * A sentence of the narration: its words, and each quotation in it as one item, however many sentences that
 * quotation holds. `“We tried. Twice,” she said.` is one sentence of four items.
 */
export interface Sentence extends Range {
  readonly items: readonly Item[];
  /** The block (by its index in the document) that the sentence stands in. */
  readonly block: number;
}

export function isQuote(item: Item | undefined): item is QuoteItem {
  return item !== undefined && 'quotation' in item;
}

export function isWord(item: Item | undefined): item is Token {
  return item !== undefined && !('quotation' in item);
}

/** The word's lower-case form; empty for a quotation or nothing. */
export function lowerOf(item: Item | undefined): string {
  return isWord(item) ? item.lower : '';
}

/** Whether a sentence is made of quotations and nothing but marks and a linking word ("Moreover,"). */
export function isOnlyQuotation(sentence: Sentence): boolean {
  const words = sentence.items.filter((item) => isWord(item) && item.class !== 'PUNCT');
  const quotes = sentence.items.filter((item) => isQuote(item));
  return quotes.length > 0 && words.every((word) => isWord(word) && (LINKING.has(word.lower) || word.lower === '…'));
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations that the segmenter takes for sentence ends. */
const ABBREVIATION = new RegExp(`(?:^|[\\s(“"‘'.])(?:${alternation(ABBREVIATIONS)}|\\p{Lu})\\.$`, 'u');
/** Words that begin a sentence even after an abbreviation: "in the U.S. He …". */
const STARTER = new RegExp(`^${alternation(SENTENCE_BEGINNINGS)}\\b`, 'u');
/** A title before a name, whose full stop does not end the sentence. */
const TITLE = new RegExp(`^${alternation(TITLE_ABBREVIATIONS)}\\.$`, 'u');
/** What may follow words of saying that take no further content. */
const FOLLOWS_SAYING = new RegExp(`^(?:${alternation(AFTER_SAYING)}|\\p{Lu}\\p{Ll}+day)\\b`, 'iu');

/** The sentences of one block (or of one quotation, with the quotations inside it), in order. */
export function sentencesOf(text: string, range: Range, within: readonly Quotation[], block: number): Sentence[] {
  const quotations = outermost(range, within);
  const tokens = tokenize(text, range);
  const items = itemsOf(text, tokens, quotations);
  let next = 0;
  return sentenceRanges(text, range, quotations).map((sentence) => {
    const own: Item[] = [];
    for (; next < items.length && items[next]!.start < sentence.end; next++) {
      if (contains(sentence, items[next]!)) own.push(items[next]!);
    }
    return { ...sentence, block, items: own };
  });
}

/** The quotations of the range that stand in no other; they come sorted by their beginnings, longer ones first. */
function outermost(range: Range, quotations: readonly Quotation[]): Quotation[] {
  let reach = range.start;
  return quotations.filter((quotation) => {
    if (!contains(range, quotation) || quotation.start < reach) return false;
    reach = quotation.end;
    return true;
  });
}

/** Words and quotations in the order of the text; what stands inside a quotation is part of it. */
function itemsOf(text: string, tokens: readonly Token[], quotations: readonly Quotation[]): Item[] {
  const items: Item[] = [];
  let next = 0;
  for (const quotation of quotations) {
    for (; next < tokens.length && tokens[next]!.start < quotation.start; next++) items.push(tokens[next]!);
    while (next < tokens.length && tokens[next]!.start < quotation.end) next++;
    const { start, end, inner } = quotation;
    items.push({ start, end, quotation, ending: text[inner.end - 1]! });
  }
  return [...items, ...tokens.slice(next)];
}

/** Sentences of the narration: quotations are masked, so that their full stops do not cut. */
function sentenceRanges(text: string, range: Range, quotations: readonly Quotation[]): Range[] {
  const masked = maskQuotations(text, range, quotations);
  const opens = new Set(quotations.map((quotation) => quotation.start));
  const ranges: { start: number; end: number }[] = [];
  let open = false;
  for (const { segment, index } of sentences.segment(masked)) {
    const start = range.start + index + (segment.length - segment.trimStart().length);
    const end = range.start + index + segment.trimEnd().length;
    if (end <= start) continue;
    const last = ranges.at(-1);
    if (last && open && !STARTER.test(masked.slice(start - range.start, start - range.start + 12)) && !opens.has(start))
      last.end = end;
    else ranges.push({ start, end });
    open = ABBREVIATION.test(segment.trimEnd());
  }
  return ranges;
}

/** The text with each quotation as one long word, with a full stop where a sentence ends with it. */
function maskQuotations(text: string, range: Range, quotations: readonly Quotation[]): string {
  const parts: string[] = [];
  let at = range.start;
  for (const quotation of quotations) {
    parts.push(text.slice(at, quotation.start), 'Q', 'q'.repeat(quotation.end - quotation.start - 2));
    parts.push(endsSentence(text, range, quotation) ? '.' : 'q');
    at = quotation.end;
  }
  parts.push(text.slice(at, range.end));
  return parts.join('').replace(/\n/gu, ' ');
}

/**
 * Whether the sentence ends with this quotation. It does when the quotation's last words end a sentence and what
 * follows is not its cue: `“Why?” Ms. Holm asked.` goes on, `“We tried.” Ms. Holm left.` does not.
 */
function endsSentence(text: string, range: Range, quotation: Quotation): boolean {
  const last =
    text
      .slice(quotation.inner.start, quotation.inner.end)
      .trimEnd()
      .replace(/(?<![’”"')\]])[’”"')\]]+$/u, '')
      .at(-1) ?? '';
  if (!/[.!?…]/u.test(last)) return false;
  const after = text.slice(quotation.end, Math.min(range.end, quotation.end + 120));
  if (!/^\s*\S/u.test(after)) return true;
  if (!/^\s+[\p{Lu}“"‘'«\d[(]/u.test(after)) return false;
  return !opensWithSaying(after.trimStart(), last === '.');
}

/**
 * Whether `text` begins with a short subject and a word of saying that takes no further content: "Ms. Holm asked."
 * `strict` after a full stop, where a new sentence is likelier: then the word of saying must end the sentence.
 */
function opensWithSaying(text: string, strict: boolean): boolean {
  const words = text.split(/\s+/u).slice(0, 12);
  for (let i = 1; i < Math.min(words.length, 8); i++) {
    const word = words[i]!.replace(/(?<![,.:;])[,.:;]+$/u, '').toLowerCase();
    if (isQuoteVerb(word) && /(?:ed|id|s|old|ote|ang|gan|ent)$/u.test(word)) {
      if (/[.]$/u.test(words[i]!)) return true;
      const following = words.slice(i + 1);
      const stop = following.findIndex(
        (other) => /[.!?]$/u.test(other) && !TITLE.test(other) && !/^(?:Jr|No|\p{Lu})\.$/u.test(other),
      );
      const rest = stop < 0 ? following : following.slice(0, stop + 1);
      if (strict || rest.some((other) => /^(?:that|[“"‘«])/u.test(other))) return false;
      if (/^(?:told|tells)$/u.test(word)) return true;
      return /,$/u.test(words[i]!) || (rest[0] !== undefined && FOLLOWS_SAYING.test(rest[0]));
    }
    const before = words[i - 1]!;
    if (/[,.:;?!]$/u.test(before) && !TITLE.test(before)) return false;
    if (/^(?:is|was|were)$/u.test(word) && /^(?:quoted|shown|heard|seen|overheard|reported)$/u.test(words[i + 1] ?? ''))
      return true;
    if (/^[“"‘«]/u.test(words[i]!) || COMMON_AUXILIARIES.has(word) || word === 'to') return false;
  }
  return false;
}
