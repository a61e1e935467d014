import { compact, contains, type Range, type Speaker, type SpeakerType, spanOf } from '../../document/index.ts';
import { genderOfNoun } from '../../language/english/gender.ts';
import { METONYMS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { MANY } from '../../language/english/pronouns.ts';
import { ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import type { Referent } from '../coreference/resolve.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentContext } from './context.ts';
import type { Discourse } from './discourse.ts';
import { epithetOf, type Phrase, phraseAt } from './phrases.ts';
import {
  authorOf,
  entityAtHead,
  entityByRole,
  entityInApposition,
  organisationByNoun,
  outletBefore,
} from './source-entities.ts';

/** A speaker with how sure the resolution is, 0–1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** What they wrote it in, where the source is the writing: "statement" of "a Ministry of Defence statement". */
  readonly through?: Range;
}

/** What is known of one attribution besides its source. */
export interface Situation {
  readonly discourse: Discourse;
  /** The speaker of the statement that holds this one. */
  readonly holder: Speaker | undefined;
  /** Whether its content begins with a quotation mark. */
  readonly isQuoted: boolean;
}

/** Ways to find the entity that a phrase means, in the order in which they are tried, each with its confidence. */
const WAYS: readonly {
  readonly find: (context: DocumentContext, phrase: Phrase) => NamedEntity | undefined;
  readonly basis: Speaker['basis'];
  readonly confidence: number;
}[] = [
  { find: entityAtHead, basis: 'named', confidence: 0.95 },
  { find: entityInApposition, basis: 'named', confidence: 0.85 },
  { find: outletBefore, basis: 'role', confidence: 0.8 },
  { find: organisationByNoun, basis: 'role', confidence: 0.85 },
  { find: entityByRole, basis: 'role', confidence: 0.75 },
];

/** The speaker that a phrase means: by a name, a role, or a description. */
export function speakerOfPhrase(context: DocumentContext, situation: Situation, source: Range): ResolvedSpeaker {
  const phrase = phraseAt(context.document.text, source);
  return (
    twoTogether(context, phrase) ??
    byEntity(context, phrase) ??
    byEpithet(context, situation, phrase) ??
    byDescription(context, phrase) ??
    byAuthor(context, phrase) ??
    describedSpeaker(context, situation, phrase)
  );
}

function byEntity(context: DocumentContext, phrase: Phrase): ResolvedSpeaker | undefined {
  for (const { find, basis, confidence } of WAYS) {
    const entity = find(context, phrase);
    if (entity) return { speaker: speakerOfEntity(context, entity, basis), confidence };
  }
  return undefined;
}

/** "France and Germany": two who speak together. */
function twoTogether({ document, entitiesNear }: DocumentContext, phrase: Phrase): ResolvedSpeaker | undefined {
  const { text } = document;
  const [first, second, third] = entitiesNear(phrase)
    .flatMap((entity) =>
      entity.mentions.filter((mention) => contains(phrase, mention)).map((mention) => ({ entity, mention })),
    )
    .sort((a, b) => a.mention.start - b.mention.start);
  if (!first || !second || third || first.entity === second.entity) return undefined;
  const before = text.slice(phrase.start, first.mention.start);
  const between = text.slice(first.mention.end, second.mention.start);
  const alone = /^(?:(?:the|both)\s+)?$/iu.test(before) && second.mention.end === phrase.end;
  if (!alone || !/^\s+and\s+(?:the\s+)?$/u.test(between)) return undefined;
  return {
    speaker: {
      name: `${first.entity.name} and ${second.entity.name}`,
      type: 'group',
      mention: spanOf(text, phrase.start, phrase.end),
      basis: 'named',
    },
    confidence: 0.9,
  };
}

/**
 * “…,” said the midfielder: whoever spoke last in the paragraph, of a name. Only for quotations: what is reported may be
 * by somebody else, whom the sentence before names. "The actress" is no man.
 */
function byEpithet(
  { document, entities }: DocumentContext,
  { discourse: { last }, isQuoted }: Situation,
  { start, end }: Phrase,
): ResolvedSpeaker | undefined {
  if (last?.speaker.type !== 'person' || !isQuoted) return undefined;
  const epithet = epithetOf(document.text.slice(start, end));
  if (!epithet || document.text.slice(last.end, start).includes('\n')) return undefined;
  const gender = genderOfNoun(epithet);
  const known = entities.find(({ name }) => name === last.speaker.name)?.gender;
  if (gender && known && gender !== known) return undefined;
  return { speaker: { ...last.speaker, basis: 'role' }, confidence: 0.7 };
}

/** "the minister", "the company": the named entity that the description refers to. */
function byDescription(context: DocumentContext, phrase: Phrase): ResolvedSpeaker | undefined {
  const referent = context.references(phrase);
  if (!referent?.entity) return undefined;
  const speaker = speakerOfEntity(context, referent.entity, 'role');
  return { speaker: { ...speaker, ...alternativesIn(referent) }, confidence: referent.share };
}

/** "a Ministry of Defence statement": the ministry, through the statement. */
function byAuthor(context: DocumentContext, phrase: Phrase): ResolvedSpeaker | undefined {
  const entity = authorOf(context, phrase);
  if (!entity) return undefined;
  return { speaker: speakerOfEntity(context, entity, 'named'), confidence: 0.8, through: phrase.items[phrase.head]! };
}

/** A source that the document never names: "Ukrainian military source", "two engineers". */
function describedSpeaker(
  { document: { text }, references }: DocumentContext,
  { holder }: Situation,
  { start, end, items, noun, opener }: Phrase,
): ResolvedSpeaker {
  const possessor = /^(?:his|her)$/u.test(opener)
    ? references(items[0]!)?.entity
    : /^(?:my|our)$/u.test(opener) && holder?.name
      ? holder
      : undefined;
  const description = descriptionOf(text.slice(start, end));
  const name = possessor ? `${possessor.name}’s ${description.slice(opener.length + 1)}` : description;
  const type = typeOfDescription(noun, opener, name);
  return { speaker: { name, type, mention: spanOf(text, start, end), basis: 'described' }, confidence: 0.8 };
}

/** "military source" of "a military source, who asked not to be named": without its article and what follows it. */
function descriptionOf(printed: string): string {
  const phrase = printed
    .trim()
    .replace(/^(?:the|a|an|this|that)\s+/iu, '')
    .split(/[,—–(]/u)[0]!
    .trimEnd();
  return phrase.split(/\s(?:who|which|that)\s/u)[0]!.trimEnd();
}

function typeOfDescription(noun: string, opener: string, name: string): SpeakerType {
  const plural = isPlural(noun);
  if (isWrittenSource(noun)) return 'document';
  if (UNNAMED.has(noun) || ROLE_NOUNS.has(noun))
    return plural && !/^(?:two|three|one)$/u.test(opener) && !/sources$/u.test(noun) ? 'group' : 'anonymous';
  if (plural || MANY.has(opener)) return 'group';
  if (ORGANISATION_NOUNS.has(noun) || METONYMS.has(noun)) return 'organisation';
  return /^\p{Lu}/u.test(name) ? 'organisation' : 'anonymous';
}

/** The speaker that an entity is: its fullest name, its role, and the mention that names it best. */
export function speakerOfEntity(
  { document: { text }, appositionRole }: DocumentContext,
  entity: NamedEntity,
  basis: Speaker['basis'],
): Speaker {
  const role = entity.best.role ?? entity.roles[0] ?? appositionRole(entity);
  return {
    name: entity.type === 'publication' ? withArticle(text, entity) : entity.name,
    type: entity.type === 'place' ? 'organisation' : entity.type,
    ...compact({ role }),
    mention: spanOf(text, entity.best.start, entity.best.end),
    basis,
  };
}

/** Outlets keep the article that they are printed with: "the Times", "the BBC", but "Reuters". */
function withArticle(text: string, { name, mentions }: NamedEntity): string {
  const hasArticle = mentions.some(({ start }) => /\bthe\s+[*_]?$/iu.test(text.slice(Math.max(0, start - 6), start)));
  return hasArticle ? `the ${name}` : name;
}

/** Others who may be meant, with their shares to two digits. */
export function alternativesIn({ others }: Referent): Pick<Speaker, 'alternatives'> {
  const alternatives = others.map(({ entity, share }) => ({ name: entity.name, score: Math.round(share * 100) / 100 }));
  return alternatives.length > 0 ? { alternatives } : {};
}
