import { contains, type Document, type Range, type RangeIndex, type Speaker } from '../../document/index.ts';
import { genderOfNoun } from '../../language/english/gender.ts';
import { INSTITUTIONS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { isEpithet, ROLE_NOUNS, SECOND } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import { BEFORE_NAME, type References } from '../coreference/resolve.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentEntities } from '../mentions/entities.ts';
import type { Mention } from '../mentions/mentions.ts';
import { isComma, isNounish, isPreposition, isRelative } from '../text/item-kinds.ts';
import { type Item, isWord, lowerOf } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';

/** A document, who is named in it, and whom its pronouns mean. */
export interface DocumentContext extends DocumentEntities {
  readonly document: Document;
  readonly references: References;
}

/** A context, with what has been said so far. */
export interface SpeakerContext extends DocumentContext {
  readonly places: RangeIndex<NamedEntity>;
  /** Roles that appositions give, as far as they have been asked for. */
  readonly roles: Map<NamedEntity, string | undefined>;
  /** The speaker of the last statement that stands in nobody else's, and where that ends. */
  last?: Speaker;
  lastEnd?: number;
  /** Who spoke last before that, and where that ended. */
  other?: Speaker | undefined;
  otherEnd?: number;
  /** Who asked whoever speaks next in this sentence, and where the words for that end. */
  asker?: { readonly name: string; readonly end: number } | undefined;
  /** Who says what holds the statement at hand. */
  holder?: Speaker | undefined;
  /** Whether the statement at hand begins with a quotation mark. */
  isQuoted?: boolean;
}

/** Index of the head of a noun phrase: the last word before a comma, preposition or relative clause. */
export function headOf(items: readonly Item[]): number {
  let head = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (
      i > 0 &&
      (isComma(item) ||
        isRelative(item) ||
        lowerOf(item) === '(' ||
        (isPreposition(item) && !isInstitutionOf(items, i)))
    )
      break;
    if (
      i > 0 &&
      isWord(item) &&
      item.class === 'VERB' &&
      /(?:ed|ing|wn|en)$/u.test(item.lower) &&
      isNounish(items[i - 1])
    )
      break;
    if (isNounish(item)) head = i;
  }
  return head;
}

export function isInstitutionOf(items: readonly Item[], i: number): boolean {
  const before = items[i - 1];
  const after = items[i + 1];
  return (
    isWord(before) &&
    isWord(after) &&
    /^\p{Lu}/u.test(before.text) &&
    /^\p{Lu}/u.test(after.text) &&
    /^(?:of|for)$/u.test(lowerOf(items[i])) &&
    INSTITUTIONS.has(before.lower)
  );
}

export function namedAt(context: SpeakerContext, items: readonly Item[], head: number): NamedEntity | undefined {
  const item = items[head];
  const covered = namedCovering(context, item);
  if (covered || !isWord(item) || !/^\p{Lu}/u.test(item.text)) return covered;
  // Inside quotations no mentions are looked for; a surname is known from the narration.
  return context.named.find((named) => named.type === 'person' && named.name.split(' ').at(-1) === item.text);
}

function namedCovering(context: SpeakerContext, item: Item | undefined): NamedEntity | undefined {
  return item && context.places.near(item).find((named) => named.mentions.some((mention) => contains(mention, item)));
}

/** "her personal lawyer, David E. Kendall": the name that an apposition gives. */
export function namedInApposition(
  context: SpeakerContext,
  items: readonly Item[],
  head: number,
  source: Range,
): NamedEntity | undefined {
  const comma = items.find((item, i) => i > head && isComma(item));
  if (!comma) return undefined;
  const { text } = context.document;
  // "the council's consultants, Brant & Lowe,"
  const body = context.places
    .near(source)
    .find(
      ({ type, mentions }) =>
        type === 'organisation' &&
        mentions.some(
          ({ start, end }) =>
            end <= source.end &&
            /^,\s+$/u.test(text.slice(comma.start, start)) &&
            /^,?\s*$/u.test(text.slice(end, source.end)),
        ),
    );
  if (body) return body;
  // "Several aides, Ada Quill among them"
  if (isPlural(lowerOf(items[head]))) return undefined;
  return context.places
    .near(source)
    .find(
      (named) =>
        named.type === 'person' &&
        named.mentions.some(
          (mention) => contains(source, mention) && BEFORE_NAME.test(text.slice(comma.start, mention.start)),
        ),
    );
}

/** "the paper", "its writers": the outlet named last before. */
export function outletBefore(context: SpeakerContext, items: readonly Item[], source: Range): NamedEntity | undefined {
  const opener = lowerOf(items[0]);
  if (!/^(?:the|its|his|her|their|this|that)$/u.test(opener)) return undefined;
  return lastMentioned(context, source.start, (named) => named.type === 'publication');
}

function lastMentioned(
  context: SpeakerContext,
  before: number,
  suits: (named: NamedEntity) => boolean,
): NamedEntity | undefined {
  return context.mentions.findLast(({ mention, named }) => mention.start < before && suits(named))?.named;
}

/**
 * “…,” said the midfielder: whoever spoke last in the paragraph, of a name. Only of quotations: what is reported may be
 * somebody else's, whom the sentence before names. "The actress" is no man.
 */
export function byEpithet(context: SpeakerContext, source: Range): Speaker | undefined {
  const { last, lastEnd = 0, isQuoted, document, named } = context;
  if (last?.type !== 'person' || !isQuoted) return undefined;
  const called = /^the\s+([\p{L}\d-]+)(?=$|,|\s(?:who|whose|of|from)\s)/iu.exec(
    document.text.slice(source.start, source.end),
  )?.[1];
  if (!called || !isEpithet(called.toLowerCase())) return undefined;
  const [gender, own] = [genderOfNoun(called.toLowerCase()), named.find(({ name }) => name === last.name)?.gender];
  if ((gender && own && gender !== own) || document.text.slice(lastEnd, source.start).includes('\n')) return undefined;
  return last;
}

/** Characters before a description of an organisation in which it was named. */
const LITTLE_WHILE = 3000;

/** "the Defence Secretary", "the minister", "the prime minister": whoever has been given that role. */
export function byRole(
  context: SpeakerContext,
  items: readonly Item[],
  head: number,
  source: Range,
): NamedEntity | undefined {
  const noun = lowerOf(items[head]);
  const opener = lowerOf(items[0]);
  if (!ROLE_NOUNS.has(noun) || (opener !== 'the' && !/^\p{Lu}/u.test((items[0] as Token | undefined)?.text ?? '')))
    return undefined;
  // "The justice secretary" is not the shadow justice secretary.
  const isAnother = (role: string) => SECOND.test(role) && !items.some((item) => SECOND.test(lowerOf(item)));
  const wanted = items.slice(opener === 'the' ? 1 : 0, head + 1).map(lowerOf);
  const holds = (named: NamedEntity) => {
    const roles = [...named.roles, appositionRole(context, named) ?? ''].map((role) => role.toLowerCase());
    return (
      named.type === 'person' &&
      roles.some((role) => !isAnother(role) && wanted.every((word) => role.split(/[\s-]+/u).includes(word)))
    );
  };
  return lastMentioned(context, source.start, holds) ?? context.named.find(holds);
}

/** "the agency", "the bank": the organisation that was named with that word a little while ago, "Bank of Estrey". */
export function byHeadNoun(
  context: SpeakerContext,
  items: readonly Item[],
  head: number,
  source: Range,
): NamedEntity | undefined {
  const noun = lowerOf(items[head]);
  if (head !== 1 || lowerOf(items[0]) !== 'the' || !ORGANISATION_NOUNS.has(noun) || noun === 'campaign')
    return undefined;
  const isOne = new RegExp(`(?:^| )${noun}(?:$| (?:of|for) )`, 'iu');
  return context.mentions.findLast(
    ({ mention, named }) =>
      mention.start < source.start &&
      mention.start > source.start - LITTLE_WHILE &&
      named.type === 'organisation' &&
      isOne.test(named.name) &&
      named.name.toLowerCase() !== noun,
  )?.named;
}

/** "a Ministry of Defence statement", "her account": whose a written source is, by the name or the pronoun in its phrase. */
export function makerOf(
  context: SpeakerContext,
  items: readonly Item[],
  head: number,
  source: Range,
): NamedEntity | undefined {
  if (!isWrittenSource(lowerOf(items[head]))) return undefined;
  // "her account", "his memoir"
  if (/^(?:his|her|their|its)$/u.test(lowerOf(items[0]))) return context.references(items[0]!)?.named;
  const inside = (mention: Mention) => contains(source, mention) && mention.end <= items[head]!.start;
  return context.places.near(source).find((named) => named.type !== 'place' && named.mentions.some(inside));
}

/** "Jem Sorrel, [a retired surgeon], said": the apposition after a name, without its article. */
export function appositionRole(context: SpeakerContext, named: NamedEntity): string | undefined {
  if (!context.roles.has(named)) context.roles.set(named, findAppositionRole(context, named));
  return context.roles.get(named);
}

function findAppositionRole(context: SpeakerContext, named: NamedEntity): string | undefined {
  for (const mention of named.mentions) {
    const after = context.document.text.slice(mention.end, mention.end + 120);
    const match =
      /^(?:,\s*\d{1,3})?,\s*(?:an?|the|its|his|her|their|one of the)\s+([^,.;:“”"—–]{4,80}?)(?=[,.;—–]|\s+(?:said|says|who|told)\b)/u.exec(
        after,
      );
    if (match && /\s?\p{Ll}+$/u.test(match[1]!)) return match[1]!;
    const bare = /^,\s*([\p{L}][^,.;:“”"—–()]{3,80}?)(?=[,.;—–]|\s+(?:said|says|who|told)\b)/u.exec(after)?.[1];
    const heads = bare?.toLowerCase().split(/\s+/u).slice(0, 4) ?? [];
    if (bare && heads.some((word) => ROLE_NOUNS.has(word)) && !/^(?:who|and|but|said|told)\b/u.test(bare)) return bare;
  }
  return undefined;
}
