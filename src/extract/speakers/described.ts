import { compact, contains, type Range, type Speaker, type SpeakerType, spanOf } from '../../document/index.ts';
import { METONYMS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { MANY } from '../../language/english/pronouns.ts';
import { ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentContext } from './context.ts';
import type { Phrase } from './phrases.ts';

/** A speaker with the probability that it is the right one, 0–1. */
export interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly confidence: number;
  /** What they wrote it in, where the source is the writing: "statement" of "a Ministry of Defence statement". */
  readonly through?: Range;
}

/** "France and Germany": two who speak together. */
export function twoTogether({ document, entitiesNear }: DocumentContext, phrase: Phrase): Speaker | undefined {
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
    name: `${first.entity.name} and ${second.entity.name}`,
    type: 'group',
    mention: spanOf(text, phrase.start, phrase.end),
    basis: 'named',
  };
}

/**
 * The speaker that a phrase describes without naming anybody: "Ukrainian military source", "two engineers".
 *
 * @param holder who says the statement that holds the phrase
 */
export function descriptionSpeaker(
  { document: { text }, references }: DocumentContext,
  holder: Speaker | undefined,
  { start, end, items, noun, opener }: Phrase,
): Speaker {
  const possessor = /^(?:his|her)$/u.test(opener)
    ? references(items[0]!)?.entity
    : /^(?:my|our)$/u.test(opener) && holder?.name
      ? holder
      : undefined;
  const description = descriptionOf(text.slice(start, end));
  const name = possessor ? `${possessor.name}’s ${description.slice(opener.length + 1)}` : description;
  const type = typeOfDescription(noun, opener, name);
  return { name, type, mention: spanOf(text, start, end), basis: 'described' };
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
