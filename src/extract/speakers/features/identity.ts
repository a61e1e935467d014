import { SECOND } from '../../../language/english/roles.ts';
import { FAR, flag, NONE } from '../../model/feature-numbers.ts';
import { isInTitle } from '../beside-names.ts';
import { agreement, nameNoun, officeOf } from '../traits.ts';
import { type Considered, namePartsOf } from './considered.ts';
import type { Setting } from './setting.ts';

/** In the order of their numbers. */
const KINDS: readonly string[] = ['entity', 'own', 'described', 'author', 'nobody'];
/** Those with names, then the others. */
const TYPES: readonly string[] = [
  ...['person', 'organisation', 'publication', 'place'],
  ...['group', 'anonymous', 'document', 'unknown'],
];

/** What kind of somebody a candidate is, and how the document names them. */
export function identityFeatures({ context, layout, moment }: Setting, considered: Considered) {
  const { candidate, entity, type, name, everywhere } = considered;
  const { text } = context.document;
  return {
    kind: KINDS.indexOf(candidate.kind),
    type: TYPES.indexOf(type),
    gender: agreement(moment.source, candidate),
    mentions: Math.min(entity ? layout.countOf.get(entity)! : 0, FAR),
    rank: entity ? Math.min(layout.rankOf.get(entity)!, FAR) : NONE,
    'first mention': everywhere[0] ? everywhere[0].mention.start / Math.max(1, text.length) : NONE,
    'in title': entity ? flag(isInTitle(layout.title, entity)) : NONE,
    'name parts': entity ? entity.name.split(/\s+/u).length : NONE,
    'name noun': entity ? nameNoun(entity.name) : NONE,
    'printed small': entity ? flag(layout.isPrintedSmall(namePartsOf(name).at(-1)!)) : NONE,
  };
}

/** How a candidate's roles go with the words of the source: "the roads minister". */
export function roleFeatures({ moment, words }: Setting, { roles }: Considered) {
  const phrase = moment.source?.phrase;
  const parts = roles.map((role) => role.toLowerCase().split(/[\s-]+/u));
  const all = new Set(parts.flat());
  return {
    'role overlap': words.length > 0 ? words.filter((word) => all.has(word)).length / words.length : NONE,
    'role noun': phrase ? flag(parts.some((part) => part.at(-1) === phrase.noun)) : NONE,
    office: phrase ? officeOf(roles, phrase.noun) : NONE,
    second:
      phrase && roles.length > 0
        ? flag(roles.some((role) => SECOND.test(role)) !== words.some((word) => SECOND.test(word)))
        : NONE,
  };
}
