import { compact, contains, type Range, RangeIndex, type SpeakerType } from '../../document/index.ts';
import { NO_APPOSITION } from '../../language/english/conjunctions.ts';
import { DEFINITE as DEFINITE_WORDS } from '../../language/english/determiners.ts';
import { type Gender, genderOfNoun } from '../../language/english/gender.ts';
import { ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { GOVERNED } from '../../language/english/places.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { AFTER_HEAD } from '../../language/english/prepositions.ts';
import { OFFICES, ROLE_NOUNS, SECOND, UNNAMED } from '../../language/english/roles.ts';
import { alternation } from '../../language/words.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentEntities } from '../mentions/entities.ts';
import type { EncoderStates } from '../model/encoder-states.ts';
import type { Network } from '../model/network.ts';
import type { Prepared } from '../text/prepared.ts';
import { type ReferringMention, referringMentions } from './mentions.ts';
import { AFTER, type Chances, chancesOf, type Form, sameByTurn } from './scores.ts';

/** Somebody or something that a document speaks of, with a name or without. */
interface DiscourseEntity {
  readonly entity?: NamedEntity;
  /** Where it is first mentioned. */
  readonly mention: Range & { readonly form?: Form };
  readonly type?: SpeakerType | NamedEntity['type'];
  readonly gender?: Gender;
  /** Of a description, whether its head is a plural. */
  readonly plural?: boolean;
  /** Of a description, its head. */
  readonly noun?: string;
}

/** Whom a pronoun or a description means. */
interface Referent {
  readonly entity?: NamedEntity;
  /** The first description of somebody who has no name. */
  readonly described?: Range;
  /** The first pronoun for somebody who was neither named nor described before. */
  readonly pronoun?: Range;
  /** 0–1. */
  readonly share: number;
  /** Other entities that it may mean, likeliest first. */
  readonly others: readonly { readonly entity: NamedEntity; readonly share: number }[];
  /** The first descriptions of others who have no name, likeliest first. */
  readonly unnamed: readonly { readonly described: Range; readonly share: number }[];
}

/** Finds what a mention at a place refers to; undefined where it refers to nothing mentioned before. */
export type References = (mention: Range) => Referent | undefined;

const DEFINITE = new RegExp(`^${alternation(DEFINITE_WORDS)}\\b`, 'iu');
/** The least share at which a description refers to somebody. */
const SAME = 0.5;
/** The least share where it is an office that nothing says is theirs: "the housing minister". */
const SAME_OFFICE = 0.75;

/** The weight of an entity without a name as the antecedent of "he" or "she"; a named one has 1. */
const UNNAMED_WEIGHT = 0.5;

/**
 * Whom each pronoun and each description of a document means, in the order of the text, so that a pronoun may refer to
 * what another pronoun does. The chances are the network's; nobody whom the text calls "she" is meant by "he".
 *
 * @param sources of the document's statements; those without a name are descriptions, whatever their words
 * @param descriptions of `descriptionsIn`
 */
export async function findReferences(
  network: Network,
  prepared: Prepared,
  entities: DocumentEntities,
  sources: readonly Range[],
  descriptions: readonly Range[],
  encoderStates: EncoderStates,
): Promise<References> {
  const mentions = referringMentions(prepared, entities, [...sources, ...descriptions], encoderStates);
  const chances = await chancesOf(network, mentions, mayRefer, mayTakeUp);
  return lookUp(mentions, resolveAll(prepared.document.text, mentions, chances));
}

/** Finds referents by the places of their mentions. */
function lookUp(mentions: readonly ReferringMention[], referents: ReadonlyMap<ReferringMention, Referent>): References {
  const index = new RangeIndex(
    mentions.filter((mention) => referents.has(mention)),
    (mention) => [mention],
  );
  return ({ start, end }) => {
    const here = index.near({ start, end }).filter((mention) => mention.start === start);
    // A description is known as far as its head; "his" of "his aides" is another mention than they.
    const mention = here.find((other) => other.end === end) ?? here.find(({ form }) => form === 'nominal');
    return mention && referents.get(mention);
  };
}

/** What is known of the entities of a document up to some mention. */
interface Known {
  /** The entity of a mention, by the mention's number. */
  readonly entityAt: (number: number) => DiscourseEntity;
  /** The gender that its words have, or that a pronoun for it has. */
  readonly genderOf: (entity: DiscourseEntity) => Gender | undefined;
}

/** Resolves the mentions one after the other: each may refer to what one before it refers to. */
function resolveAll(
  text: string,
  mentions: readonly ReferringMention[],
  chances: ReadonlyMap<number, Chances>,
): Map<ReferringMention, Referent> {
  const assigned = firstEntities(text, mentions);
  const genders = new Map<DiscourseEntity, Gender>();
  const known: Known = {
    entityAt: (number) => assigned[number]!,
    genderOf: (entity) => entity.gender ?? genders.get(entity),
  };
  const referents = new Map<ReferringMention, Referent>();
  mentions.forEach((mention, number) => {
    const own = chances.get(number);
    if (!own || assigned[number]!.entity) return;
    const resolution = resolve(mention, number, own, known, possessorOf(mentions, number, chances, known));
    if (!resolution) return;
    const { entity, referent } = resolution;
    assigned[number] = entity;
    const gender = mention.form === 'pronoun' && referent.share > SAME ? genderOfPronoun(mention.text) : undefined;
    if (gender && !known.genderOf(entity)) genders.set(entity, gender);
    referents.set(mention, referent);
  });
  return referents;
}

/** The entity of each mention before any is resolved: that of a name or of an apposition to one, or else one of its own. */
function firstEntities(text: string, mentions: readonly ReferringMention[]): DiscourseEntity[] {
  const byName = new Map<NamedEntity, DiscourseEntity>();
  const named = (entity: NamedEntity): DiscourseEntity => {
    const found = byName.get(entity) ?? discourseEntityOf(entity);
    byName.set(entity, found);
    return found;
  };
  return mentions.map((mention, number) => {
    const entity = mention.entity ?? (mention.form === 'nominal' ? apposedTo(text, mentions, number) : undefined);
    return entity ? named(entity) : unnamedEntityOf(mention);
  });
}

/** "Alan, a man who …"; "the mayor, Ada Quill, …"; "her neighbour, retired electrician Walt Brandt, …" */
function apposedTo(text: string, mentions: readonly ReferringMention[], number: number): NamedEntity | undefined {
  const mention = mentions[number]!;
  const before = mentions[number - 1];
  if (before?.entity?.type === 'person' && isApposed(text, before, mention)) return before.entity;
  const after = mentions.slice(number + 1, number + 4).find(({ start }) => start >= mention.end);
  return after?.entity?.type === 'person' && isApposed(text, mention, after) ? after.entity : undefined;
}

function discourseEntityOf(entity: NamedEntity): DiscourseEntity {
  const { best, type, gender } = entity;
  return { entity, mention: best, type, ...compact({ gender }) };
}

function unnamedEntityOf(mention: ReferringMention): DiscourseEntity {
  if (mention.form !== 'nominal') return { mention };
  const type = typeOfDescription(mention.text);
  const gender = genderOfNoun(mention.lastWord);
  return {
    mention,
    ...compact({ type, gender }),
    plural: isPlural(mention.lastWord),
    noun: mention.lastWord,
  };
}

/** Whom "her" of "her manager" means: never the manager. The pronoun comes after its description, but is resolved first. */
function possessorOf(
  mentions: readonly ReferringMention[],
  number: number,
  chances: ReadonlyMap<number, Chances>,
  known: Known,
): DiscourseEntity | undefined {
  const [description, pronoun] = [mentions[number]!, mentions[number + 1]];
  const own = chances.get(number + 1);
  if (description.form !== 'nominal' || pronoun?.form !== 'pronoun' || pronoun.start !== description.start || !own)
    return undefined;
  return resolve(pronoun, number + 1, own, known)?.entity;
}

/** What may stand between a comma and a name: "retired electrician", "Republican". */
export const BEFORE_NAME = new RegExp(
  `^,\\s+(?:(?!${alternation(NO_APPOSITION)}\\s)\\p{L}[\\p{L}’'-]*\\s+){0,3}$`,
  'u',
);

/** Whether one stands after the other and a comma, and is not the next of a list: "Alan, the baker and Ben". */
function isApposed(text: string, first: Range, second: Range & { form: Form }): boolean {
  const between = text.slice(first.end, second.start);
  return (
    (second.form === 'name' ? BEFORE_NAME : /^,\s+$/u).test(between) &&
    !/^(?:the|this|that|his|her|their)\b/iu.test(text.slice(second.start)) &&
    !/^\s*(?:and|or)\b/u.test(text.slice(second.end))
  );
}

/** Pronouns, and definite descriptions; not "my wife", which depends on who speaks. */
function mayRefer({ form, text }: ReferringMention): boolean {
  return form === 'pronoun' || (form === 'nominal' && DEFINITE.test(text) && !/^my\b/iu.test(text));
}

/** Earlier mentions that do not hold the mention, and names soon after it. */
function mayTakeUp(mention: ReferringMention, other: ReferringMention): boolean {
  if (other === mention || contains(other, mention) || sameByTurn(mention, other) === false) return false;
  const gap = other.state.place - mention.state.place;
  return gap < 0 || (other.form === 'name' && gap <= AFTER);
}

/** An entity with its share of the chances. */
type Ranked = readonly [entity: DiscourseEntity, share: number];

/**
 * The entity that a mention refers to; undefined where it refers to none.
 *
 * @param known the entities of the mentions before
 * @param excluded an entity that it does not mean
 */
function resolve(
  mention: ReferringMention,
  number: number,
  chances: Chances,
  known: Known,
  excluded?: DiscourseEntity,
): { readonly entity: DiscourseEntity; readonly referent: Referent } | undefined {
  const own = known.entityAt(number);
  const { ranked, none } = rankedEntities(mention, own, chances, known, excluded);
  const [best = [own, 0] as const, ...others] = ranked;
  const [entity, share] = best;
  if (share < leastShare(mention, own, entity, none)) return undefined;
  return { entity, referent: referentOf(best, others) };
}

/** The entities of the candidates, likeliest first, with their shares, and the share of none of them. */
function rankedEntities(
  mention: ReferringMention,
  own: DiscourseEntity,
  { candidates, none }: Chances,
  { entityAt, genderOf }: Known,
  excluded: DiscourseEntity | undefined,
): { readonly ranked: readonly Ranked[]; readonly none: number } {
  const word = mention.text.toLowerCase();
  const isPronoun = mention.form === 'pronoun';
  const isPerson = isPersonal(word);
  const shares = new Map<DiscourseEntity, number>();
  let sum = isPerson ? 0 : none;
  for (const [candidate, share] of candidates) {
    const entity = entityAt(candidate);
    if (entity === excluded) continue;
    const gender = genderOf(entity);
    const { type, plural } = entity;
    if (!(isPronoun ? fits({ type, gender, plural }, word) : fitsDescription(entity, gender, own))) continue;
    // Somebody is meant by "he", and the reader is told who.
    if (isPerson && entity.mention.form === 'pronoun') continue;
    const weighted = isPerson && !entity.entity ? share * UNNAMED_WEIGHT : share;
    shares.set(entity, (shares.get(entity) ?? 0) + weighted);
    sum += weighted;
  }
  const ranked = [...shares].map(([entity, share]) => [entity, share / sum] as const).sort((a, b) => b[1] - a[1]);
  return { ranked, none: none / sum };
}

/** The share that an entity must have to be meant. */
function leastShare(
  mention: ReferringMention,
  own: DiscourseEntity,
  { entity }: DiscourseEntity,
  none: number,
): number {
  if (isPersonal(mention.text.toLowerCase())) return 0;
  if (mention.form === 'pronoun') return none;
  const isTheirs = !entity || holdsOffice(entity, own.noun) !== false;
  return isTheirs ? SAME : SAME_OFFICE;
}

function isPersonal(pronoun: string): boolean {
  return /^(?:he|she|him|her|his)$/u.test(pronoun);
}

/** Others with a smaller share than this are not named. */
const LEAST_OTHER = 0.1;

function referentOf([{ entity, mention }, share]: Ranked, others: readonly Ranked[]): Referent {
  const likely = others.filter(([, share]) => share >= LEAST_OTHER);
  return {
    ...(entity ? { entity } : mention.form === 'pronoun' ? { pronoun: mention } : { described: mention }),
    share,
    others: likely.flatMap(([{ entity }, share]) => (entity ? [{ entity, share }] : [])),
    unnamed: likely.flatMap(([{ entity, mention }, share]) => (entity ? [] : [{ described: mention, share }])),
  };
}

/** What must agree between a mention and its antecedent; undefined where the words do not tell. */
interface Traits {
  readonly type?: DiscourseEntity['type'] | undefined;
  readonly gender?: Gender | undefined;
  readonly plural?: boolean | undefined;
}

/** Whether somebody of a type, gender and number can be meant by a pronoun. */
export function fits({ type, gender, plural }: Traits, pronoun: string): boolean {
  const person = type === 'person' || type === 'anonymous';
  if (/^(?:he|him|his|himself)$/u.test(pronoun)) return person && gender !== 'female';
  if (/^(?:she|hers?|herself)$/u.test(pronoun)) return person && gender !== 'male';
  if (/^(?:it|its|itself)$/u.test(pronoun))
    return type !== 'person' && type !== 'anonymous' && type !== 'group' && plural !== true;
  if (/^the(?:y|m|irs?|mselves)$/u.test(pronoun) && plural === false && type !== 'organisation') return false;
  return type !== 'place';
}

/** Whether a description may be of an entity: what names neither people nor a body is of nobody with a name. */
function fitsDescription(
  { type, entity, mention, plural }: DiscourseEntity,
  gender: Gender | undefined,
  description: DiscourseEntity,
): boolean {
  if (description.type === undefined) return entity === undefined;
  // "the authors" are not "a new study".
  if (type === undefined) return mention.form === 'pronoun';
  if (description.gender && gender && description.gender !== gender) return false;
  if (description.plural !== undefined && plural !== undefined && description.plural !== plural) return false;
  if (entity && holdsAnotherOffice(entity, description.noun)) return false;
  // "the country" may be a place that was named, "the agency" may not.
  if (type === 'place' && description.noun && !GOVERNED.has(description.noun)) return false;
  return (description.type === 'organisation') === (type !== 'person' && type !== 'anonymous');
}

/** Whether an entity holds the office that a description names; undefined where it names none. */
export function holdsOffice({ roles }: Pick<NamedEntity, 'roles'>, noun: string | undefined): boolean | undefined {
  const office = OFFICES.get(noun ?? '');
  return office === undefined ? undefined : officesIn(roles).includes(office);
}

/** Whether an entity holds another office than the one a description names: "the governor" is not Sheriff Hale. */
function holdsAnotherOffice(entity: NamedEntity, noun: string | undefined): boolean {
  return holdsOffice(entity, noun) === false && entity.roles.some((role) => officesNamed(role).length > 0);
}

function officesIn(roles: readonly string[]): string[] {
  return roles.filter((role) => !SECOND.test(role)).flatMap(officesNamed);
}

export function officesNamed(role: string): string[] {
  const words = role.toLowerCase().split(/\s+/u);
  return words.flatMap((word) => OFFICES.get(word) ?? []);
}

function genderOfPronoun(pronoun: string): Gender | undefined {
  if (/^(?:he|him|his|himself)$/iu.test(pronoun)) return 'male';
  return /^(?:she|hers?|herself)$/iu.test(pronoun) ? 'female' : undefined;
}

const PHRASE_END = new RegExp(`\\s${alternation(AFTER_HEAD)}\\s|,`, 'u');

function typeOfDescription(text: string): SpeakerType | undefined {
  const phrase = text.split(PHRASE_END)[0]!;
  const noun = phrase.match(/[\p{L}’-]+/gu)?.findLast((word) => /\p{L}/u.test(word));
  if (!noun) return undefined;
  if (ORGANISATION_NOUNS.has(noun)) return 'organisation';
  if (UNNAMED.has(noun.toLowerCase()) || ROLE_NOUNS.has(noun.toLowerCase()))
    return isPlural(noun) ? 'group' : 'anonymous';
  return undefined;
}
