import { compact } from '../../document/index.ts';
import { isObject, type Json, type ListedEntity, list, type PeopleFile, postOf, string, traitsFrom } from './listed.ts';
import type { Trait } from './traits.ts';

/**
 * Wikidata's JSON (wikidata.org/wiki/Wikidata:Database_download): entities with labels, aliases and claims, as
 * `Special:EntityData` and the dumps give them, or the results of a query, with labels as their columns.
 */

/** Properties of Wikidata that are taken. */
const INSTANCE_OF = 'P31';
const POSITION = 'P39';
const TRAITS: readonly (readonly [property: string, kind: Trait['kind']])[] = [
  ['P102', 'party'],
  ['P21', 'sex'],
  ['P27', 'country'],
];
const [START, END] = ['P580', 'P582'];
const HUMAN = 'Q5';

/** Values of "sex or gender" by their items, for an export has no labels of them; others are told by theirs. */
const SEXES: Readonly<Record<string, string>> = {
  Q6581097: 'male',
  Q6581072: 'female',
  Q1097630: 'intersex',
  Q48270: 'non-binary',
  Q1052281: 'trans woman',
  Q2449503: 'trans man',
};

/** Whether JSON has one of Wikidata's forms. */
export function isWikidata(json: unknown): boolean {
  return entitiesIn(json).length > 0 || rowsIn(json).length > 0;
}

/** Who Wikidata tells of. A value of which the export has no label is left out, and told. */
export function fromWikidata(json: unknown): PeopleFile {
  const entities = entitiesIn(json);
  return entities.length > 0 ? fromEntities(entities) : fromResults(rowsIn(json));
}

function entitiesIn(json: unknown): Json[] {
  const held = isObject(json) && isObject(json.entities) ? Object.values(json.entities) : json;
  return Array.isArray(held) ? held.filter((one) => isObject(one) && isObject(one.claims) && isObject(one.labels)) : [];
}

function fromEntities(all: readonly Json[]): PeopleFile {
  const labels = new Map(all.map((one) => [one.id, labelOf(one)]));
  const people = all.filter((one) => claims(one, INSTANCE_OF).some(({ value }) => value === HUMAN));
  const faults: string[] = [];
  const told = (id: string, of: string | undefined): string | undefined => {
    const label = SEXES[id] ?? labels.get(id);
    if (label === undefined) faults.push(`${of ?? 'somebody'} has the value ${id}, of which the file has no label`);
    return label;
  };
  const entities = people.flatMap((one): ListedEntity[] => {
    const name = labelOf(one);
    if (name === undefined) {
      faults.push(`${one.id} has no English label`);
      return [];
    }
    const posts = claims(one, POSITION).flatMap(({ value, earliest, latest }) => {
      const label = told(value, name);
      return label === undefined ? [] : [postOf(label, undefined, earliest, latest)];
    });
    const traits = TRAITS.flatMap(([property, kind]) =>
      claims(one, property).flatMap(({ value, earliest, latest }) =>
        traitsFrom(kind, told(value, name), earliest, latest),
      ),
    );
    const aliases = isObject(one.aliases) ? list(one.aliases, 'en').flatMap(({ value }) => string(value) ?? []) : [];
    return [
      { type: 'person', name, aliases, identifiers: [{ scheme: 'wikidata', value: String(one.id) }], posts, traits },
    ];
  });
  return { entities, faults };
}

function labelOf({ labels }: Json): string | undefined {
  if (!isObject(labels)) return undefined;
  const label = labels.en ?? labels['en-gb'] ?? labels.mul;
  return isObject(label) ? string(label.value) : undefined;
}

/** A statement of Wikidata's whose value is an item, with the days of its qualifiers. */
interface Claim {
  readonly value: string;
  readonly earliest?: string;
  readonly latest?: string;
}

function claims(entity: Json, property: string): Claim[] {
  return list(entity.claims, property).flatMap(({ mainsnak, rank, qualifiers }) => {
    const value = itemOf(mainsnak);
    if (value === undefined || rank === 'deprecated') return [];
    return [{ value, ...compact({ earliest: dayOf(qualifiers, START), latest: dayOf(qualifiers, END) }) }];
  });
}

function itemOf(snak: unknown): string | undefined {
  const value = isObject(snak) && isObject(snak.datavalue) ? snak.datavalue.value : undefined;
  return isObject(value) ? string(value.id) : undefined;
}

/** The day of a qualifier: "+2019-05-00T00:00:00Z" is told to the month, which its first day stands for. */
function dayOf(qualifiers: unknown, property: string): string | undefined {
  const [first] = list(qualifiers, property);
  const value = isObject(first?.datavalue) ? first.datavalue.value : undefined;
  const time = isObject(value) ? string(value.time) : undefined;
  const date = /^\+(\d{4})-(\d\d)-(\d\d)/u.exec(time ?? '');
  if (!date) return undefined;
  const [, year, month, date_] = date;
  if (month === '00') return property === END ? `${year}-12-31` : `${year}-01-01`;
  return `${year}-${month}-${date_ === '00' ? (property === END ? '31' : '01') : date_}`;
}

/** The rows of a query's results, in the form of SPARQL's JSON or of the short one that the query service gives. */
function rowsIn(json: unknown): Json[] {
  const bindings = isObject(json) && isObject(json.results) ? list(json.results, 'bindings') : [];
  const plain = bindings.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, isObject(cell) ? cell.value : cell])),
  );
  const rows = Array.isArray(json) ? json.filter(isObject) : plain;
  return rows.filter((row) => Object.values(row).some((value) => /wikidata\.org\/entity\/Q\d/u.test(String(value))));
}

function fromResults(rows: readonly Json[]): PeopleFile {
  const faults: string[] = [];
  const found = new Map<string, ListedEntity>();
  for (const [i, row] of rows.entries()) {
    const address = Object.values(row).find((value) => /wikidata\.org\/entity\/Q\d/u.test(String(value)));
    const id = String(address).slice(String(address).lastIndexOf('/') + 1);
    const name = cell(row, 'item', 'person', 'human', 'name');
    if (name === undefined || name === id) {
      faults.push(`row ${i + 1} (${id}) has no "itemLabel", "personLabel" or "name"`);
      continue;
    }
    const [from, until] = [cell(row, 'start', 'from')?.slice(0, 10), cell(row, 'end', 'until')?.slice(0, 10)];
    const post = cell(row, 'position', 'post', 'office');
    const before = found.get(id);
    const traits = [
      ...(before?.traits ?? []),
      ...traitsFrom('party', cell(row, 'party'), ...(post ? [] : [from, until])),
      ...traitsFrom('sex', cell(row, 'sex', 'gender')),
      ...traitsFrom('country', cell(row, 'country', 'citizenship')),
    ];
    found.set(id, {
      type: 'person',
      name,
      aliases: [],
      identifiers: [{ scheme: 'wikidata', value: id }],
      posts: [...(before?.posts ?? []), ...(post ? [postOf(post, undefined, from, until)] : [])],
      traits,
    });
  }
  return { entities: [...found.values()], faults };
}

/** What a row says in one of some columns, by its label where it has one. */
function cell(row: Json, ...names: readonly string[]): string | undefined {
  const said = names.map((name) => string(row[`${name}Label`]) ?? string(row[name]));
  return said.find((value) => value !== undefined && !/^https?:/u.test(value));
}
