import { compact, contains, type Range, type Speaker, spanOf } from '../../document/index.ts';
import { fits, type Referent } from '../coreference/resolve.ts';
import { lowerOf } from '../text/sentences.ts';
import type { DocumentContext } from './context.ts';
import type { Discourse } from './discourse.ts';
import { antecedentBefore } from './phrases.ts';
import {
  alternativesIn,
  type ResolvedSpeaker,
  type Situation,
  speakerOfEntity,
  speakerOfPhrase,
} from './speaker-of-phrase.ts';

/** The speaker that a pronoun means: "she", "they", "who". */
export function speakerOfPronoun(
  context: DocumentContext,
  situation: Situation,
  source: Range,
  pronoun: string,
): ResolvedSpeaker {
  if (/^(?:who|which|that)$/u.test(pronoun)) return speakerOfRelative(context, situation, source);
  const mention = spanOf(context.document.text, source.start, source.end);
  if (/^(?:i|we|my|our)$/u.test(pronoun)) return byline(context, mention);
  if (pronoun === 'you') return { speaker: unknown(mention), confidence: 0.5 };
  const { discourse } = situation;
  const referent = withoutAsker(context, discourse, source, context.references(source));
  const last = lastButAsker(discourse);
  const share = referent && shareOfLast(context, discourse, source, referent);
  if (last && share) return { speaker: { ...last, basis: 'pronoun' }, confidence: share };
  if (referent && !referent.pronoun) return speakerOfReferent(context, situation, referent);
  if (last && fits({ type: last.type }, pronoun)) return { speaker: { ...last, basis: 'pronoun' }, confidence: 0.5 };
  return { speaker: unknown(mention), confidence: 0.3 };
}

function unknown(mention?: Speaker['mention']): Speaker {
  return { name: '', type: 'unknown', ...compact({ mention }), basis: 'pronoun' };
}

/** "I", "we": whoever wrote the article. */
function byline({ document: { byline } }: DocumentContext, mention: Speaker['mention'] & object): ResolvedSpeaker {
  const speaker: Speaker = byline ? { name: byline, type: 'person', mention, basis: 'pronoun' } : unknown(mention);
  return { speaker, confidence: 0.4 };
}

/** Who spoke last; not the one who has just asked, though nobody else was found, for who asked is not who answers. */
function lastButAsker({ last, previous, asker }: Discourse): Speaker | undefined {
  return (asker && asker.speaker.name === last?.speaker.name ? previous : last)?.speaker;
}

/** The referent in a sentence in which somebody has just asked: the likeliest of the others. */
function withoutAsker(
  { document }: DocumentContext,
  { asker }: Discourse,
  source: Range,
  referent: Referent | undefined,
): Referent | undefined {
  if (!asker || !referent?.entity || referent.entity.name !== asker.speaker.name) return referent;
  if (/[.!?]["”’']?\s+\p{Lu}/u.test(document.text.slice(asker.end, source.start))) return referent;
  const [first, ...others] = referent.others;
  return first && { ...first, others, unnamed: referent.unnamed };
}

/** A pronoun's likeliest referent with a smaller share than this gives way to who spoke last in the same paragraph. */
const UNSURE = 0.8;
/** If that speaker has at least this share. */
const RIVAL = 0.1;

/**
 * "…, said Elaine. ‘A train,’ she said.": of several whom a pronoun may mean, it is who spoke last in its paragraph.
 * Gives the share of that speaker; undefined where the likeliest referent stands.
 */
function shareOfLast(
  { document }: DocumentContext,
  { last }: Discourse,
  source: Range,
  referent: Referent,
): number | undefined {
  if (!last || referent.share >= UNSURE || referent.entity?.name === last.speaker.name) return undefined;
  if (last.end > source.start || document.text.slice(last.end, source.start).includes('\n')) return undefined;
  const rival =
    referent.others.find(({ entity }) => entity.name === last.speaker.name) ??
    referent.unnamed.find(({ described }) => described.start === last.speaker.mention?.start);
  return rival && rival.share >= RIVAL ? rival.share : undefined;
}

/** A named entity, or whoever is described at another place. */
function speakerOfReferent(context: DocumentContext, situation: Situation, referent: Referent): ResolvedSpeaker {
  const speaker = referent.entity
    ? speakerOfEntity(context, referent.entity, 'pronoun')
    : speakerOfPhrase(context, situation, referent.described!).speaker;
  return { speaker: { ...speaker, basis: 'pronoun', ...alternativesIn(referent) }, confidence: referent.share };
}

/** "Lammy, who declared": the phrase before the relative pronoun. */
function speakerOfRelative(context: DocumentContext, situation: Situation, source: Range): ResolvedSpeaker {
  const sentence = context.sentences.near(source).find((candidate) => contains(candidate, source));
  const items = sentence?.items ?? [];
  const at = items.findIndex((item) => item.start === source.start);
  const antecedent = antecedentBefore(items, at);
  if (!antecedent) return { speaker: unknown(), confidence: 0.3 };
  const { whole, nearest } = antecedent;
  const byNearest = speakerOfPhrase(context, situation, nearest);
  // "a head teacher in Oldmere, who asked": towns ask nothing.
  const isPlace =
    byNearest.speaker.type === 'organisation' && nearest.start > whole.start && lowerOf(items[at]) === 'who';
  const resolved = isPlace ? speakerOfPhrase(context, situation, whole) : byNearest;
  const basis = resolved.speaker.basis === 'named' ? 'pronoun' : resolved.speaker.basis;
  return { ...resolved, speaker: { ...resolved.speaker, basis }, confidence: resolved.confidence * 0.95 };
}
