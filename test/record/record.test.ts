import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { add, set } from '../../src/pipeline/add.ts';
import {
  countRecord,
  findFigures,
  findStatements,
  getDocument,
  listDocuments,
  listSpeakers,
  type OpenRecord,
  openRecord,
  removeDocument,
  restoreDocument,
  search,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;
const bytes = (text: string) => new TextEncoder().encode(text);

const PIER =
  '# Pier closes\n\nMaren Coyle\n12 March 2025\n\nMayor Ada Vane told the Gazette on Tuesday: “We have patched it for thirty years.” The vote cost at least 60,000 people their walk.\n\n“It will not last,” Vane said on Wednesday.';
const MILL =
  '# Mill opens\n\nTilda Rook\n6 February 2025\n\n“Wheat went up,” said Hal Brannigan, the chief executive, on Monday. He was glad, the union said.';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

describe('adding', () => {
  test('twice equals once', async () => {
    const first = await add(record, bytes(PIER), 'pier.md');
    const again = await add(record, bytes(PIER), 'pier.md');
    expect([first.outcome, again.outcome]).toEqual(['added', 'known']);
    expect(again.document).toBe(first.document);
    expect(await countRecord(record.db)).toEqual({ documents: 1, statements: first.statements });
  });
  test('the same bytes under another name are the same document', async () => {
    await add(record, bytes(PIER), 'pier.md');
    expect((await add(record, bytes(PIER), 'other.txt')).outcome).toBe('known');
    expect((await listDocuments(record))[0]!.names).toEqual(['pier.md', 'other.txt']);
  });
  test('the same text from another file is a copy', async () => {
    const { document } = await add(record, bytes(PIER), 'pier.md');
    const curly = PIER.replace('“', '"').replace('”', '"').replace('# ', '');
    expect(await add(record, bytes(curly), 'pier.txt')).toMatchObject({ outcome: 'copy', document });
    expect(await listDocuments(record)).toHaveLength(1);
  });
  test('the original bytes are kept', async () => {
    await add(record, bytes(PIER), 'pier.md');
    const row = await record.db.selectFrom('original').selectAll().executeTakeFirstOrThrow();
    expect(new TextDecoder().decode(row.bytes)).toBe(PIER);
    expect(row.sha256).toMatch(/^[0-9a-f]{64}$/u);
  });
});

describe('asking', () => {
  beforeEach(async () => {
    await add(record, bytes(PIER), 'pier.md');
    await add(record, bytes(MILL), 'mill.md');
  });
  test('by speaker, oldest first', async () => {
    const said = await findStatements(record, { speaker: 'vane' });
    expect(said.map(({ said: when, content }) => [when.latest, content[0]!.text])).toEqual([
      ['2025-03-11', '“We have patched it for thirty years.”'],
      ['2025-03-12', '“It will not last,”'],
    ]);
    expect(said[0]!.document.title).toBe('Pier closes');
  });
  test('a part of a name counts only as whole words', async () => {
    expect(await findStatements(record, { speaker: 'Van' })).toEqual([]);
    expect(await findStatements(record, { speaker: '%' })).toEqual([]);
  });
  test('by dates, whole or in part', async () => {
    const count = async (filter: object) => (await findStatements(record, { speaker: 'Ada Vane', ...filter })).length;
    expect(await count({ since: '2025-03-12' })).toBe(1);
    expect(await count({ until: '2025-03-11' })).toBe(1);
    expect(await count({ since: '2025-03', until: '2025-03' })).toBe(2);
    expect(await count({ since: '2026' })).toBe(0);
    expect(await count({ until: '2024' })).toBe(0);
  });
  test('by words of the content', async () => {
    expect(await findStatements(record, { about: 'patched thirty' })).toHaveLength(1);
    expect(await findStatements(record, { about: 'patched wheat' })).toEqual([]);
  });
  test('full-text search over statements and documents', async () => {
    const { hits } = await search(record, 'wheat');
    expect(hits.map(({ type, passage }) => [type, /\[Wheat\]/u.test(passage)])).toEqual([
      ['statement', true],
      ['document', true],
    ]);
    expect((await search(record, '"went up"')).hits).toHaveLength(2);
    expect((await search(record, 'whe*')).hits).toHaveLength(2);
    expect((await search(record, '"up went"')).hits).toEqual([]);
  });
  test.each([
    'patching',
    'Patches',
    'the patch',
    'lasting',
    'vote costing people walks',
  ])('a word in another form: %s', async (words) => {
    const { hits, words: how } = await search(record, words);
    expect(hits.length).toBeGreaterThan(0);
    expect(how).toBe('all');
  });
  test('a phrase is found only as it stands', async () => {
    expect((await search(record, '"patch it"')).hits).toEqual([]);
    expect((await search(record, '"patched it"')).hits).toHaveLength(2);
  });
  test('any of the words where nothing has all, those with most first, and never for common ones alone', async () => {
    const { hits, words } = await search(record, 'the patched wheat harbour');
    expect(words).toBe('any');
    expect(hits.filter(({ type }) => type === 'statement').map(({ speaker }) => speaker)).toEqual(
      expect.arrayContaining(['Ada Vane', 'Hal Brannigan']),
    );
    expect((await search(record, 'zyx the qqq')).hits).toEqual([]);
  });
  test('whole statements of the speaker who is named come first, and all are counted', async () => {
    const article =
      '# Harbour\n\nTilda Rook\n9 April 2025\n\n“No toll,” said Jon Pell. “There will be no toll for those who walk across the new bridge to work each day,” said Ada Toll, the treasurer. “Toll,” said Rosa Quill. “We shall see to it that the toll is read out at every meeting of this council from now on,” said Rosa Quill.';
    await add(record, bytes(article), 'toll.md');
    const { hits, totals } = await search(record, 'toll', { limit: 2 });
    const statements = hits.filter(({ type }) => type === 'statement');
    expect(statements.map(({ speaker }) => speaker)).toEqual(['Ada Toll', 'Rosa Quill']);
    expect(statements[1]!.passage).toContain('read out');
    expect(totals).toEqual({ statements: 4, documents: 1 });
  });
  test.each(['"', 'AND', '(', 'a:b', '*', 'NEAR(', "'", '-x'])('search takes %s for words', async (query) => {
    await expect(search(record, query)).resolves.toHaveProperty('hits');
  });
  test('speakers', async () => {
    expect((await listSpeakers(record))[0]).toEqual({
      id: expect.stringMatching(/^e/u),
      name: 'Ada Vane',
      type: 'person',
      statements: 2,
      documents: 1,
    });
  });
  test('figures', async () => {
    const { id } = (await listDocuments(record)).find((document) => document.title === 'Pier closes')!;
    expect((await findFigures(record, id)).map(({ text, value }) => [text, value])).toContainEqual([
      'at least 60,000',
      60_000,
    ]);
  });
  test('an id may be cut short, but not to several documents', async () => {
    const { id } = (await listDocuments(record))[0]!;
    expect((await getDocument(record, id.slice(0, 8))).id).toBe(id);
    await expect(getDocument(record, 'd')).rejects.toThrow(/several/u);
    await expect(getDocument(record, 'dffffffffffff')).rejects.toThrow(/no document/u);
  });
});

test('removing, its undo, and adding again', async () => {
  const { document } = await add(record, bytes(PIER), 'pier.md');
  await removeDocument(record, document);
  expect(await findStatements(record)).toEqual([]);
  expect((await search(record, 'patched')).hits).toEqual([]);
  expect(await listDocuments(record, { removed: true })).toHaveLength(1);
  await restoreDocument(record, document);
  expect(await findStatements(record)).toHaveLength(2);
  await removeDocument(record, document);
  expect((await add(record, bytes(PIER), 'pier.md')).outcome).toBe('restored');
  expect(await findStatements(record)).toHaveLength(2);
});

test('setting the date resolves the statements anew, and ids stay', async () => {
  const text =
    'Mayor Ada Vane said on Tuesday: “We have patched it for thirty years.” Nobody at the meeting disagreed with her.';
  const { document } = await add(record, bytes(text), 'x.txt');
  const [before] = await findStatements(record);
  expect(before!.said).toMatchObject({ basis: 'relative' });
  expect(before!.said.latest).toBeUndefined();
  await set(record, document, { published: '2025-03-12', outlet: 'Nesse Gazette' });
  const [after] = await findStatements(record);
  expect(after).toMatchObject({
    id: before!.id,
    said: { earliest: '2025-03-11', latest: '2025-03-11' },
    document: { outlet: 'Nesse Gazette' },
  });
  expect(await findStatements(record, { about: 'patched' })).toHaveLength(1);
});

test('a backup of a live record is a whole record', async () => {
  await add(record, bytes(PIER), 'pier.md');
  const copy = join(folder, 'copy.sqlite');
  await record.backup(copy);
  const backup = await openRecord(copy, { mustExist: true });
  expect(await countRecord(backup.db)).toEqual(await countRecord(record.db));
  await backup.close();
  await expect(record.backup(copy)).rejects.toThrow(/already there/u);
});
