import { compact, overlap } from '../../document/index.ts';
import { spellingOf } from '../../language/english/spelling.ts';
import type { ElsewhereReason, Fidelity, Match, Printing, Standing } from './fidelity.ts';
import { type Asked, type Found, type IndexedSource, isVerbatim, passagesIn } from './found.ts';
import { partsOf, withoutLineEnds } from './quote.ts';
import { sameSpeaker } from './voices.ts';

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
  /** Whether only the speaker's own words are a source, and what others quote of them is `elsewhere`. */
  readonly wantsOwnWords?: boolean;
}

/**
 * Checks whether a printed quotation is in its sources, and whole: see `Match`. It is looked for first in the sources,
 * as said by its speaker if the voices are known; then there and in `held.others`, as said by anybody.
 */
export function verifyQuote(printed: Printed, sources: readonly IndexedSource[], held: Held = {}): Fidelity {
  const { quote, speaker } = printed;
  const others = held.others ?? [];
  const isWord = (word: string) => [...sources, ...others].some(({ index }) => index.places.has(spellingOf(word)));
  const pasted = withoutLineEnds(quote, isWord);
  const asked: Asked = { quote: pasted, parts: partsOf(pasted), ...compact({ speaker }) };
  const found = sources.flatMap((source) => passagesIn(asked, source)).sort(byLikeness);
  const besides = others.flatMap((source) => passagesIn(asked, source)).sort(byLikeness);
  const { passage, ...answer } = answerOf(found, besides, held);
  const printings = [...found, ...besides].filter((one) => one !== passage).sort(byLikeness);
  return {
    quote,
    ...answer,
    likeness: passage?.likeness ?? 0,
    sources: passage?.sources ?? [],
    printings: printings.flatMap((one) => printingOf(one, passage)),
  };
}

/** A passage of less likeness, 0–1, is not worth showing where a quotation was not found. */
const SIMILAR = 0.4;

/** The answer, and the passage that it is about: the most similar one where the quotation was not found. */
interface Answer extends Pick<Fidelity, 'match' | 'reason' | 'differences'> {
  readonly passage?: Found;
}

function answerOf(found: readonly Found[], besides: readonly Found[], held: Held): Answer {
  const own = ownOf(found);
  const other = besides.find(({ enough, fit }) => enough && fit !== 'another') ?? besides.find(({ enough }) => enough);
  const another = [...found, ...besides].find((one) => one.fit === 'another' && one.enough && one.near);
  if (own && another && isAnothers(own, another)) return elsewhere(another, 'another-speaker');
  if (own && (own.near || !isVerbatim(other))) {
    if (held.wantsOwnWords && own.sources.every(({ standing }) => standing !== 'own'))
      return elsewhere(own, 'only-quoted');
    return { passage: own, match: own.match, differences: own.differences };
  }
  const there = found.find((one) => one.enough && isVerbatim(one));
  const foreign = [there, other, ...found].find((one) => one?.enough && one.near);
  if (foreign) return elsewhere(foreign, foreign.fit === 'another' ? 'another-speaker' : 'another-document');
  const [passage] = [...found, ...besides].filter(({ likeness }) => likeness >= SIMILAR).sort(byLikeness);
  const match: Match = held.isSourceHeld === false ? 'source-not-held' : 'not-found';
  return { ...compact({ passage }), match, differences: [] };
}

function elsewhere(passage: Found, reason: ElsewhereReason): Answer {
  return { passage, match: 'elsewhere', reason, differences: passage.differences };
}

/**
 * The best passage that may be the speaker's. What others quote gives way to the same person's own words where these are
 * near: an article that prints the same mistake proves nothing.
 */
function ownOf(found: readonly Found[]): Found | undefined {
  const fitting = found.filter(({ fit, enough }) => fit !== 'another' && enough);
  const [best] = fitting;
  const speaker = best?.sources[0]?.speaker;
  if (!best || speaker === undefined || isOwn(best)) return best;
  const isTheirs = (voice: string | undefined) => voice !== undefined && sameSpeaker(voice, speaker);
  return fitting.find((one) => one.near && isOwn(one) && isTheirs(one.sources[0]!.speaker)) ?? best;
}

function isOwn({ sources }: Found): boolean {
  return sources[0]?.standing === 'own';
}

/**
 * Whether a passage is somebody else's after all: nobody is told to say it where it was found, or only others quote the
 * speaker with it, and somebody else says it word for word.
 */
function isAnothers(own: Found, another: Found): boolean {
  if (own.fit === 'open' || another.likeness < own.likeness) return false;
  return own.fit === 'nobody' ? !isOwn(own) : !isOwn(own) && isOwn(another) && isVerbatim(another);
}

function printingOf(found: Found, passage: Found | undefined): Printing[] {
  if (!found.enough || !found.near || found.match === 'stitched') return [];
  const [printed] = found.sources;
  const isSame = passage?.sources.some((one) => one.document === printed!.document && overlap(one, printed!) > 0);
  return isSame ? [] : [{ ...printed!, match: found.match, likeness: found.likeness }];
}

function byLikeness(a: Found, b: Found): number {
  const fits = ({ enough, fit }: Found) => Number(enough && fit !== 'another');
  return (
    fits(b) - fits(a) ||
    Number(b.enough) - Number(a.enough) ||
    b.likeness - a.likeness ||
    Number(b.fit === 'theirs') - Number(a.fit === 'theirs') ||
    OWN_FIRST.indexOf(a.sources[0]!.standing) - OWN_FIRST.indexOf(b.sources[0]!.standing) ||
    b.ends - a.ends ||
    BEST_FIRST.indexOf(a.match) - BEST_FIRST.indexOf(b.match)
  );
}

const OWN_FIRST: readonly Standing[] = ['own', 'quoted', 'paraphrased', 'narration'];

/** Of passages that are equally similar, the one with the better match is the source. */
const BEST_FIRST: readonly Match[] = ['whole', 'part', 'recognised', 'clipped', 'altered', 'stitched'];
