import type { EntityType } from '../../language/english/name-keys.ts';
import type { Post } from './entities.ts';
import { day, type Json, type ListedEntity, list, type PeopleFile, postOf, string, traitsFrom } from './listed.ts';
import type { Trait } from './traits.ts';

/** Who Popolo JSON tells of: `persons` and `organizations`, with their `memberships` and `posts`. */
export function fromPopolo(json: Json, persons: readonly Json[], organizations: readonly Json[]): PeopleFile {
  const faults: string[] = [];
  const named = new Map(organizations.map((one) => [one.id, string(one.name)]));
  const parties = new Set(organizations.flatMap(({ id, classification }) => (isParty(classification) ? [id] : [])));
  const posts = new Map(list(json, 'posts').map((one) => [one.id, one]));
  const held = new Map<unknown, Post[]>();
  const joined = new Map<unknown, Trait[]>();
  for (const membership of list(json, 'memberships')) {
    const from = day(membership.start_date, 'start');
    const until = day(membership.end_date, 'end');
    const party = membership.on_behalf_of_id ?? membership.organization_id;
    if (parties.has(party))
      joined.set(membership.person_id, [
        ...(joined.get(membership.person_id) ?? []),
        ...traitsFrom('party', named.get(party), from, until),
      ]);
    const post = posts.get(membership.post_id);
    const label = string(membership.label) ?? string(post?.label) ?? string(post?.role) ?? string(membership.role);
    const organisation = named.get(membership.organization_id ?? post?.organization_id);
    if (!label) continue;
    held.set(membership.person_id, [
      ...(held.get(membership.person_id) ?? []),
      postOf(label, organisation, from, until),
    ]);
  }
  const entityOf =
    (type: EntityType) =>
    (one: Json, i: number): ListedEntity[] => {
      const names = namesOf(one);
      if (names.length === 0) {
        faults.push(`the ${type} number ${i + 1}${string(one.id) ? ` (${one.id})` : ''} has no name`);
        return [];
      }
      const identifiers = list(one, 'identifiers').flatMap(({ scheme, identifier }) =>
        identifier === undefined ? [] : [{ scheme: String(scheme ?? 'id'), value: String(identifier) }],
      );
      const own = string(one.id) ? [{ scheme: 'popolo', value: string(one.id)! }] : [];
      return [
        {
          type,
          name: names[0]!,
          aliases: names.slice(1),
          identifiers: [...own, ...identifiers],
          posts: held.get(one.id) ?? [],
          traits: [
            ...distinct(joined.get(one.id) ?? []),
            ...traitsFrom('sex', one.gender),
            ...traitsFrom('country', one.national_identity),
          ],
        },
      ];
    };
  return {
    entities: [...persons.flatMap(entityOf('person')), ...organizations.flatMap(entityOf('organisation'))],
    faults,
  };
}

/** The name of a person or an organisation, then its others. */
function namesOf(one: Json): string[] {
  const others = list(one, 'other_names');
  const written = others.flatMap((other) => {
    const whole = [other.honorific_prefix, other.given_name, other.lordname ?? other.family_name].map(string);
    return string(other.name) ?? (whole[1] || whole[2] ? whole.filter(Boolean).join(' ') : []);
  });
  const main = others.findIndex(({ note }) => note === 'Main');
  const family = [string(one.given_name), string(one.family_name)].filter(Boolean).join(' ');
  const first = string(one.name) ?? (family || written[Math.max(0, main)]);
  return first ? [...new Set([first, ...written])] : [];
}

function isParty(classification: unknown): boolean {
  return /^(?:political )?party$/iu.test(string(classification) ?? '');
}

function distinct(traits: readonly Trait[]): Trait[] {
  return [...new Map(traits.map((trait) => [JSON.stringify(trait), trait])).values()];
}
