import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision, LikelyDouble, Review, StoredStatement } from '../../src/record/index.ts';
import { type Running, serving } from './run.ts';

let server: Running;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => server.stop());

const statements = (query = '') => server.get<StoredStatement[]>(`/statements.json?${query}`);
const review = (body: object) => server.send<{ id: string }>('POST', '/reviews', body);
const undo = (id: string) => server.send('DELETE', `/reviews/${id}`);
const one = async (id: string) => (await server.get<{ statement: StoredStatement }>(`/statements/${id}`)).statement;

describe('what a person says counts, and can be taken back', () => {
  test.each([
    [
      'speaker',
      { speaker: { name: 'Nell Tove', type: 'person' } },
      { speaker: { name: 'Nell Tove', basis: 'reviewed' } },
    ],
    [
      'said',
      { said: { from: '2025-02' } },
      { said: { earliest: '2025-02-01', latest: '2025-02-28', basis: 'reviewed' } },
    ],
    ['kind', { value: 'mixed' }, { kind: 'mixed' }],
    ['right', {}, { confidence: { statement: 1 } }],
  ])('%s', async (kind, value, expected) => {
    const [before] = await statements('speaker=Vane&kind=direct');
    const { id } = await review({ kind, statement: before!.id, ...value });
    const after = await one(before!.id);
    expect(after).toMatchObject(expected);
    expect(after.reviewed?.extracted).toMatchObject({ id: before!.id, speaker: before!.speaker });
    const { author } = (await server.get<Review[]>('/reviews')).find((made) => made.id === id)!;
    expect(author).toBe('Ida Brandt');
    await undo(id);
    expect(await one(before!.id)).toEqual(before);
  });

  test('not a statement: left out of every list but for the rejected', async () => {
    const [before] = await statements('speaker=Vane');
    const { id } = await review({ kind: 'not-a-statement', statement: before!.id, author: 'Nell Tove' });
    expect((await statements('speaker=Vane')).map((left) => left.id)).not.toContain(before!.id);
    const rejected = (await statements('speaker=Vane&rejected=true')).find((left) => left.id === before!.id);
    expect(rejected?.reviewed?.rejected).toBe(true);
    await undo(id);
    expect(await one(before!.id)).toEqual(before);
  });

  test('an extent by places in the text; places that hold no words are refused', async () => {
    const [before] = await statements('speaker=Vane&kind=indirect');
    const [span] = before!.content;
    const content = [{ start: span!.start, end: span!.end - 7 }];
    const { id } = await review({ kind: 'extent', statement: before!.id, content });
    expect((await one(before!.id)).content[0]!.text).toBe(span!.text.slice(0, -7));
    await undo(id);
    const outside = { kind: 'extent', statement: before!.id, content: [{ start: 5, end: 900_000 }] };
    await expect(review(outside)).rejects.toThrow(/no run of words in this document/u);
  });

  test('a statement that was missed', async () => {
    const { text } = (await server.get<{ document: { text: string } }>('/documents/dbd1d768074f1')).document;
    const start = text.indexOf('The piles');
    const added = {
      kind: 'added',
      document: 'dbd1d768074f1',
      content: [{ start: Math.max(0, start), end: start + 30 }],
    };
    const { id } = await review({ ...added, speaker: { name: 'Ada Vane', type: 'person' }, said: { from: '2025' } });
    const found = (await statements('documents=dbd1d768074f1')).find(({ reviewed }) => reviewed);
    expect(found).toMatchObject({ speaker: { name: 'Ada Vane' }, said: { earliest: '2025-01-01' }, reviewed: {} });
    await undo(id);
    expect((await statements('documents=dbd1d768074f1')).some(({ reviewed }) => reviewed)).toBe(false);
  });

  test('in bulk by a filter, as many as were looked at and no other; undone together', async () => {
    const open = await statements('outlet=Radio+Tarn&reviewed=false');
    const body = { kind: 'right', filter: { outlet: 'Radio Tarn' } };
    await expect(server.send('POST', '/reviews/bulk', { ...body, expected: open.length + 1 })).rejects.toThrow(
      `the filter leaves ${open.length} statements, not ${open.length + 1}; look again`,
    );
    const { ids } = await server.send<{ ids: string[] }>('POST', '/reviews/bulk', { ...body, expected: open.length });
    expect(ids).toHaveLength(open.length);
    expect(await statements('outlet=Radio+Tarn&reviewed=false')).toEqual([]);
    await server.send('POST', '/reviews/undo', { ids });
    expect(await statements('outlet=Radio+Tarn&reviewed=false')).toEqual(open);
  });

  test('of a pair; and where two people differ both are shown', async () => {
    const [earlier, later] = await statements('speaker=Vane');
    const pair = { kind: 'pair', earlier: earlier!.id, later: later!.id };
    const first = await review({ ...pair, mark: 'shift' });
    const { shifts } = await server.get<{ shifts: { score: number; mark?: { author: string } }[] }>(
      '/positions?speaker=Vane&topic=closing&topic=close',
    );
    expect(shifts[0]).toMatchObject({ score: 1, mark: { author: 'Ida Brandt' } });
    const second = await review({ ...pair, mark: 'same', author: 'Nell Tove' });
    const conflicts = await server.get<{ older: Review; newer: Review }[]>('/reviews/conflicts');
    expect(conflicts.map(({ older, newer }) => [older.author, newer.author])).toEqual([['Ida Brandt', 'Nell Tove']]);
    await undo(second.id);
    await undo(first.id);
  });

  test('goes to a colleague and back', async () => {
    const [statement] = await statements('speaker=Vane');
    const { id } = await review({ kind: 'right', statement: statement!.id });
    const reviews = await server.get<Review[]>('/reviews');
    expect(await server.send('POST', '/reviews/import', { reviews })).toEqual({ added: 0, known: 1, waiting: 0 });
    const theirs = [{ ...reviews[0]!, id: 'r0123456789ab', author: 'Nell Tove', document: 'd000000000000' }];
    expect(await server.send('POST', '/reviews/import', { reviews: theirs })).toEqual({
      added: 1,
      known: 0,
      waiting: 1,
    });
    await undo(id);
  });

  test.each([
    [{ kind: 'loud', statement: 's1' }, /kind/u],
    [{ kind: 'speaker', statement: 's1', speaker: { name: '', type: 'person' } }, /speaker\.name/u],
    [{ kind: 'said', statement: 's1', said: { from: '2025-13-40x' } }, /write a date/u],
    [{ kind: 'right', statement: 's00' }, /no statement in the record/u],
  ])('%j is refused with a reason', async (body, reason) => {
    await expect(review(body)).rejects.toThrow(reason);
  });
});

describe('people', () => {
  const decide = (body: object) => server.send<{ id: string }>('POST', '/decisions', body);
  const entity = async (name: string) =>
    (await server.get<{ items: { id: string; name: string }[] }>(`/entities?name=${encodeURIComponent(name)}`))
      .items[0]!;

  test('merged, renamed, told apart, split; each taken back', async () => {
    const [vane, okoro] = [await entity('Ada Vane'), await entity('Brandt Okoro')];
    const merge = await decide({ kind: 'merge', from: okoro.id, into: vane.id });
    const merged = await server.get<{ aliases: string[]; statements: number }>(`/entities/${vane.id}`);
    expect(merged.aliases).toContain('Brandt Okoro');
    expect(await statements(`entities=${vane.id}`)).toHaveLength(merged.statements);
    const rename = await decide({ kind: 'rename', entity: vane.id, name: 'A. Vane' });
    expect(await entity('A. Vane')).toMatchObject({ id: vane.id });
    for (const { id } of [rename, merge]) await server.send('DELETE', `/decisions/${id}`);
    expect(await entity('Ada Vane')).toEqual(vane);
    const split = await decide({ kind: 'split', entity: vane.id, documents: ['dbd1d768074f1'], name: 'Another Vane' });
    expect(await entity('Another Vane')).toMatchObject({ name: 'Another Vane', documents: 1 });
    const doubles = await server.get<LikelyDouble[]>('/entities/doubles');
    expect(doubles.some(({ one: a, other: b }) => [a.id, b.id].includes(vane.id))).toBe(false);
    await server.send('DELETE', `/decisions/${split.id}`);
    const log = await server.get<Decision[]>('/decisions');
    expect(log.map(({ kind, undone }) => [kind, undone !== null])).toEqual(
      expect.arrayContaining([
        ['merge', true],
        ['rename', true],
        ['split', true],
        ['different', false],
      ]),
    );
  });

  test('with whom somebody speaks, and where they are named', async () => {
    const { companions, appearances } = await server.get<{ companions: { name: string }[]; appearances: object[] }>(
      `/entities/${(await entity('Ada Vane')).id}`,
    );
    expect(companions.map(({ name }) => name)).toContain('Jem Sorrel');
    expect(appearances).toMatchObject([{ document: 'dbd1d768074f1', basis: 'new', origin: 'program' }]);
  });

  test('one thing cannot be two, nor merged with itself', async () => {
    const { id } = await entity('Ada Vane');
    await expect(decide({ kind: 'different', one: id, other: id })).rejects.toThrow('these are one entity');
    await expect(decide({ kind: 'merge', from: id, into: id })).rejects.toThrow('these two are one entity already');
  });
});

test('a document is set, removed and restored', async () => {
  await server.send('PATCH', '/documents/dbd1d768074f1', { outlet: 'Nesse Gazette', published: '2025-03-19' });
  expect((await statements('outlet=Nesse+Gazette'))[0]).toMatchObject({ document: { published: '2025-03-19' } });
  await server.send('DELETE', '/documents/dbd1d768074f1');
  expect(await statements('speaker=Vane')).toEqual([]);
  expect(await server.get<object[]>('/documents/removed')).toHaveLength(1);
  await server.send('POST', '/documents/dbd1d768074f1/restore');
  expect(await statements('speaker=Vane')).toHaveLength(4);
  await expect(server.send('PATCH', '/documents/dbd1d768074f1', { published: '2025-02-31' })).rejects.toThrow(
    'write a date as 2024-12-19',
  );
});
