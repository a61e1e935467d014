import { compact } from '../../document/index.ts';
import { day, type ListedEntity, type PeopleFile, postOf, string, traitsFrom } from './listed.ts';
import { readCsv } from './people-csv.ts';
import type { Trait } from './traits.ts';

/**
 * The ministers of the United Kingdom, as the Institute for Government publishes them: a folder of tables that point to each
 * other by ids. A person has a line for each name, a peerage's after the one before.
 */

type Row = Readonly<Record<string, string>>;
type Tables = ReadonlyMap<string, string>;

/** Whether a folder's tables are those of the Institute for Government's database. */
export function isMinisters(tables: Tables): boolean {
  return ['person', 'appointment', 'post'].every((name) => tables.has(name));
}

/** Who such tables tell of: ministers with their names, posts, parties and sex. */
export function fromMinisters(tables: Tables): PeopleFile {
  const rows = (name: string) => readCsv(tables.get(name) ?? '');
  const posts = byId(rows('post'));
  const organisations = byId(rows('organisation'));
  const appointments = grouped(rows('appointment'), 'person_id');
  const parties = partiesOf(rows('representation'), rows('representation_characteristics'));
  const faults: string[] = [];
  const entities: ListedEntity[] = [];
  for (const [id, names] of grouped(rows('person'), 'id')) {
    const printed = [
      ...new Set(
        inTime(names)
          .map(({ name }) => name!)
          .filter((name) => name !== ''),
      ),
    ];
    if (printed.length === 0) {
      faults.push(`the person ${id} has no name`);
      continue;
    }
    const held = (appointments.get(id) ?? []).flatMap(({ post_id, start_date, end_date }) => {
      const post = posts.get(post_id!);
      if (!post?.name) return [];
      const organisation = string(organisations.get(post.organisation_id!)?.name);
      return [postOf(post.name, organisation, day(start_date, 'start'), day(end_date, 'end'))];
    });
    entities.push({
      type: 'person',
      name: printed[0]!,
      aliases: printed.slice(1),
      identifiers: [
        { scheme: 'ifg-ministers', value: id },
        ...compactIdentifier('uk-parliament', names[0]!.id_parliament),
      ],
      posts: held,
      traits: [...(parties.get(id) ?? []), ...traitsFrom('sex', names[0]!.gender)],
    });
  }
  return { entities, faults };
}

function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id!, row]));
}

function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const before = groups.get(row[column]!);
    if (before) before.push(row);
    else groups.set(row[column]!, [row]);
  }
  return groups;
}

/** The names of a person, the first that they had first. */
function inTime(names: readonly Row[]): Row[] {
  return [...names].sort((a, b) => ((a.start_date ?? '') < (b.start_date ?? '') ? -1 : 1));
}

/** "500.0" is the number 500. */
function compactIdentifier(scheme: string, value: string | undefined): { scheme: string; value: string }[] {
  const number = value?.replace(/\.0$/u, '');
  return number ? [{ scheme, value: number }] : [];
}

/** The parties for which people sat, by their ids. */
function partiesOf(seats: readonly Row[], characteristics: readonly Row[]): Map<string, Trait[]> {
  const holders = byId(seats);
  const parties = new Map<string, Map<string, Trait>>();
  for (const { representation_id, party, start_date, end_date } of characteristics) {
    const person = holders.get(representation_id!)?.person_id;
    if (!person) continue;
    const own = parties.get(person) ?? new Map<string, Trait>();
    parties.set(person, own);
    for (const trait of traitsFrom('party', party, day(start_date, 'start'), day(end_date, 'end')))
      own.set(`${trait.value} ${trait.earliest}`, { ...trait, ...compact({ earliest: trait.earliest }) });
  }
  return new Map([...parties].map(([person, own]) => [person, [...own.values()]]));
}
