import { parse } from 'csv-parse/sync';
import { OnrecordError } from '../../document/index.ts';
import type { EntityType } from '../../language/english/name-keys.ts';
import type { Post } from './entities.ts';
import { day, type ListedEntity, type PeopleFile, postOf, traitsFrom } from './listed.ts';
import type { Trait } from './traits.ts';

/**
 * The lines of a table with a line of headings, by their headings in small letters.
 *
 * @throws OnrecordError `damaged` where it is no CSV
 */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  try {
    return parse(text, {
      bom: true,
      columns: (headings: string[]) => headings.map((heading) => heading.trim().toLowerCase()),
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    });
  } catch (cause) {
    throw new OnrecordError('damaged', `it cannot be read as CSV (${(cause as Error).message})`, { cause });
  }
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

/** Who a table tells of, a line a post; `name` is its only column that must be there. */
export function fromCsv(text: string): PeopleFile {
  const rows = readCsv(text);
  if (rows.length > 0 && rows[0]!.name === undefined)
    throw new OnrecordError('damaged', 'its first line has no heading "name"');
  const faults: string[] = [];
  const found = new Map<string, ListedEntity & { posts: Post[]; traits: Trait[] }>();
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
      traits: [],
    };
    const [from, until] = [day(row.from, 'start'), day(row.until, 'end')];
    if (row.post) entity.posts.push(postOf(row.post, row.organisation, from, until));
    // The days of a line are the post's where it has one.
    const held = row.post ? [] : ([from, until] as const);
    entity.traits.push(
      ...traitsFrom('party', row.party, ...held),
      ...traitsFrom('sex', row.sex ?? row.gender),
      ...traitsFrom('country', row.country),
    );
    found.set(key, entity);
  }
  return { entities: [...found.values()], faults };
}
