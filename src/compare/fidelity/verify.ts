import { contains, type Range } from '../../document/index.ts';
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

/** Indexes a source; 300 pages take about a tenth of a second. */
export function indexSource(source: Source): IndexedSource {
  return { ...source, index: indexText(source.text, source.asides) };
}

/** A printed quotation, and whom it is printed as said by. */
export interface Printed {
  readonly quote: string;
  readonly speaker?: string;
}

/** What is held beside the source that a quotation is checked against. */
export interface Held {
  /** Where else to look before saying that it is nowhere. */
  readonly others?: readonly IndexedSource[];
  /** False where no document is held in which the speaker speaks for themselves. */
  readonly isSourceHeld?: boolean;
}

/** The likeness under which a passage is not the one that is quoted. */
const LEAST = 0.6;
/** Printed words that only a verbatim passage can be the source of. */
const FEW = 3;
/** A likeness from which a changed passage in the source counts before a verbatim one elsewhere. */
const CLOSE = 0.8;

/**
 * Whether a printed quotation is in its sources, and whole: see `Match`. It is looked for in the sources first, said by
 * the speaker it is printed as said by, if their voices are known; then, said by whomever, there and in what else is held.
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

/** Silent differences, in words, under which a quotation is one passage that was altered. */
const STITCHED = 2.5;

/** The best passage of one source. */
interface Found {
  readonly fidelity: Fidelity;
  /** Whether it is like enough to be what is quoted. */
  readonly enough: boolean;
  /** Whether nobody else is known to say it there. */
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

/** Of passages that are equally like a quotation, the one that it is truest to is its source. */
const BEST_FIRST: readonly Match[] = ['whole', 'part', 'clipped', 'altered', 'stitched'];

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
    return align(parts, index, from, to).map((alignment): Aligned => {
      const passage = rangeOfWords(index, alignment.first, alignment.last);
      const voice = speakerAt(source.text, source.voices, passage);
      const fits = speaker === undefined || voice === undefined || sameSpeaker(voice, speaker) !== false;
      const context = contextOf(source, passage);
      const ends = Number(context.before === '') + Number(context.after === '');
      return { alignment, passage, voice, fits, context, ends };
    });
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

interface Aligned {
  readonly alignment: Alignment;
  readonly passage: Range;
  readonly voice: string | undefined;
  readonly fits: boolean;
  readonly context: Context;
  /** At how many of its ends it begins or ends a sentence. */
  readonly ends: number;
}

/** Whether the passage runs from one speaker's words to another's. */
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

/** Share of the printed words that stand in the passage, in order. */
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
  const inside = context.before !== '' || context.after !== '';
  const match = differences.some(isSilent)
    ? 'altered'
    : clipping.length > 0 || differences.some(({ turnsSense }) => turnsSense)
      ? 'clipped'
      : inside || !verbatim
        ? 'part'
        : 'whole';
  return {
    fidelity: {
      quote,
      match,
      likeness: rounded(likenessOf(parts, alignment)),
      sources: [passageOf(source, passage, voice)],
      differences: [...differences, ...clipping, ...marks],
    },
    enough: isLike(parts, best),
    fits,
  };
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

function passageOf({ document, text }: IndexedSource, { start, end }: Range, voice: string | undefined): SourcePassage {
  return { document, start, end, text: text.slice(start, end), ...(voice ? { speaker: voice } : {}) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
