import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { add } from '../../src/pipeline/add.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import {
  describeEntity,
  findStatements,
  getEntity,
  importPeople,
  likelyDoubles,
  linkAll,
  listEntities,
  mergeEntities,
  type OpenRecord,
  openRecord,
  parsePeople,
  renameEntity,
  splitEntity,
  tellApart,
  undoDecision,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;
const bytes = (text: string) => new TextEncoder().encode(text);
const addText = async (text: string, published: string) =>
  (await add(record, bytes(text), `${published}.txt`, { details: { published } })).document;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

const MAYOR =
  'Mayor Helen Marsh closed the pier. “It is not safe,” said Marsh, who had met David Reed of the harbour board.';
const MAYOR_LATER =
  'The mayor, Helen Marsh, reopened the pier on Monday. “It is safe now,” Marsh said. David Reed agreed.';
const SURGEON = 'Surgeon Helen Marsh runs the children’s ward. “We have no beds,” Marsh said on Friday.';

describe('linking', () => {
  test('one person over documents is one entity, another of the name another', async () => {
    await addText(MAYOR, '2025-03-12');
    await addText(MAYOR_LATER, '2025-05-12');
    await addText(SURGEON, '2025-06-12');
    const people = (await listEntities(record, { type: 'person' })).filter(({ name }) => name === 'Helen Marsh');
    expect(people.map(({ documents }) => documents)).toEqual([2, 1]);
    expect(await likelyDoubles(record)).toMatchObject([
      { one: { name: 'Helen Marsh' }, other: { name: 'Helen Marsh' } },
    ]);
  });

  test('what is linked alone and what is linked all together is the same', async () => {
    for (const [i, text] of [MAYOR, MAYOR_LATER, SURGEON].entries()) await addText(text, `2025-0${i + 3}-12`);
    const before = await listEntities(record);
    await record.transaction((tx) => linkAll(tx));
    expect(await listEntities(record)).toEqual(before);
  });

  test('a company that a document calls by a name that the record knows is that company where it keeps its company', async () => {
    await addText('The company Northmere said it was sorry. Judge Helen Marsh fined Northmere in May.', '2025-03-12');
    await addText(
      'Northmere Motors was fined again by Judge Helen Marsh. Northmere said it would appeal.',
      '2025-05-12',
    );
    await addText('Pell Motors has a new owner, Rosa Thorn said. Pell said it was sound.', '2025-06-12');
    const bodies = await listEntities(record, { type: 'organisation' });
    expect(bodies.map(({ name, documents }) => [name, documents])).toEqual(
      expect.arrayContaining([
        ['Northmere Motors', 2],
        ['Pell Motors', 1],
      ]),
    );
    await record.transaction((tx) => linkAll(tx));
    expect(await listEntities(record, { type: 'organisation' })).toEqual(bodies);
  });

  test('father and son are two, over documents and in one', async () => {
    await addText('Leroy Maddox Sr. founded the chapel. “I laid every brick,” Maddox said.', '2025-03-12');
    await addText('Leroy Maddox Jr. preaches in the chapel. “My father laid it,” Maddox said.', '2025-05-12');
    await addText('“We agree,” said Leroy Maddox Jr. Leroy Maddox Sr. said that they did not.', '2025-06-12');
    await addText('Donald Peake spoke. “He was fine,” Peake said. Donald Peake Jr. said it was rigged.', '2025-07-12');
    await addText('Donald Peake spoke again. “He was fine,” said Peake.', '2025-08-12');
    const people = await listEntities(record, { type: 'person' });
    expect(Object.fromEntries(people.map(({ name, documents }) => [name, documents]))).toEqual({
      'Leroy Maddox Sr.': 2,
      'Leroy Maddox Jr.': 2,
      'Donald Peake': 2,
      'Donald Peake Jr.': 1,
    });
  });

  test('another form of a name is somebody’s who keeps the same company', async () => {
    await addText('Rafael Nodal Perez met David Reed in Nesse. “The quota stays,” Nodal said.', '2025-03-12');
    await addText('Rafael Nodal met David Reed in Nesse again. “It is over,” said Nodal.', '2025-05-12');
    await addText('Rafael Nodal Perez and Walter de Mesnel spoke in Nesse.', '2025-06-12');
    await addText('The search goes on, de Mesnel said in Nesse. Rafael Nodal Perez agreed.', '2025-07-12');
    const people = await listEntities(record, { type: 'person' });
    expect(Object.fromEntries(people.map(({ name, documents }) => [name, documents]))).toEqual({
      'David Reed': 2,
      'Rafael Nodal Perez': 4,
      'Walter de Mesnel': 2,
    });
  });

  test('a record that was made without other forms of names has them once it is linked anew', async () => {
    await addText('Gordon “Biff” Talbot met David Reed in Nesse. “I won,” Talbot said.', '2025-03-12');
    await record.db.deleteFrom('alias').where('key', '=', 'person:biff talbot').execute();
    await record.transaction((tx) => linkAll(tx));
    await addText('Biff Talbot met David Reed in Nesse again. “I lost,” Biff Talbot said.', '2025-05-12');
    expect(await getEntity(record, 'Talbot')).toMatchObject({ name: 'Gordon “Biff” Talbot', documents: 2 });
  });

  test('a statement tells whom it is by in the record', async () => {
    await addText(MAYOR, '2025-03-12');
    const [statement] = await findStatements(record, { speaker: 'Marsh' });
    expect(statement!.entity).toMatchObject({ name: 'Helen Marsh' });
  });
});

describe('what a person decides', () => {
  test('merging counts at once, and is undone at once', async () => {
    await addText(MAYOR, '2025-03-12');
    await addText(SURGEON, '2025-06-12');
    const [one, other] = (await listEntities(record, { type: 'person' })).filter(({ name }) => name === 'Helen Marsh');
    const decision = await mergeEntities(record, one!.id, other!.id, 'Ines');
    expect((await getEntity(record, 'Helen Marsh')).statements).toBe(2);
    expect(await findStatements(record, { entities: [other!.id] })).toHaveLength(2);
    await undoDecision(record, decision);
    await expect(getEntity(record, 'Helen Marsh')).rejects.toThrow('may be 2 entities');
  });

  test('splitting, renaming and telling apart are kept through a new reading', async () => {
    const first = await addText(MAYOR, '2025-03-12');
    await addText(MAYOR_LATER, '2025-05-12');
    const marsh = await getEntity(record, 'Helen Marsh');
    const { entity } = await splitEntity(record, marsh.id, [first], 'Ines');
    await renameEntity(record, entity, 'Helen Marsh the elder', 'Ines');
    await reextract(record);
    await record.transaction((tx) => linkAll(tx));
    expect(await describeEntity(record, entity)).toMatchObject({
      name: 'Helen Marsh the elder',
      documents: 1,
      statements: 1,
    });
    expect(await describeEntity(record, marsh.id)).toMatchObject({ documents: 1 });
    expect(await likelyDoubles(record)).toEqual([]);
  });

  test('a split that is undone puts the names back', async () => {
    const first = await addText(MAYOR, '2025-03-12');
    const marsh = await getEntity(record, 'Helen Marsh');
    const { decision } = await splitEntity(record, marsh.id, [first], 'Ines');
    await undoDecision(record, decision);
    expect((await describeEntity(record, marsh.id)).documents).toBe(1);
  });

  test('two that are different are not asked about again', async () => {
    await addText(MAYOR, '2025-03-12');
    await addText(SURGEON, '2025-06-12');
    const [{ one, other }] = (await likelyDoubles(record)) as [Awaited<ReturnType<typeof likelyDoubles>>[0]];
    await tellApart(record, one.id, other.id, 'undecided', 'Ines');
    expect(await likelyDoubles(record)).toHaveLength(1);
    await tellApart(record, one.id, other.id, 'different', 'Ines');
    expect(await likelyDoubles(record)).toEqual([]);
  });
});

const POPOLO = {
  persons: [
    {
      id: 'p1',
      name: 'Ruth Weaver',
      other_names: [{ name: 'Ruth Ann Weaver' }],
      identifiers: [{ scheme: 'house', identifier: '7' }],
    },
    { id: 'p2', other_names: [{ note: 'Main', given_name: 'Owen', family_name: 'Price' }] },
    { id: 'p3' },
  ],
  organizations: [{ id: 'o1', name: 'Ministry of Roads' }],
  posts: [{ id: 'x', label: 'Secretary of State for Roads', organization_id: 'o1' }],
  memberships: [
    { person_id: 'p1', post_id: 'x', start_date: '2024-01-10', end_date: '2024-06-30' },
    { person_id: 'p2', post_id: 'x', start_date: '2024-07-01' },
  ],
};

describe('who is who', () => {
  test('Popolo: names, posts, identifiers, and what cannot be used', () => {
    const { entities, faults } = parsePeople(JSON.stringify(POPOLO), 'people.json');
    expect(
      entities.map(({ name, aliases, posts }) => [
        name,
        aliases,
        posts.map(({ earliest, latest }) => [earliest, latest]),
      ]),
    ).toEqual([
      ['Ruth Weaver', ['Ruth Ann Weaver'], [['2024-01-10', '2024-06-30']]],
      ['Owen Price', [], [['2024-07-01', undefined]]],
      ['Ministry of Roads', [], []],
    ]);
    expect(faults).toEqual(['the person number 3 (p3) has no name']);
  });

  test('the post’s holder of the day is who "the roads secretary" means', async () => {
    await importPeople(record, parsePeople(JSON.stringify(POPOLO), 'people.json'));
    const text = 'The roads secretary opened the bridge. “It will stand,” the roads secretary said.';
    await addText(`${text} Rain fell.`, '2024-03-05');
    await addText(`${text} Snow fell.`, '2024-11-05');
    const said = await findStatements(record);
    expect(said.map(({ entity }) => [entity?.name, entity?.post])).toEqual([
      ['Ruth Weaver', 'Secretary of State for Roads'],
      ['Owen Price', 'Secretary of State for Roads'],
    ]);
    expect(await findStatements(record, { speaker: 'Weaver' })).toHaveLength(1);
  });

  test('imported twice is imported once, and joins whom the record knows by the same name', async () => {
    await addText('Ruth Weaver left. “No more,” said Weaver.', '2024-03-05');
    const people = parsePeople(JSON.stringify(POPOLO), 'people.json');
    expect(await importPeople(record, people)).toMatchObject({ added: 2, known: 1 });
    expect(await importPeople(record, people)).toMatchObject({ added: 0, known: 3 });
    expect((await getEntity(record, 'Ruth Weaver')).posts).toHaveLength(1);
  });

  test('CSV', () => {
    const csv =
      'name,aliases,post,from,until\nRuth Weaver,R. Weaver;Ruth Ann Weaver,Mayor,2019,2021-05\nRuth Weaver,,Peer,2022,\n,,,,\n';
    const { entities, faults } = parsePeople(csv, 'people.csv');
    expect(entities).toMatchObject([
      {
        name: 'Ruth Weaver',
        aliases: ['R. Weaver', 'Ruth Ann Weaver'],
        posts: [{ earliest: '2019-01-01', latest: '2021-05-31' }, { post: 'Peer' }],
      },
    ]);
    expect(faults).toEqual(['line 4 has no name']);
    expect(parsePeople('name,type\nRuth Weaver,constructor\n', 'people.csv')).toEqual({
      entities: [],
      faults: ['line 2 has the type constructor, which is none'],
    });
  });

  test.each([
    ['{"a":1}', 'x.json', 'it has neither "persons" nor "organizations"'],
    ['nothing', 'x.json', 'it is no JSON'],
    ['who,when\na,b\n', 'x.csv', 'its first line has no heading "name"'],
  ])('%s is no file of people', (text, name, reason) => {
    expect(() => parsePeople(text, name)).toThrow(reason);
  });
});
