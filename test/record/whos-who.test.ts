import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../../src/compare/index.ts';
import type { NamedInDocument, Statement } from '../../src/document/index.ts';
import { documentOf } from '../../src/pipeline/filter.ts';
import {
  addDocument,
  getEntity,
  importPeople,
  listDecisions,
  listSpeakers,
  type OpenRecord,
  openRecord,
  parsePeople,
  parsePeopleFolder,
  setTraits,
  undoDecision,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

const claim = (id: string, qualifiers?: unknown) => ({
  mainsnak: { datavalue: { value: { id } } },
  rank: 'normal',
  ...(qualifiers ? { qualifiers } : {}),
});
const time = (value: string) => [{ datavalue: { value: { time: value } } }];
const label = (value: string) => ({ en: { value } });
const WIKIDATA = {
  entities: {
    Q901: {
      id: 'Q901',
      labels: label('Rosa Weil'),
      aliases: { en: [{ value: 'Rosa M. Weil' }] },
      claims: {
        P31: [claim('Q5')],
        P21: [claim('Q6581072')],
        P102: [
          claim('Q801', { P580: time('+2015-05-00T00:00:00Z'), P582: time('+2019-00-00T00:00:00Z') }),
          claim('Q802'),
        ],
        P27: [claim('Q999')],
        P39: [claim('Q803', { P580: time('+2020-02-03T00:00:00Z') })],
      },
    },
    Q801: { id: 'Q801', labels: label('Harbour Party'), claims: {} },
    Q802: { id: 'Q802', labels: label('Tide Party'), claims: {} },
    Q803: { id: 'Q803', labels: label('Minister of Piers'), claims: {} },
  },
};

describe('files of people', () => {
  test('Wikidata’s entities: labels from the same file, days as far as they are told', () => {
    const { entities, faults } = parsePeople(JSON.stringify(WIKIDATA), 'weil.json');
    expect(entities).toEqual([
      {
        type: 'person',
        name: 'Rosa Weil',
        aliases: ['Rosa M. Weil'],
        identifiers: [{ scheme: 'wikidata', value: 'Q901' }],
        posts: [{ post: 'Minister of Piers', earliest: '2020-02-03' }],
        traits: [
          { kind: 'party', value: 'Harbour Party', earliest: '2015-05-01', latest: '2019-12-31' },
          { kind: 'party', value: 'Tide Party' },
          { kind: 'sex', value: 'female' },
        ],
      },
    ]);
    expect(faults).toEqual(['Rosa Weil has the value Q999, of which the file has no label']);
  });

  test('Wikidata’s dump, a line an entity', () => {
    const lines = Object.values(WIKIDATA.entities).map((one) => `${JSON.stringify(one)},`);
    expect(parsePeople(`[\n${lines.join('\n')}\n]`.replace(',\n]', ',\n\n]'), 'dump.json').entities).toHaveLength(1);
  });

  test('results of a query to Wikidata', () => {
    const row = { person: 'http://www.wikidata.org/entity/Q901', personLabel: 'Rosa Weil', partyLabel: 'Tide Party' };
    const results = {
      results: {
        bindings: [
          { person: { value: row.person }, personLabel: { value: 'Rosa Weil' }, genderLabel: { value: 'female' } },
        ],
      },
    };
    expect(parsePeople(JSON.stringify([row]), 'x.json').entities).toMatchObject([
      { name: 'Rosa Weil', traits: [{ kind: 'party', value: 'Tide Party' }] },
    ]);
    expect(parsePeople(JSON.stringify(results), 'x.json').entities).toMatchObject([
      { name: 'Rosa Weil', traits: [{ kind: 'sex', value: 'female' }] },
    ]);
    expect(parsePeople(JSON.stringify([{ person: row.person }]), 'x.json').faults).toEqual([
      'row 1 (Q901) has no "itemLabel", "personLabel" or "name"',
    ]);
  });

  test('Popolo: parties are organisations that people are members of', () => {
    const popolo = {
      persons: [{ id: 'p', name: 'Ned Lund', gender: 'Male' }],
      organizations: [{ id: 'o', name: 'Tide Party', classification: 'party' }],
      memberships: [
        { person_id: 'p', organization_id: 'o', start_date: '2019' },
        { person_id: 'p', organization_id: 'o', start_date: '2019' },
      ],
    };
    expect(parsePeople(JSON.stringify(popolo), 'x.json').entities[0]).toMatchObject({
      posts: [],
      traits: [
        { kind: 'party', value: 'Tide Party', earliest: '2019-01-01' },
        { kind: 'sex', value: 'male' },
      ],
    });
  });

  test('CSV: a line without a post dates its party', () => {
    const csv =
      'name,party,sex,country,post,from,until\nNed Lund,Tide Party,M,Nesse,,2019,\nNed Lund,,,,Mayor,2020,2021\n';
    expect(parsePeople(csv, 'x.csv').entities).toMatchObject([
      {
        posts: [{ post: 'Mayor', earliest: '2020-01-01', latest: '2021-12-31' }],
        traits: [
          { kind: 'party', value: 'Tide Party', earliest: '2019-01-01' },
          { kind: 'sex', value: 'male' },
          { kind: 'country', value: 'Nesse' },
        ],
      },
    ]);
  });

  test('ministers: a folder of tables; a peer keeps the name of before', () => {
    const tables = {
      person:
        'id,id_parliament,name,gender,start_date,end_date\np1,50.0,Lord Lund,M,2010-01-02,\np1,50.0,Ned Lund,M,,2010-01-02\np2,,,F,,\n',
      appointment: 'id,person_id,post_id,start_date,end_date\na,p1,x,2008-01-02,2009-01-02\n',
      post: 'id,organisation_id,name\nx,o,Minister of Piers\n',
      organisation: 'id,name\no,Ministry of Piers\n',
      representation: 'id,person_id\nr,p1\n',
      representation_characteristics: 'id,representation_id,party,start_date,end_date\nc,r,Tide,2007-01-02,\n',
    };
    expect(parsePeopleFolder(new Map(Object.entries(tables)))).toMatchObject({
      entities: [
        {
          name: 'Ned Lund',
          aliases: ['Lord Lund'],
          identifiers: [{ value: 'p1' }, { scheme: 'uk-parliament', value: '50' }],
          posts: [{ post: 'Minister of Piers', organisation: 'Ministry of Piers', latest: '2009-01-02' }],
          traits: [
            { kind: 'party', value: 'Tide', earliest: '2007-01-02' },
            { kind: 'sex', value: 'male' },
          ],
        },
      ],
      faults: ['the person p2 has no name'],
    });
    expect(() => parsePeopleFolder(new Map([['person', 'id\n']]))).toThrow('it has no person.csv with');
  });
});

describe('a record with who’s who', () => {
  let folder: string;
  let record: OpenRecord;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
    record = await openRecord(recordPlace(folder));
  });
  afterEach(async () => {
    await record.close();
    rmSync(folder, { recursive: true });
  });

  /** A document of a day in which each of some people says something. */
  async function say(published: string, ...speakers: readonly string[]): Promise<void> {
    const text = speakers.map((name) => `“It rained,” said ${name}.`).join(' ');
    const document = documentOf(`${published}\n\n${text}`, { published });
    const statements = speakers.map((name, i): Statement => {
      const start = document.text.indexOf(`“It rained,” said ${name}`);
      const content = { start, end: start + 12, text: document.text.slice(start, start + 12) };
      return {
        id: `s${published}${i}`,
        kind: 'direct',
        act: 'say',
        class: 'speech',
        content: [content],
        cue: [],
        source: [],
        speaker: { name, type: 'person' },
        said: { basis: 'unknown' },
        confidence: { statement: 1, speaker: 1, said: 1 },
      } as unknown as Statement;
    });
    const names = speakers.map((name): NamedInDocument => {
      const start = document.text.indexOf(name);
      return { name, type: 'person', span: { start, end: start + name.length, text: name } };
    });
    const bytes = new TextEncoder().encode(document.text);
    await addDocument(
      record,
      document,
      { sha256: document.id, format: 'text', bytes, name: published },
      { statements, figures: [], names },
    );
  }

  const audited = async (by: Parameters<typeof auditOf>[1]) =>
    Object.fromEntries((await auditOf(record, by)).rows.map(({ group, statements }) => [group, statements]));

  test('an audit goes by what held on the day of the article, and guesses nothing', async () => {
    await importPeople(record, parsePeople(JSON.stringify(WIKIDATA), 'weil.json'));
    await say('2018-03-02', 'Rosa Weil', 'Maria Obst');
    await say('2021-03-02', 'Rosa Weil');
    expect(await audited('party')).toEqual({ 'Harbour Party': 1, 'Tide Party': 1, '': 1 });
    expect(await audited('sex')).toEqual({ female: 2, '': 1 });
    expect(await audited('post')).toEqual({ 'Minister of Piers': 1, '': 2 });
  });

  test('what is set by hand stands before files, and is taken back', async () => {
    await importPeople(record, parsePeople('name,party,country\nNed Lund,Tide,Nesse\n', 'x.csv'));
    await say('2018-03-02', 'Ned Lund');
    const { id } = await getEntity(record, 'Ned Lund');
    const decision = await setTraits(record, id, 'party', [{ kind: 'party', value: 'Harbour' }], 'Ines');
    expect(await audited('party')).toEqual({ Harbour: 1 });
    expect(await audited('country')).toEqual({ Nesse: 1 });
    expect((await getEntity(record, 'Ned Lund')).traits).toEqual([
      { kind: 'country', value: 'Nesse', origin: 'import' },
      { kind: 'party', value: 'Harbour', origin: 'person' },
      { kind: 'party', value: 'Tide', origin: 'import' },
    ]);
    expect((await listDecisions(record))[0]).toMatchObject({ kind: 'trait', value: { trait: 'party' } });
    await undoDecision(record, decision);
    expect(await audited('party')).toEqual({ Tide: 1 });
    const wrong = [{ kind: 'party', value: 'Harbour', earliest: '2020-01-01', latest: '2019-01-01' }] as const;
    await expect(setTraits(record, id, 'party', wrong, 'Ines')).rejects.toThrow('before it begins');
  });

  test('speakers and audits count people, not names', async () => {
    await say('2018-03-02', 'Charles E. Holm', 'Rosa Weil');
    await say('2018-03-03', 'Chuck Holm', 'Rosa Weil');
    expect(await listSpeakers(record)).toMatchObject([
      { name: 'Charles E. Holm', statements: 2, documents: 2 },
      { name: 'Rosa Weil', statements: 2, documents: 2 },
    ]);
    expect(await audited('speaker')).toEqual({ 'Charles E. Holm': 2, 'Rosa Weil': 2 });
  });
});
