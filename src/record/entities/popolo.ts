import { parse } from 'csv-parse/sync';
import { compact, OnrecordError } from '../../document/index.ts';
import type { EntityType } from '../../language/english/name-keys.ts';
import type { Post } from './entities.ts';

/** Somebody that a file of people tells of. */
export interface ListedEntity {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly posts: readonly Post[];
}

/** Who a file tells of, and what of it cannot be used. */
export interface PeopleFile {
  readonly entities: readonly ListedEntity[];
  /** A sentence for each entry that is left out. */
  readonly faults: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads Popolo JSON (popoloproject.com: persons, organizations, posts, memberships), as parliamentary monitors publish
 * it, or CSV with a line of headings (`name`, and any of `type`, `aliases`, `post`, `organisation`, `from`, `until`,
 * `scheme`, `identifier`; a line a post). What cannot be used is told, and nothing else is lost for it.
 *
 * @param name the file's, by whose ending CSV is known
 * @throws OnrecordError `damaged` where it is neither
 */
export function parsePeople(text: string, name: string): PeopleFile {
  if (/\.csv$/iu.test(name)) return fromCsv(text);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new OnrecordError('damaged', `it is no JSON (${(cause as Error).message}); a CSV's name must end in .csv`, {
      cause,
    });
  }
  const persons = list(json, 'persons');
  const organizations = list(json, 'organizations');
  if (persons.length + organizations.length === 0)
    throw new OnrecordError('damaged', 'it has neither "persons" nor "organizations"; Popolo JSON has one of them');
  return fromPopolo(json as Json, persons, organizations);
}

function list(json: unknown, key: string): Json[] {
  const found = typeof json === 'object' && json !== null ? (json as Json)[key] : undefined;
  return Array.isArray(found) ? found.filter((one): one is Json => typeof one === 'object' && one !== null) : [];
}

function fromPopolo(json: Json, persons: readonly Json[], organizations: readonly Json[]): PeopleFile {
  const faults: string[] = [];
  const named = new Map(organizations.map((one) => [one.id, string(one.name)]));
  const posts = new Map(list(json, 'posts').map((one) => [one.id, one]));
  const held = new Map<unknown, Post[]>();
  for (const membership of list(json, 'memberships')) {
    const post = posts.get(membership.post_id);
    const label = string(membership.label) ?? string(post?.label) ?? string(post?.role) ?? string(membership.role);
    const organisation = named.get(membership.organization_id ?? post?.organization_id);
    if (!label) continue;
    held.set(membership.person_id, [
      ...(held.get(membership.person_id) ?? []),
      postOf(label, organisation, day(membership.start_date, 'start'), day(membership.end_date, 'end')),
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

function string(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A date as far as it is known, "2019", "2019-05", widened to a day. */
function day(value: unknown, side: 'start' | 'end'): string | undefined {
  const date = string(value);
  if (!date || !/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(date.slice(0, 10))) return undefined;
  if (date.length === 4) return side === 'start' ? `${date}-01-01` : `${date}-12-31`;
  if (date.length === 7) return side === 'start' ? `${date}-01` : `${date}-31`;
  return date.slice(0, 10);
}

function postOf(post: string, organisation?: string, earliest?: string, latest?: string): Post {
  return {
    post,
    ...compact({ organisation, earliest, latest }),
  };
}

/** What a file may call each type; nothing is a person. */
const TYPES: ReadonlyMap<string, EntityType> = new Map([
  ['', 'person'],
  ['person', 'person'],
  ['organisation', 'organisation'],
  ['organization', 'organisation'],
  ['publication', 'publication'],
  ['place', 'place'],
]);

function fromCsv(text: string): PeopleFile {
  let rows: Readonly<Record<string, string>>[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (headings: string[]) => headings.map((heading) => heading.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    });
  } catch (cause) {
    throw new OnrecordError('damaged', `it cannot be read as CSV (${(cause as Error).message})`, { cause });
  }
  if (rows.length > 0 && rows[0]!.name === undefined)
    throw new OnrecordError('damaged', 'its first line has no heading "name"');
  const faults: string[] = [];
  const found = new Map<string, ListedEntity & { posts: Post[] }>();
  for (const [i, row] of rows.entries()) {
    const type = TYPES.get((row.type ?? '').toLowerCase());
    if (!row.name || !type) {
      faults.push(`line ${i + 2} ${row.name ? `has the type ${row.type}, which is none` : 'has no name'}`);
      continue;
    }
    const key = row.identifier ? `${row.scheme ?? 'id'}:${row.identifier}` : `${type}:${row.name}`;
    const entity = found.get(key) ?? {
      type,
      name: row.name,
      aliases: (row.aliases ?? '')
        .split(';')
        .map((alias) => alias.trim())
        .filter((alias) => alias !== ''),
      identifiers: row.identifier ? [{ scheme: row.scheme || 'id', value: row.identifier }] : [],
      posts: [],
    };
    if (row.post) entity.posts.push(postOf(row.post, row.organisation, day(row.from, 'start'), day(row.until, 'end')));
    found.set(key, entity);
  }
  return { entities: [...found.values()], faults };
}
