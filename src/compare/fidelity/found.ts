import { compact, contains, overlap, type Range } from '../../document/index.ts';
import { type Alignment, align, LEFT_OUT } from './align.ts';
import { type Context, clippingIn, contextOf, withoutAsides } from './context.ts';
import { differencesIn, isSilent, punctuationDiffers } from './differences.ts';
import type { Difference, Heading, Match, Source, SourcePassage } from './fidelity.ts';
import { beginnings, type IndexedText, indexText, rangeOfWords } from './passages.ts';
import { stitchedFrom } from './pieces.ts';
import type { QuotePart } from './quote.ts';
import { type Heard, sameSpeaker, voiceAt } from './voices.ts';

/** A source with its index, made once for any number of quotations. */
export interface IndexedSource extends Source {
  readonly index: IndexedText;
}

/** Indexes a source. 300 pages take about a tenth of a second. */
export function indexSource(source: Source): IndexedSource {
  return { ...source, index: indexText(source.text, source.asides) };
}

/** A printed quotation, taken apart. */
export interface Asked {
  readonly quote: string;
  readonly parts: readonly QuotePart[];
  readonly speaker?: string;
}

/** Whether the speaker of a passage is the one that is asked for. */
type Fit =
  | 'theirs'
  /** A speaker is told whom the name may mean or not: "THE CHAIRMAN"; or no speaker is asked for. */
  | 'open'
  /** Nobody is told. */
  | 'nobody'
  | 'another';

/** A passage of a source, judged. */
export interface Found {
  readonly match: Match;
  readonly likeness: number;
  /** One; for a stitched quotation one for each piece. */
  readonly sources: readonly SourcePassage[];
  readonly differences: readonly Difference[];
  readonly fit: Fit;
  /** How many of its two ends are the beginning or end of a sentence, 0–2. */
  readonly ends: number;
  /** Whether it is similar enough to be what is quoted. */
  readonly enough: boolean;
  /** Whether it is so similar that it cannot be another sentence. */
  readonly near: boolean;
}

export function isVerbatim(found: Found | undefined): boolean {
  return found !== undefined && found.match !== 'stitched' && !found.differences.some(isSilent);
}

/** A passage of less likeness, 0–1, is not the one that is quoted. */
const LEAST = 0.6;
/** A quotation of at most this many words must be verbatim. */
const FEW = 3;
/** A passage of at least this likeness is the sentence that is quoted, and so is one with many words in a row. */
const CLOSE = 0.8;
const ROW = 5;

/** An alignment of lower cost, in words, is one altered passage; from here on, stitching is considered. */
const STITCHED = 2.5;

/**
 * The passages of a source that a quotation may be taken from, likeliest first and none overlapping another. Where none is
 * similar enough, only the most similar.
 */
export function passagesIn(asked: Asked, source: IndexedSource): Found[] {
  const { parts } = asked;
  const { index } = source;
  const keys = parts.map(({ kind, key }) => (kind === 'word' ? key : ''));
  const gaps = parts.filter(({ kind }) => kind === 'ellipsis').length;
  const aligned = beginnings(index, keys).flatMap((begins) => {
    const from = Math.max(0, begins - 8);
    const to = Math.min(index.words.length, begins + 2 * parts.length + 16 + gaps * LEFT_OUT);
    return align(parts, index, from, to).map((alignment) => alignedTo(source, alignment, asked.speaker));
  });
  aligned.sort(
    (a, b) =>
      Number(isLike(parts, b)) - Number(isLike(parts, a)) ||
      Number(b.fit !== 'another') - Number(a.fit !== 'another') ||
      a.alignment.cost - b.alignment.cost ||
      Number(b.fit === 'theirs') - Number(a.fit === 'theirs') ||
      b.ends - a.ends ||
      a.passage.start - b.passage.start,
  );
  const [best] = aligned;
  if (!best || best.alignment.cost >= STITCHED || spansVoices(best, source)) {
    const pieces = stitchedFrom(parts, index);
    // Words that are printed twice and were said once are one passage, with words inserted.
    const isRepeated = pieces?.some((piece, i) => pieces.slice(0, i).some((other) => overlap(piece, other) > 0));
    if (best && isRepeated) return [{ ...judged(asked, source, best), enough: true, near: true }];
    if (pieces) return [stitched(source, pieces, asked.speaker)];
  }
  const apart: Aligned[] = [];
  for (const one of aligned)
    if (one === best || (isLike(parts, one) && apart.every(({ passage }) => overlap(passage, one.passage) <= 0)))
      apart.push(one);
  return apart.map((one) => judged(asked, source, one));
}

/** A passage that a quotation was aligned to. */
interface Aligned {
  readonly alignment: Alignment;
  readonly passage: Range;
  readonly heard: Heard;
  readonly fit: Fit;
  readonly context: Context;
  /** How many of its two ends are the beginning or end of a sentence, 0–2. */
  readonly ends: number;
}

function alignedTo(source: IndexedSource, alignment: Alignment, speaker: string | undefined): Aligned {
  const passage = rangeOfWords(source.index, alignment.first, alignment.last);
  const heard = voiceAt(source.text, source.voices, passage);
  const context = contextOf(source, passage);
  const ends = Number(context.before === '') + Number(context.after === '');
  return { alignment, passage, heard, fit: fitOf(heard, speaker), context, ends };
}

function fitOf({ speaker: voice }: Heard, speaker: string | undefined): Fit {
  if (speaker === undefined) return 'open';
  if (voice === undefined) return 'nobody';
  const same = sameSpeaker(voice, speaker);
  return same === undefined ? 'open' : same ? 'theirs' : 'another';
}

/** Whether the passage runs from one speaker's words into another's. */
function spansVoices({ passage, heard }: Aligned, { voices }: IndexedSource): boolean {
  return (
    heard.speaker === undefined &&
    voices.some(({ content }) => content.some((part) => part.start <= passage.start && passage.start < part.end)) &&
    !voices.some(({ content }) => content.some((part) => contains(part, passage)))
  );
}

function wordsOf(parts: readonly QuotePart[]): number {
  return parts.filter(({ kind }) => kind === 'word').length;
}

/** Share of the printed words that the passage has in the same order, 0–1. */
function likenessOf(parts: readonly QuotePart[], { steps }: Alignment): number {
  const words = wordsOf(parts);
  const same = steps.filter(
    ({ kind, part }) => /^(?:same|spelling)$/u.test(kind) && parts[part]!.kind === 'word',
  ).length;
  const dropped = steps.filter(({ kind }) => kind === 'dropped').length;
  return words === 0 ? 0 : same / Math.max(words, words + dropped / 2);
}

function isLike(parts: readonly QuotePart[], { alignment }: Aligned): boolean {
  return wordsOf(parts) <= FEW ? alignment.cost < 0.5 : likenessOf(parts, alignment) >= LEAST;
}

/** Whether it has so many of the words, or so many in a row, that no other sentence is meant. */
function isNear(parts: readonly QuotePart[], { alignment: { steps } }: Aligned, likeness: number): boolean {
  if (likeness >= CLOSE) return true;
  let [longest, row] = [0, 0];
  for (const { kind, part } of steps) {
    row = /^(?:same|spelling)$/u.test(kind) && parts[part]!.kind === 'word' ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return likeness >= LEAST && longest >= ROW;
}

function judged({ quote, parts }: Asked, source: IndexedSource, best: Aligned): Found {
  const { alignment, passage, heard, fit, context } = best;
  const differences = differencesIn(parts, source.index, alignment);
  const text = withoutAsides(source.text, source.asides ?? [], passage);
  const clipping = clippingIn(context, text);
  const verbatim = differences.length === 0 || differences.every(({ kind }) => kind === 'spelling');
  const marks: Difference[] =
    verbatim && punctuationDiffers(quote, text) ? [{ kind: 'punctuation', printed: quote, source: text }] : [];
  const likeness = likenessOf(parts, alignment);
  const match = matchOf(differences, clipping, verbatim && best.ends === 2);
  // "common sense", "unpredictable": that somebody else has the words, too, tells nothing.
  const isChance = fit === 'another' && wordsOf(parts) <= FEW && match !== 'whole';
  const printed = passageOf(source, passage, heard);
  const isRead = printed.recognised !== undefined && (match === 'whole' || match === 'part');
  return {
    match: isRead ? 'recognised' : match,
    likeness: Math.round(likeness * 100) / 100,
    sources: [printed],
    differences: [...differences, ...clipping, ...marks],
    fit,
    ends: best.ends,
    enough: isLike(parts, best) && !isChance,
    near: isNear(parts, best, likeness),
  };
}

function matchOf(differences: readonly Difference[], clipping: readonly Difference[], isWhole: boolean): Match {
  if (differences.some(isSilent)) return 'altered';
  if (clipping.length > 0 || differences.some(({ turnsSense }) => turnsSense)) return 'clipped';
  return isWhole ? 'whole' : 'part';
}

function stitched(source: IndexedSource, pieces: readonly Range[], speaker: string | undefined): Found {
  const heard = pieces.map((piece) => voiceAt(source.text, source.voices, piece));
  const fits = heard.map((one) => fitOf(one, speaker));
  return {
    match: 'stitched',
    likeness: 1,
    sources: pieces.map((piece, i) => passageOf(source, piece, heard[i]!)),
    differences: [],
    fit: fits.find((fit) => fit !== 'another') ?? 'another',
    ends: 0,
    enough: true,
    near: true,
  };
}

function passageOf(source: IndexedSource, { start, end }: Range, { speaker, standing }: Heard): SourcePassage {
  const { document, text, blocks, title, outlet, published } = source;
  const heading: Heading = compact({ title, outlet, published });
  const recognised = blocks
    .filter((block) => block.start < end && start < block.end)
    .reduce<number | undefined>((least, block) => leastOf(least, block.recognised), undefined);
  return {
    document,
    ...heading,
    start,
    end,
    text: text.slice(start, end),
    ...compact({ speaker, recognised }),
    standing,
  };
}

function leastOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
