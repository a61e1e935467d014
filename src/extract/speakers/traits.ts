import { QUANTIFIERS } from '../../language/english/determiners.ts';
import { genderOf, genderOfNoun } from '../../language/english/gender.ts';
import { METONYMS, ORGANISATION_NOUNS } from '../../language/english/organisations.ts';
import { OUTLET_NOUNS } from '../../language/english/outlets.ts';
import { isEpithet, JOURNALISTS, PARTISANS, ROLE_NOUNS, UNNAMED } from '../../language/english/roles.ts';
import { isWrittenSource } from '../../language/english/written-sources.ts';
import { alternation } from '../../language/words.ts';
import { holdsOffice, officesNamed } from '../coreference/resolve.ts';
import { flag, NONE } from '../model/feature-numbers.ts';
import type { Candidate, Source } from './candidates.ts';

const QUANTIFIER = new RegExp(`^${alternation(QUANTIFIERS)}$`, 'u');

/** What kind of word opens a source, as a number: 0 where it is none of the known kinds. */
export function openerOf(opener: string): number {
  const groups = [
    /^the$/u,
    /^(?:an?|one)$/u,
    /^(?:his|her|their|its)$/u,
    /^(?:this|that|these|those)$/u,
    /^(?:my|our|your)$/u,
    QUANTIFIER,
  ];
  return groups.findIndex((group) => group.test(opener)) + 1;
}

const OUTLET = 2;
const ROLE = 4;
const BODY = 6;
const METONYM = 7;
const PARTISAN = 10;

/** What kind of noun names a source, as a number: 0 where it is none of the known kinds. */
export function nounOf(noun: string): number {
  if (isWrittenSource(noun)) return 1;
  if (OUTLET_NOUNS.has(noun)) return OUTLET;
  if (JOURNALISTS.has(noun.replace(/s$/u, ''))) return 3;
  if (ROLE_NOUNS.has(noun)) return ROLE;
  if (UNNAMED.has(noun)) return 5;
  if (ORGANISATION_NOUNS.has(noun)) return BODY;
  if (METONYMS.has(noun)) return METONYM;
  return genderOfNoun(noun) ? 8 : isEpithet(noun) ? 9 : 0;
}

/** What kind of noun ends a name: "the Utah Republican" and "Vice-President" describe somebody and name nobody. */
export function nameNoun(name: string): number {
  const last = name
    .toLowerCase()
    .split(/[\s-]+/u)
    .at(-1)!;
  return PARTISANS.has(last.replace(/s$/u, '')) ? PARTISAN : nounOf(last);
}

/** 0 where the gender is not known. */
export function genderNumber(gender: 'male' | 'female' | undefined): number {
  return gender === 'male' ? 1 : gender === 'female' ? 2 : 0;
}

/** Whether a candidate can be meant by the pronoun or the noun of a source: 1 yes, 0 no, -1 not known. */
export function agreement(source: Source | undefined, candidate: Candidate): number {
  if (!source) return NONE;
  const speaker = candidate.kind === 'entity' || candidate.kind === 'nobody' ? undefined : candidate.speaker;
  const type = candidate.kind === 'entity' ? candidate.entity.type : speaker?.type;
  const own =
    candidate.kind === 'entity'
      ? candidate.entity.gender
      : speaker && (genderOfNoun(speaker.name.split(/\s/u).at(-1)!) ?? genderOf(speaker.name.split(/\s/u)[0]!));
  const { pronoun, phrase } = source;
  const wanted = pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : phrase && genderOfNoun(phrase.noun);
  if (wanted) {
    if (type && !['person', 'anonymous', 'unknown'].includes(type)) return 0;
    return own ? flag(own === wanted) : NONE;
  }
  if (pronoun === 'it') return type ? flag(type !== 'person' && type !== 'group' && type !== 'anonymous') : NONE;
  if (pronoun === 'they') return type ? flag(type !== 'person') : NONE;
  const kind = phrase && nounOf(phrase.noun);
  if (!type || !kind) return NONE;
  const isSomebody = type === 'person' || type === 'anonymous' || type === 'group';
  return kind === OUTLET || kind === BODY || kind === METONYM
    ? flag(!isSomebody)
    : kind > METONYM || kind === ROLE
      ? flag(isSomebody)
      : NONE;
}

/** Whether roles have the office of a noun: 1; another one: 0; none, or the noun is no office: -1. */
export function officeOf(roles: readonly string[], noun: string): number {
  const holds = holdsOffice({ roles }, noun);
  if (holds === undefined) return NONE;
  return holds ? 1 : roles.some((role) => officesNamed(role).length > 0) ? 0 : NONE;
}
