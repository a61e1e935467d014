import { compact, contains, type Range } from '../../document/index.ts';
import { type Alignment, align, LEFT_OUT } from './align.ts';
import { type Context, clippingIn, contextOf } from './context.ts';
import { differencesIn, isSilent, punctuationDiffers } from './differences.ts';
import type { Difference, Fidelity, Match, Source, SourcePassage } from './fidelity.ts';
import { beginnings, type IndexedText, indexText, rangeOfWords } from './passages.ts';
import { stitchedFrom } from './pieces.ts';
import { partsOf, type QuotePart } from './quote.ts';
import { sameSpeaker, speakerAt } from './voices.ts';

/** A source with its index, made once for any number of quotations. */
export interface IndexedSource extends Source {
  readonly index: IndexedText;
}

/** Indexes a source. 300 pages take about a tenth of a second. */
export function indexSource(source: Source): IndexedSource {
  return { ...source, index: indexText(source.text, source.asides) };
}

/** A quotation as printed, and the speaker it is attributed to. */
export interface Printed {
  readonly quote: string;
  readonly speaker?: string;
}

/** What else is known, besides the sources that a quotation is checked against. */
export interface Held {
  /** Other documents, in which the quotation is `elsewhere`. */
  readonly others?: readonly IndexedSource[];
  /** False if no document with the speaker's own words is held; then a miss is `source-not-held`. */
  readonly isSourceHeld?: boolean;
}

/** A passage of less likeness, 0–1, is not the one that is quoted. */
const LEAST = 0.6;
/** A quotation of at most this many words must be verbatim. */
const FEW = 3;
/** A changed passage in the source of at least this likeness counts before a verbatim one elsewhere. */
const CLOSE = 0.8;

/**
 * Checks whether a printed quotation is in its sources, and whole: see `Match`. It is looked for first in the sources,
 * as said by its speaker if the voices are known; then there and in `held.others`, as said by anybody.
 */
export function verifyQuote(printed: Printed, sources: readonly IndexedSource[], held: Held = {}): Fidelity {
  const { quote, speaker } = printed;
  const parts = partsOf(quote);
  const found = sources.flatMap((source) => bestIn(quote, parts, source, speaker) ?? []).sort(byLikeness);
  const others = (held.others ?? []).flatMap((source) => bestIn(quote, parts, source, speaker) ?? []).sort(byLikeness);
  const own = found.find(({ fits, enough }) => fits && enough);
  const besides = others.find(({ enough, fits }) => enough && fits) ?? others.find(({ enough }) => enough);
  if (own && (own.fidelity.likeness >= CLOSE || own.fidelity.match === 'stitched' || !isVerbatim(besides)))
    return own.fidelity;
  const foreign = [besides, ...found].find((one) => one?.enough && one.fidelity.likeness >= CLOSE);
  if (foreign) return { ...foreign.fidelity, match: 'elsewhere' };
  const [nearest] = [...found, ...others].sort(byLikeness);
  const match: Match = held.isSourceHeld === false ? 'source-not-held' : 'not-found';
  return { quote, likeness: 0, sources: [], ...nearest?.fidelity, match, differences: [] };
}

/** An alignment of lower cost, in words, is one altered passage; from here on, stitching is considered. */
const STITCHED = 2.5;

/** The best passage of one source, judged. */
interface Found {
  readonly fidelity: Fidelity;
  /** Whether it is similar enough to be what is quoted. */
  readonly enough: boolean;
  /** False if somebody else is known to say it there. */
  readonly fits: boolean;
}

function isVerbatim(found: Found | undefined): boolean {
  return found !== undefined && !found.fidelity.differences.some(isSilent);
}

function byLikeness(a: Found, b: Found): number {
  return (
    Number(b.enough && b.fits) - Number(a.enough && a.fits) ||
    Number(b.enough) - Number(a.enough) ||
    b.fidelity.likeness - a.fidelity.likeness ||
    BEST_FIRST.indexOf(a.fidelity.match) - BEST_FIRST.indexOf(b.fidelity.match)
  );
}

/** Of passages that are equally similar, the one with the better match is the source. */
const BEST_FIRST: readonly Match[] = ['whole', 'part', 'recognised', 'clipped', 'altered', 'stitched'];

function bestIn(
  quote: string,
  parts: readonly QuotePart[],
  source: IndexedSource,
  speaker: string | undefined,
): Found | undefined {
  const { index } = source;
  const keys = parts.map(({ kind, key }) => (kind === 'word' ? key : ''));
  const gaps = parts.filter(({ kind }) => kind === 'ellipsis').length;
  const found = beginnings(index, keys).flatMap((begins) => {
    const from = Math.max(0, begins - 8);
    const to = Math.min(index.words.length, begins + 2 * parts.length + 16 + gaps * LEFT_OUT);
    return align(parts, index, from, to).map((alignment) => alignedTo(source, alignment, speaker));
  });
  const [best] = found.sort(
    (a, b) =>
      Number(isLike(parts, b)) - Number(isLike(parts, a)) ||
      Number(b.fits) - Number(a.fits) ||
      a.alignment.cost - b.alignment.cost ||
      b.ends - a.ends ||
      a.passage.start - b.passage.start,
  );
  if (!best || best.alignment.cost >= STITCHED || spansVoices(best, source)) {
    const pieces = stitchedFrom(parts, index);
    if (pieces) return stitched(quote, source, pieces, speaker);
  }
  return best && judged(quote, parts, source, best);
}

/** A passage that a quotation was aligned to. */
interface Aligned {
  readonly alignment: Alignment;
  readonly passage: Range;
  readonly voice: string | undefined;
  readonly fits: boolean;
  readonly context: Context;
  /** How many of its two ends are the beginning or end of a sentence, 0–2. */
  readonly ends: number;
}

function alignedTo(source: IndexedSource, alignment: Alignment, speaker: string | undefined): Aligned {
  const passage = rangeOfWords(source.index, alignment.first, alignment.last);
  const voice = speakerAt(source.text, source.voices, passage);
  const fits = speaker === undefined || voice === undefined || sameSpeaker(voice, speaker) !== false;
  const context = contextOf(source, passage);
  const ends = Number(context.before === '') + Number(context.after === '');
  return { alignment, passage, voice, fits, context, ends };
}

/** Whether the passage runs from one speaker's words into another's. */
function spansVoices({ passage, voice }: Aligned, { voices }: IndexedSource): boolean {
  return (
    voice === undefined &&
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

function judged(quote: string, parts: readonly QuotePart[], source: IndexedSource, best: Aligned): Found {
  const { alignment, passage, voice, fits, context } = best;
  const differences = differencesIn(parts, source.index, alignment);
  const text = source.text.slice(passage.start, passage.end);
  const clipping = clippingIn(context, text);
  const verbatim = differences.length === 0 || differences.every(({ kind }) => kind === 'spelling');
  const marks: Difference[] =
    verbatim && punctuationDiffers(quote, text) ? [{ kind: 'punctuation', printed: quote, source: text }] : [];
  const printed = passageOf(source, passage, voice);
  const match = matchOf(differences, clipping, verbatim && best.ends === 2);
  const isVerbatim = match === 'whole' || match === 'part';
  return {
    fidelity: {
      quote,
      match: isVerbatim && printed.recognised !== undefined ? 'recognised' : match,
      likeness: rounded(likenessOf(parts, alignment)),
      sources: [printed],
      differences: [...differences, ...clipping, ...marks],
    },
    enough: isLike(parts, best),
    fits,
  };
}

function matchOf(differences: readonly Difference[], clipping: readonly Difference[], isWhole: boolean): Match {
  if (differences.some(isSilent)) return 'altered';
  if (clipping.length > 0 || differences.some(({ turnsSense }) => turnsSense)) return 'clipped';
  return isWhole ? 'whole' : 'part';
}

function stitched(quote: string, source: IndexedSource, pieces: readonly Range[], speaker: string | undefined): Found {
  const voices = pieces.map((piece) => speakerAt(source.text, source.voices, piece));
  const isOther = (voice: string | undefined) =>
    speaker !== undefined && voice !== undefined && sameSpeaker(voice, speaker) === false;
  const sources = pieces.map((piece, i) => passageOf(source, piece, voices[i]));
  return {
    fidelity: { quote, match: 'stitched', likeness: 1, sources, differences: [] },
    enough: true,
    fits: !voices.every(isOther),
  };
}

function passageOf(source: IndexedSource, { start, end }: Range, voice: string | undefined): SourcePassage {
  const { document, text, blocks } = source;
  const recognised = blocks
    .filter((block) => block.start < end && start < block.end)
    .reduce<number | undefined>((least, block) => leastOf(least, block.recognised), undefined);
  return { document, start, end, text: text.slice(start, end), ...compact({ speaker: voice, recognised }) };
}

function leastOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
