import type { Range } from '../../document/index.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { EntityMention } from '../mentions/entities.ts';
import { FAR } from '../model/feature-numbers.ts';
import type { Prepared } from '../text/prepared.ts';
import { isQuote, isWord } from '../text/sentences.ts';
import { wordsBeside } from './beside-names.ts';
import type { DocumentContext } from './context.ts';

/** A mention with its place in the document. */
export interface PlacedMention extends EntityMention {
  readonly sentence: number;
  readonly block: number;
  readonly isQuoted: boolean;
  /** Whether no other name stands before it in its sentence. */
  readonly isFirst: boolean;
}

/** Where everything stands in a document, by the numbers of sentences and blocks. */
export interface Layout {
  /** In the order of the text. */
  readonly mentions: readonly PlacedMention[];
  readonly mentionsOf: ReadonlyMap<NamedEntity, readonly PlacedMention[]>;
  /** How many mentions of each, those in quotations left out. */
  readonly countOf: ReadonlyMap<NamedEntity, number>;
  /** 0 for whoever is mentioned most. */
  readonly rankOf: ReadonlyMap<NamedEntity, number>;
  /** The number of the sentence that holds a place, or of the last before it; -1 before the first. */
  readonly sentenceAt: (at: number) => number;
  readonly blockAt: (at: number) => number;
  /** Whether a sentence begins with a quotation. */
  readonly beginsQuoted: (sentence: number) => boolean;
  readonly title: string;
  /** The longer words that stand beside a mention. */
  readonly wordsBeside: (one: PlacedMention) => ReadonlySet<string>;
  /** Whether a word, given in small letters, is printed so somewhere. */
  readonly isPrintedSmall: (word: string) => boolean;
}

/** Places the mentions of a document. */
export function layoutOf(
  { document, sentences, quotationIndex }: Prepared,
  { mentions }: Pick<DocumentContext, 'mentions'>,
): Layout {
  const sentenceAt = finder(sentences);
  const blockAt = finder(document.blocks);
  let last = -1;
  const placed = mentions.map(({ mention, entity }): PlacedMention => {
    const sentence = sentenceAt(mention.start);
    const isQuoted = quotationIndex
      .near(mention)
      .some(({ start, end }) => start <= mention.start && mention.end <= end);
    const isFirst = !isQuoted && sentence !== last;
    if (isFirst) last = sentence;
    return { mention, entity, sentence, block: blockAt(mention.start), isQuoted, isFirst };
  });
  const mentionsOf = new Map<NamedEntity, PlacedMention[]>();
  for (const one of placed) {
    const own = mentionsOf.get(one.entity);
    if (own) own.push(one);
    else mentionsOf.set(one.entity, [one]);
  }
  const beside = new Map<PlacedMention, ReadonlySet<string>>();
  let small: ReadonlySet<string> | undefined;
  const byCount = [...mentionsOf].sort((a, b) => b[1].length - a[1].length);
  return {
    mentions: placed,
    mentionsOf,
    countOf: new Map(byCount.map(([entity, own]) => [entity, own.filter(({ isQuoted }) => !isQuoted).length])),
    rankOf: new Map(byCount.map(([entity], rank) => [entity, rank])),
    sentenceAt,
    blockAt,
    beginsQuoted: (sentence) => {
      const first = sentences[sentence]?.items.find(
        (item) => isQuote(item) || (isWord(item) && item.class !== 'PUNCT'),
      );
      return first !== undefined && isQuote(first);
    },
    title: document.title ?? '',
    wordsBeside: (one) => {
      const known = beside.get(one);
      if (known) return known;
      const words = wordsBeside(document.text, one.mention);
      beside.set(one, words);
      return words;
    },
    isPrintedSmall: (word) => {
      small ??= new Set(document.text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’'-]+/gu));
      return small.has(word);
    },
  };
}

function finder(ranges: readonly Range[]): (at: number) => number {
  return (at) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.start <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

/** Characters before and after a statement in which mentions count; an article is hardly longer. */
const BEFORE = 12_000;
const AFTER = 3000;

/** Of mentions in the order of the text those around a place, so that a book takes no longer for each statement than an article. */
export function mentionsAround(mentions: readonly PlacedMention[], start: number): readonly PlacedMention[] {
  return mentions.slice(firstFrom(mentions, start - BEFORE), firstFrom(mentions, start + AFTER));
}

/** The number of the first mention that begins at a place or after it. */
function firstFrom(mentions: readonly PlacedMention[], place: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.mention.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many entities that count are named between two places, at most `FAR`. */
export function othersBetween(
  { mentions }: Layout,
  from: number,
  to: number,
  counts: (one: PlacedMention) => boolean,
): number {
  const found = new Set<NamedEntity>();
  for (let i = firstFrom(mentions, to) - 1; i >= 0 && mentions[i]!.mention.start > from && found.size < FAR; i--)
    if (mentions[i]!.mention.end <= to && counts(mentions[i]!)) found.add(mentions[i]!.entity);
  return found.size;
}
