import { compact, contains, type Range, type Speaker, spanOf } from '../../document/index.ts';
import { JOURNALISTS } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import type { Attribution } from '../attribution.ts';
import { scoreOf, softmax, type Trees } from '../model/trees.ts';
import type { Candidate, Source } from './candidates.ts';
import type { DocumentContext } from './context.ts';
import { type ResolvedSpeaker, speakerOfEntity, twoTogether } from './described.ts';
import { Discourse } from './discourse.ts';
import { featuresOf } from './features/features.ts';
import { speakerOfTurn } from './labels.ts';
import type { Layout } from './layout.ts';
import { outletBefore } from './source-entities.ts';

/** Others with at least this share are told as alternatives. */
const ALTERNATIVE = 0.05;

/**
 * The speaker of each attribution, by the fullest name in the document. One learnt choice for each, in the order of the
 * text: among everybody named or described in the document, its author, and nobody, by trees that are trained on labelled
 * articles. Labels of transcripts and two names joined by "and" are read as they are printed.
 *
 * @param attributions in the order of the text
 * @param parents the attribution in whose content another stands
 */
export function resolveSpeakers(
  context: DocumentContext,
  layout: Layout,
  trees: Trees,
  attributions: readonly Attribution[],
  parents: ReadonlyMap<Attribution, Attribution | undefined>,
): ResolvedSpeaker[] {
  const discourse = new Discourse(context, attributions, parents);
  return attributions.map((attribution, index) => {
    const { moment, candidates } = discourse.question(index);
    const { source } = moment;
    const printed = asPrinted(context, attribution, source) ?? answering(discourse, attribution);
    if (printed) {
      discourse.answer(index, candidateFor(context, printed.speaker), printed.speaker);
      return printed;
    }
    const shares = softmax(featuresOf(context, layout, moment, candidates).map((row) => scoreOf(trees, row)));
    const order = [...candidates.keys()].sort((a, b) => shares[b]! - shares[a]!);
    const chosen = candidates[order[0]!]!;
    const confidence = shares[order[0]!]!;
    const alternatives = order
      .slice(1)
      .filter((i) => shares[i]! >= ALTERNATIVE && candidates[i]!.kind !== 'nobody')
      .map((i) => ({ name: nameOf(candidates[i]!), score: Math.round(shares[i]! * 100) / 100 }));
    const speaker = {
      ...speakerOf(context, source, chosen),
      ...(alternatives.length > 0 ? { alternatives } : {}),
    };
    discourse.answer(index, chosen, speaker);
    return { speaker, confidence, ...compact({ through: throughOf(source, chosen) }) };
  });
}

/** What is read as it is printed: who has the turn in a transcript, "France and Germany", "its reporters" after an outlet. */
function asPrinted(
  context: DocumentContext,
  { speaker, source: [label] }: Attribution,
  source: Source | undefined,
): ResolvedSpeaker | undefined {
  if (speaker) return speakerOfTurn(context, speaker, label);
  if (!source) return undefined;
  const { phrase, pronoun } = source;
  if (!phrase || pronoun) return undefined;
  const both = twoTogether(context, phrase);
  if (both) return { speaker: both, confidence: 0.9 };
  const isStaff = phrase.opener === 'its' && JOURNALISTS.has(phrase.noun.replace(/s$/u, ''));
  const outlet = isStaff ? outletBefore(context, phrase) : undefined;
  return outlet && { speaker: speakerOfEntity(context, outlet, 'role'), confidence: 0.8 };
}

/** Characters after which an answer is no longer taken for one. */
const DIALOGUE = 500;

/** “Who paid?” Lund asked. “Nobody.” “Nobody at all?”: where turns alternate without a source, it is who spoke before. */
function answering(discourse: Discourse, { by, content, source }: Attribution): ResolvedSpeaker | undefined {
  const previous = by === 'answered' && source.length === 0 ? discourse.previous() : undefined;
  if (!previous || content[0]!.start - previous.end > DIALOGUE) return undefined;
  return { speaker: { ...previous.speaker, basis: 'continued' }, confidence: 0.5 };
}

function candidateFor({ entities }: DocumentContext, speaker: Speaker): Candidate {
  const entity = entities.find(({ name }) => name === speaker.name.replace(/^the /u, ''));
  return entity ? { kind: 'entity', entity } : { kind: 'own', speaker };
}

function nameOf(candidate: Candidate): string {
  if (candidate.kind === 'entity') return candidate.entity.name;
  return candidate.kind === 'nobody' ? '' : candidate.speaker.name;
}

/** A chosen candidate as a speaker, with how the source means it. */
function speakerOf(context: DocumentContext, source: Source | undefined, candidate: Candidate): Speaker {
  const mention = source && spanOf(context.document.text, source.range.start, source.range.end);
  if (candidate.kind === 'nobody')
    return source
      ? { name: '', type: 'unknown', ...compact({ mention }), basis: source.pronoun ? 'pronoun' : 'none' }
      : { name: '', type: 'unknown', basis: 'none' };
  const basis = basisOf(source, candidate);
  if (candidate.kind === 'entity') return speakerOfEntity(context, candidate.entity, basis);
  return { ...candidate.speaker, basis };
}

function basisOf(source: Source | undefined, candidate: Candidate): Speaker['basis'] {
  if (!source) return 'continued';
  if (source.pronoun) return 'pronoun';
  if (candidate.kind === 'own') return 'described';
  const { phrase } = source;
  const isNamed =
    candidate.kind === 'entity' && phrase && candidate.entity.mentions.some((mention) => contains(phrase, mention));
  return isNamed ? 'named' : 'role';
}

/** "[statement]" of "a Ministry of Defence statement", where the ministry is the speaker. */
function throughOf(source: Source | undefined, candidate: Candidate): Range | undefined {
  const phrase = source?.phrase;
  if (!phrase || candidate.kind !== 'entity' || !isWrittenSource(phrase.noun)) return undefined;
  const isAuthor =
    /^(?:his|her|their|its)$/u.test(phrase.opener) ||
    candidate.entity.mentions.some((mention) => contains(phrase, mention));
  if (!isAuthor) return undefined;
  return phrase.items[phrase.head];
}
