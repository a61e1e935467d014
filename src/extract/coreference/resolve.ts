import { contains, type Document, overlap, type Range, RangeIndex, type SpeakerType } from '../../document/index.ts';
import { NO_APPOSITION } from '../../language/english/conjunctions.ts';
import { DEFINITE as DEFINITE_WORDS } from '../../language/english/determiners.ts';
import { type Gender, genderOfNoun } from '../../language/english/gender.ts';
import { ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { GOVERNED } from '../../language/english/places.ts';
import { isPlural } from '../../language/english/plurals.ts';
import { AFTER_HEAD } from '../../language/english/prepositions.ts';
import { REFERRING } from '../../language/english/pronouns.ts';
import { OFFICES, ROLE_NOUNS, SECOND, UNNAMED } from '../../language/english/roles.ts';
import { alternation } from '../../language/words.ts';
import type { NamedEntity } from '../mentions/cluster.ts';
import type { DocumentEntities } from '../mentions/entities.ts';
import type { Network } from '../model/network.ts';
import { labelledTurns } from '../rules/labels.ts';
import type { Prepared } from '../text/prepared.ts';
import type { EncoderStates } from './encoder-states.ts';
import { AFTER, type Mentioned as Asked, type Chances, chancesOf, type Form, sameByTurn, type Turn } from './scores.ts';

/** Somebody or something that a document speaks of. */
interface Entity {
  readonly named?: NamedEntity;
  /** Where it is first mentioned. */
  readonly mention: Range & { readonly form?: Form };
  /** What its descriptions and the pronouns for it have told of it so far. */
  type?: SpeakerType | NamedEntity['type'];
  gender?: Gender;
  /** Of a description, whether its head is a plural. */
  readonly plural?: boolean;
  /** Of a description, its head. */
  readonly noun?: string;
}

/** Whom a pronoun or a description means. */
export interface Referent {
  readonly named?: NamedEntity;
  /** Where somebody who has no name is described first. */
  readonly described?: Range;
  /** Where the first pronoun for somebody stands who is neither named nor described before. */
  readonly pronoun?: Range;
  /** 0–1. */
  readonly share: number;
  /** Others whom it may mean, likeliest first. */
  readonly others: readonly { readonly named: NamedEntity; readonly share: number }[];
  /** Where others are described who have no name, likeliest first. */
  readonly unnamed: readonly { readonly described: Range; readonly share: number }[];
}

/** Finds what a mention at a place refers to; undefined where it takes up nothing. */
export type References = (mention: Range) => Referent | undefined;

/** A mention on its way to an entity. */
interface Mentioned extends Asked, Range {
  readonly text: string;
  readonly named?: NamedEntity;
}

const PRONOUN = new RegExp(`(?<![\\p{L}’'])${alternation(REFERRING)}(?!\\p{L})`, 'giu');
const DEFINITE = new RegExp(`^${alternation(DEFINITE_WORDS)}\\b`, 'iu');
/** A description is taken for somebody named before where the chances for that are at least these. */
const SAME = 0.5;
/** And these where it is an office that nothing says is theirs: "the housing minister". */
const SAME_OFFICE = 0.75;

/** What a description without a name counts for as the antecedent of "he" or "she", beside a name. */
const UNNAMED_WEIGHT = 0.5;

/**
 * Whom each pronoun and each description of a document means, in the order of the text, so that a pronoun may take up
 * another: the chances are the network's; nobody whom the text calls "she" is meant by "he".
 *
 * @param sources of the document's statements; those without a name are descriptions, whatever their words
 * @param descriptions of `descriptionsIn`
 */
export async function findReferences(
  network: Network,
  { document }: Prepared,
  entities: DocumentEntities,
  sources: readonly Range[],
  descriptions: readonly Range[],
  encoderStates: EncoderStates,
): Promise<References> {
  const mentioned = mentionsIn(document, entities, [...sources, ...descriptions], encoderStates);
  const chances = await chancesOf(network, mentioned, asks, mayTakeUp);
  const referents: (Range & { form: Form; referent: Referent })[] = [];
  const byName = new Map(entities.named.map((named) => [named, entityOf(named)]));
  const entityOfMention = (mention: Mentioned, number: number): Entity => {
    const before = mentioned[number - 1];
    const after = mentioned.slice(number + 1, number + 4).find(({ start }) => start >= mention.end);
    // "Alan, a man who …"; "the mayor, Ada Quill, …"; "her neighbour, retired electrician Walt Brandt, …"
    if (mention.form === 'nominal' && before?.named?.type === 'person' && isApposed(document.text, before, mention))
      return byName.get(before.named)!;
    if (mention.form === 'nominal' && after?.named?.type === 'person' && isApposed(document.text, mention, after))
      return byName.get(after.named)!;
    const type = mention.form === 'nominal' ? typeOfDescription(mention.text) : undefined;
    const gender = mention.form === 'nominal' ? genderOfNoun(mention.lastWord) : undefined;
    return mention.named
      ? byName.get(mention.named)!
      : {
          mention,
          ...(type ? { type } : {}),
          ...(gender ? { gender } : {}),
          ...(mention.form === 'nominal' ? { plural: isPlural(mention.lastWord), noun: mention.lastWord } : {}),
        };
  };
  const held = mentioned.map(entityOfMention);
  /** Whom "her" of "her manager" means: never the manager. The pronoun stands behind its description, and is resolved first. */
  const possessorOf = (number: number): Entity | undefined => {
    const [description, pronoun] = [mentioned[number]!, mentioned[number + 1]];
    const own = chances.get(number + 1);
    if (description.form !== 'nominal' || pronoun?.form !== 'pronoun' || pronoun.start !== description.start || !own)
      return undefined;
    const before = held[number + 1]!;
    const isFound = resolve(pronoun, number + 1, held, own) !== undefined;
    const possessor = held[number + 1];
    // Its turn comes.
    held[number + 1] = before;
    return isFound ? possessor : undefined;
  };
  mentioned.forEach((mention, number) => {
    const own = chances.get(number);
    if (!own || held[number]!.named) return;
    const referent = resolve(mention, number, held, own, possessorOf(number));
    if (referent) referents.push({ start: mention.start, end: mention.end, form: mention.form, referent });
  });
  const index = new RangeIndex(referents, (one) => [one]);
  return (range) => {
    const here = index.near(range).filter(({ start }) => start === range.start);
    // A description is known as far as its head; "his" of "his aides" is another mention than they.
    return (here.find(({ end }) => end === range.end) ?? here.find(({ form }) => form === 'nominal'))?.referent;
  };
}

function entityOf(named: NamedEntity): Entity {
  return { named, mention: named.best, type: named.type, ...(named.gender ? { gender: named.gender } : {}) };
}

/** Names, descriptions and pronouns of which the network remembers the words. */
function mentionsIn(
  document: Document,
  entities: DocumentEntities,
  descriptions: readonly Range[],
  encoderStates: EncoderStates,
): Mentioned[] {
  const { text } = document;
  const turns = new RangeIndex(turnsIn(document), ({ content }) => content);
  const turnAt = (range: Range) =>
    turns.near(range).find(({ content }) => content.some((part) => contains(part, range)))?.turn;
  const found: Mentioned[] = [];
  const add = (range: Range, form: Form, named?: NamedEntity) => {
    const state = encoderStates.of(range);
    if (!state) return;
    const printed = text.slice(range.start, range.end);
    const lastWord = /[\p{L}\p{M}\p{N}]*$/u.exec(printed)![0].toLowerCase();
    const turn = turnAt(range);
    found.push({
      ...range,
      text: printed,
      lastWord,
      form,
      state,
      ...(turn ? { turn } : {}),
      ...(named ? { named } : {}),
    });
  };
  for (const { mention, named } of entities.mentions) add({ start: mention.start, end: mention.end }, 'name', named);
  const names = new RangeIndex(found, (name) => [name]);
  const free = (range: Range) =>
    !names.near(range).some((name) => overlap(name, range) > 0 || name.start === range.end + 1);
  const pronouns = [...text.matchAll(PRONOUN)].map((match) => rangeOf(match));
  for (const range of pronouns) add(range, 'pronoun');
  const isPronoun = new Set(pronouns.map(({ start, end }) => `${start}-${end}`));
  const seen = new Set<number>();
  for (const range of descriptions) {
    if (seen.has(range.start) || !free(range) || isPronoun.has(`${range.start}-${range.end}`)) continue;
    seen.add(range.start);
    add(range, 'nominal');
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The turns of a transcript, in the order of the text. */
function turnsIn(document: Document): { readonly content: readonly Range[]; readonly turn: Turn }[] {
  const labelled = labelledTurns(document);
  const speakers = labelled.map(({ source: [label] }) => (label ? document.text.slice(label.start, label.end) : ''));
  return labelled.map(({ content }, at) => {
    const speaker = speakers[at]!;
    const isOther = (other: string) => other !== speaker;
    const partners = [speakers.slice(0, at).findLast(isOther), speakers.slice(at + 1).find(isOther)];
    return { content, turn: { speaker, partners: [...new Set(partners.filter((one) => one !== undefined))] } };
  });
}

function rangeOf(match: RegExpExecArray | RegExpMatchArray): Range {
  return { start: match.index!, end: match.index! + match[0].length };
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

/** Pronouns, and descriptions that point back; whose "my wife" is, who speaks knows. */
function asks({ form, text }: Mentioned): boolean {
  return form === 'pronoun' || (form === 'nominal' && DEFINITE.test(text) && !/^my\b/iu.test(text));
}

/** Earlier mentions that do not hold the mention, and names soon after it. */
function mayTakeUp(mention: Mentioned, other: Mentioned): boolean {
  if (other === mention || contains(other, mention) || sameByTurn(mention, other) === false) return false;
  const gap = other.state.place - mention.state.place;
  return gap < 0 || (other.form === 'name' && gap <= AFTER);
}

/** The entity of a mention, given those of the mentions before, and one that it is not; `held` is told of it. */
function resolve(
  mention: Mentioned,
  number: number,
  held: Entity[],
  { candidates, none }: Chances,
  other?: Entity,
): Referent | undefined {
  const own = held[number]!;
  const word = mention.text.toLowerCase();
  const isPronoun = mention.form === 'pronoun';
  const isPerson = /^(?:he|she|him|her|his)$/u.test(word);
  const shares = new Map<Entity, number>();
  let all = isPerson ? 0 : none;
  for (const [candidate, share] of candidates) {
    const entity = held[candidate]!;
    if (entity === other) continue;
    if (!(isPronoun ? fits(entity, word) : fitsDescription(entity, own))) continue;
    // Somebody is meant by "he", and the reader is told who.
    if (isPerson && entity.mention.form === 'pronoun') continue;
    const weighed = isPerson && !entity.named ? share * UNNAMED_WEIGHT : share;
    shares.set(entity, (shares.get(entity) ?? 0) + weighed);
    all += weighed;
  }
  const ranked = [...shares].map(([entity, share]) => [entity, share / all] as const).sort((a, b) => b[1] - a[1]);
  const [best, share] = ranked[0] ?? [own, 0];
  const isTheirs = !best.named || holdsOffice(best.named, own.noun) !== false;
  if (share < (isPerson ? 0 : isPronoun ? none / all : isTheirs ? SAME : SAME_OFFICE)) return undefined;
  held[number] = best;
  if (isPronoun && share > SAME) learn(best, word);
  return {
    ...(best.named
      ? { named: best.named }
      : best.mention.form === 'pronoun'
        ? { pronoun: best.mention }
        : { described: best.mention }),
    share,
    others: ranked.slice(1).flatMap(([{ named }, share]) => (named && share >= 0.1 ? [{ named, share }] : [])),
    unnamed: ranked
      .slice(1)
      .flatMap(([{ named, mention }, share]) => (!named && share >= 0.1 ? [{ described: mention, share }] : [])),
  };
}

/** Whether one of a type and gender can be meant by a pronoun. */
export function fits({ type, gender, plural }: Pick<Entity, 'type' | 'gender' | 'plural'>, pronoun: string): boolean {
  const person = type === 'person' || type === 'anonymous';
  if (/^(?:he|him|his|himself)$/u.test(pronoun)) return person && gender !== 'female';
  if (/^(?:she|hers?|herself)$/u.test(pronoun)) return person && gender !== 'male';
  if (/^(?:it|its|itself)$/u.test(pronoun))
    return type !== 'person' && type !== 'anonymous' && type !== 'group' && plural !== true;
  if (/^the(?:y|m|irs?|mselves)$/u.test(pronoun) && plural === false && type !== 'organisation') return false;
  return type !== 'place';
}

/** Whether a description may be of somebody: what names neither people nor a body names nobody with a name. */
function fitsDescription({ type, named, gender, mention, plural }: Entity, own: Entity): boolean {
  if (own.type === undefined) return named === undefined;
  // "the authors" are not "a new study".
  if (type === undefined) return mention.form === 'pronoun';
  if (own.gender && gender && own.gender !== gender) return false;
  if (own.plural !== undefined && plural !== undefined && own.plural !== plural) return false;
  if (named && holdsAnotherOffice(named, own.noun)) return false;
  // "the country" may be a place that was named, "the agency" is none.
  if (type === 'place' && own.noun && !GOVERNED.has(own.noun)) return false;
  return (own.type === 'organisation') === (type !== 'person' && type !== 'anonymous');
}

/** Whether somebody is known by the office that a description is of; undefined where it is of none. */
function holdsOffice({ roles }: NamedEntity, noun: string | undefined): boolean | undefined {
  const office = OFFICES.get(noun ?? '');
  return office === undefined ? undefined : officesIn(roles).includes(office);
}

/** Whether somebody is known by another office than a description is of: "the governor" is not Sheriff Hale. */
function holdsAnotherOffice(named: NamedEntity, noun: string | undefined): boolean {
  return holdsOffice(named, noun) === false && named.roles.some((role) => officesNamed(role).length > 0);
}

function officesIn(roles: readonly string[]): string[] {
  return roles.filter((role) => !SECOND.test(role)).flatMap(officesNamed);
}

function officesNamed(role: string): string[] {
  const words = role.toLowerCase().split(/\s+/u);
  return words.flatMap((word) => OFFICES.get(word) ?? []);
}

function learn(entity: Entity, pronoun: string): void {
  if (/^(?:he|him|his|himself)$/u.test(pronoun)) entity.gender ??= 'male';
  if (/^(?:she|hers?|herself)$/u.test(pronoun)) entity.gender ??= 'female';
}

const PHRASE_END = new RegExp(`\\s${alternation(AFTER_HEAD)}\\s|,`, 'u');

function typeOfDescription(text: string): SpeakerType | undefined {
  const noun = /([\p{L}’-]+)\P{L}*$/u.exec(text.split(PHRASE_END)[0]!)?.[1];
  if (!noun) return undefined;
  if (ORGANISATION_NOUNS.has(noun)) return 'organisation';
  if (UNNAMED.has(noun.toLowerCase()) || ROLE_NOUNS.has(noun.toLowerCase()))
    return isPlural(noun) ? 'group' : 'anonymous';
  return undefined;
}
