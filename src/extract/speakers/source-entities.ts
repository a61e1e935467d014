import { contains } from '../../document/index.ts';
import { ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { OUTLET_NOUNS } from '../../language/english/outlets.ts';
import { printedSurname } from '../../language/english/person-names.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { JOURNALISTS, ROLE_NOUNS, SECOND } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import { BEFORE_NAME } from '../coreference/resolve.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import { isComma } from '../text/item-kinds.ts';
import { isWord, lowerOf } from '../text/sentences.ts';
import type { DocumentContext } from './context.ts';
import type { Phrase } from './phrases.ts';

/** Which named entity of a document the phrase of a source means: by its head, an apposition, a role, a noun. */

/** The entity that is named at the head of the phrase. */
export function entityAtHead({ entities, entitiesNear }: DocumentContext, { items, head }: Phrase) {
  const item = items[head];
  const covering =
    item && entitiesNear(item).find(({ mentions }) => mentions.some((mention) => contains(mention, item)));
  if (covering || !isWord(item) || !/^\p{Lu}/u.test(item.text)) return covering;
  // Inside quotations no mentions are looked for; a surname is known from the narration.
  return entities.find(({ type, name }) => type === 'person' && printedSurname(name) === item.text);
}

/** "her personal lawyer, David E. Kendall": the entity that an apposition names. */
export function entityInApposition({ document, entitiesNear }: DocumentContext, phrase: Phrase) {
  const { text } = document;
  const comma = phrase.items.find((item, i) => i > phrase.head && isComma(item));
  if (!comma) return undefined;
  // "the council's consultants, Brant & Lowe,"
  const body = entitiesNear(phrase).find(
    ({ type, mentions }) =>
      type === 'organisation' &&
      mentions.some(
        ({ start, end }) =>
          end <= phrase.end &&
          /^,\s+$/u.test(text.slice(comma.start, start)) &&
          /^,?\s*$/u.test(text.slice(end, phrase.end)),
      ),
  );
  if (body) return body;
  // "Several aides, Ada Quill among them"
  if (isPlural(phrase.noun)) return undefined;
  return entitiesNear(phrase).find(
    ({ type, mentions }) =>
      type === 'person' &&
      mentions.some((mention) => contains(phrase, mention) && BEFORE_NAME.test(text.slice(comma.start, mention.start))),
  );
}

/** "the paper", "its writers": the outlet named last before. */
export function outletBefore(context: DocumentContext, { noun, opener, start }: Phrase) {
  if (!OUTLET_NOUNS.has(noun) && !JOURNALISTS.has(noun.replace(/s$/u, ''))) return undefined;
  if (!/^(?:the|its|his|her|their|this|that)$/u.test(opener)) return undefined;
  return lastMentioned(context, start, ({ type }) => type === 'publication');
}

function lastMentioned(
  { mentions }: DocumentContext,
  before: number,
  suits: (entity: NamedEntity) => boolean,
): NamedEntity | undefined {
  return mentions.findLast(({ mention, entity }) => mention.start < before && suits(entity))?.entity;
}

/** "the Defence Secretary", "the minister", "the prime minister": whoever has been given that role. */
export function entityByRole(context: DocumentContext, { items, head, noun, opener, start }: Phrase) {
  const [first] = items;
  if (!ROLE_NOUNS.has(noun) || (opener !== 'the' && !(isWord(first) && /^\p{Lu}/u.test(first.text)))) return undefined;
  // "The justice secretary" is not the shadow justice secretary.
  const isSecond = items.some((item) => SECOND.test(lowerOf(item)));
  const wanted = items.slice(opener === 'the' ? 1 : 0, head + 1).map(lowerOf);
  const isMeant = (role: string) =>
    (isSecond || !SECOND.test(role)) && wanted.every((word) => role.split(/[\s-]+/u).includes(word));
  const holds = (entity: NamedEntity) =>
    entity.type === 'person' &&
    [...entity.roles, context.appositionRole(entity) ?? ''].some((role) => isMeant(role.toLowerCase()));
  return lastMentioned(context, start, holds) ?? context.entities.find(holds);
}

/** Characters before a description of an organisation in which it was named. */
const LITTLE_WHILE = 3000;

/** "the agency", "the bank": the organisation that was named with that word a little while ago, "Bank of Estrey". */
export function organisationByNoun({ mentions }: DocumentContext, { head, noun, opener, start }: Phrase) {
  if (head !== 1 || opener !== 'the' || !ORGANISATION_NOUNS.has(noun) || noun === 'campaign') return undefined;
  const hasNoun = (name: string) => {
    const words = ` ${name.toLowerCase()}`;
    return words.endsWith(` ${noun}`) || words.includes(` ${noun} of `) || words.includes(` ${noun} for `);
  };
  return mentions.findLast(
    ({ mention, entity }) =>
      mention.start < start &&
      mention.start > start - LITTLE_WHILE &&
      entity.type === 'organisation' &&
      hasNoun(entity.name) &&
      entity.name.toLowerCase() !== noun,
  )?.entity;
}

/** "a Ministry of Defence statement", "her account": whose a written source is, by the name or the pronoun in its phrase. */
export function authorOf({ entitiesNear, references }: DocumentContext, phrase: Phrase) {
  const { items, head, noun, opener } = phrase;
  if (!isWrittenSource(noun)) return undefined;
  // "her account", "his memoir"
  if (/^(?:his|her|their|its)$/u.test(opener)) return references(items[0]!)?.entity;
  return entitiesNear(phrase).find(
    ({ type, mentions }) =>
      type !== 'place' && mentions.some((mention) => contains(phrase, mention) && mention.end <= items[head]!.start),
  );
}
