import { type Range, spanOf } from '../../document/index.ts';
import { SOURCE_PRONOUNS } from '../../language/english/pronouns.ts';
import type { Attribution } from '../attribution.ts';
import type { DocumentContext } from './context.ts';
import { afterAttribution, type Discourse, NOBODY_YET } from './discourse.ts';
import { type ResolvedSpeaker, type Situation, speakerOfEntity, speakerOfPhrase } from './speaker-of-phrase.ts';
import { speakerOfPronoun } from './speaker-of-pronoun.ts';

/**
 * The speaker of each attribution, by the fullest name in the document.
 *
 * @param attributions in the order of the text
 * @param parents the attribution in whose content another stands
 */
export function resolveSpeakers(
  context: DocumentContext,
  attributions: readonly Attribution[],
  parents: ReadonlyMap<Attribution, Attribution | undefined>,
): ResolvedSpeaker[] {
  const { text } = context.document;
  const resolved = new Map<Attribution, ResolvedSpeaker>();
  let discourse = NOBODY_YET;
  for (const attribution of attributions) {
    const parent = parents.get(attribution);
    const holder = parent && resolved.get(parent)?.speaker;
    const isQuoted = /^["“‘'«]/u.test(text.slice(attribution.content[0]!.start));
    const found = resolveSpeaker(context, { discourse, holder, isQuoted }, attribution);
    resolved.set(attribution, found);
    discourse = afterAttribution(discourse, text, attribution, found.speaker, parent !== undefined);
  }
  return [...resolved.values()];
}

function resolveSpeaker(context: DocumentContext, situation: Situation, attribution: Attribution): ResolvedSpeaker {
  const source = attribution.source[0];
  if (!source) return speakerWithoutSource(situation.discourse, attribution);
  if (attribution.by === 'label') return speakerOfLabel(context, source);
  const word = context.document.text.slice(source.start, source.end).trim().toLowerCase();
  if (SOURCE_PRONOUNS.has(word)) return speakerOfPronoun(context, situation, source, word);
  return speakerOfPhrase(context, situation, source);
}

/** Characters after which an answer is no longer taken for one. */
const DIALOGUE = 500;

/** A quotation without a source continues the last speaker's, or answers it. */
function speakerWithoutSource({ last, previous }: Discourse, { by, content }: Attribution): ResolvedSpeaker {
  if (by === 'answered' && previous && content[0]!.start - previous.end < DIALOGUE)
    return { speaker: { ...previous.speaker, basis: 'continued' }, confidence: 0.5 };
  if (by && last) return { speaker: { ...last.speaker, basis: 'continued' }, confidence: 0.75 };
  return { speaker: { name: '', type: 'unknown', basis: 'none' }, confidence: 0.9 };
}

/** "MINISTER:", "Ms HOLM:", "Q:" of a transcript. */
function speakerOfLabel(context: DocumentContext, source: Range): ResolvedSpeaker {
  const mention = spanOf(context.document.text, source.start, source.end);
  const label = mention.text;
  if (/^[QA]$/u.test(label)) {
    const name = label === 'Q' ? 'questioner' : 'interviewee';
    return { speaker: { name, type: 'anonymous', mention, basis: 'label' }, confidence: 0.6 };
  }
  const surname = surnameOf(label);
  const entity = context.entities.find(({ type, name }) => type === 'person' && surnameOf(name) === surname);
  if (entity && entity.name !== entity.name.toUpperCase())
    return { speaker: speakerOfEntity(context, entity, 'label'), confidence: 0.9 };
  const words = label.replace(/^the\s+/iu, '');
  const name = words === words.toUpperCase() ? titleCase(words) : words;
  return { speaker: { name, type: 'person', mention, basis: 'label' }, confidence: 0.75 };
}

function surnameOf(name: string): string {
  return name.split(/\s+/u).at(-1)!.toLowerCase();
}

function titleCase(words: string): string {
  return words.toLowerCase().replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => letter.toUpperCase());
}
