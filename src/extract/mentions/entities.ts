import { compact, type NamedInDocument, overlap, type Range, RangeIndex, spanOf } from '../../document/index.ts';
import { NAME_PARTICLES } from '../../language/english/given-names.ts';
import { ORGANISATION_WORDS } from '../../language/english/organisations.ts';
import { NOBODY } from '../../language/english/pronouns.ts';
import { alternation } from '../../language/words.ts';
import type { Prepared } from '../text/prepared.ts';
import { groupMentions, type NamedEntity } from './cluster.ts';
import { ofTheirKinds } from './kinds.ts';
import { type FoundName, findMentions, type Mention, printedNames } from './mentions.ts';
import { missedNames, repeatedNames } from './missed.ts';

/** A mention with the entity that it names. */
export interface EntityMention {
  readonly mention: Mention;
  readonly entity: NamedEntity;
}

/** Who is named in a document, and where. */
export interface DocumentEntities {
  readonly entities: readonly NamedEntity[];
  /** In the order of the text. */
  readonly mentions: readonly EntityMention[];
}

/**
 * The names of a document, those of one person or organisation together.
 *
 * @param names as the network finds them
 * @param sources of its statements: a source in capitals is somebody's name even where the network saw none
 */
export function entitiesOf(
  prepared: Prepared,
  names: readonly FoundName[],
  sources: readonly Range[],
): DocumentEntities {
  const { document, sentenceIndex } = prepared;
  const first = [...names, ...missedNames(document, names)];
  const found = [...first, ...repeatedNames(document, first)];
  const printed = printedNames(document.text, [...found, ...unnamedSources(document.text, found, sources)]);
  const entities = groupMentions(
    document.text,
    ofTheirKinds(document.text, findMentions(document.text, sentenceIndex, printed)),
  );
  const mentions = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
    .sort((a, b) => a.mention.start - b.mention.start);
  return { entities, mentions };
}

const WORDS = `\\p{Lu}[\\p{L}.’'-]*(?:\\s+(?:${alternation(NAME_PARTICLES)}\\s+)*\\p{Lu}[\\p{L}.’'-]*)*`;
/** A source that is one run of capitalised words, and one that ends with a run of two or more after a word in small letters. */
const WHOLE = new RegExp(`^(?:[Tt]he\\s+)?(?<name>${WORDS})$`, 'u');
const LAST = /\s\p{Ll}[\p{L}-]+\s+(?<name>\p{Lu}[\p{L}’'-]+\s+(?:\p{Lu}\.\s+)?\p{Lu}[\p{L}’'-]+)$/u;

/** Names in sources where the network found none, or only a part: "Quill", "harbour pilot Maury Obst". */
function unnamedSources(text: string, names: readonly FoundName[], sources: readonly Range[]): FoundName[] {
  const index = new RangeIndex(names, (name) => [name]);
  return sources.flatMap(({ start, end }) => {
    const phrase = text.slice(start, end).split(/,|\s(?:who|which|that)\s/u)[0]!;
    const last = LAST.exec(phrase)?.groups?.name;
    const name = last ?? WHOLE.exec(phrase)?.groups?.name;
    if (!name || NOBODY.has(name) || /^\p{Lu}\p{Ll}+s$/u.test(name)) return [];
    const range = { start: start + phrase.length - name.length, end: start + phrase.length };
    const known = index.near(range).filter((other) => overlap(other, range) > 0);
    const partly = last !== undefined && known.every((other) => other.end === range.end && other.start > range.start);
    if (known.length > 0 && !partly) return [];
    return [{ ...range, type: isInstitution(name) ? 'organisation' : 'person' }];
  });
}

function isInstitution(name: string): boolean {
  const words = name.toLowerCase().split(/\s+/u);
  return /\s(?:of|for|and)\s|^\p{Lu}[\p{Lu}&.]+$/u.test(name) || words.some((word) => ORGANISATION_WORDS.has(word));
}

/** Whom and what a document names, each once, in the order of the text. */
export function namesOf(text: string, { entities }: DocumentEntities): NamedInDocument[] {
  return [...entities]
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start)
    .map(({ name, type, roles, mentions, best }) => {
      const printed = type === 'person' ? [] : mentions.map((mention) => mention.name);
      const aliases = [...new Set(printed)].filter((alias) => alias !== name);
      const role = best.role ?? roles[0];
      return {
        name,
        type,
        ...compact({ role }),
        ...(aliases.length > 0 ? { aliases } : {}),
        span: spanOf(text, best.start, best.end),
      };
    });
}
