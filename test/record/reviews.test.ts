import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { selectorOf } from '../../src/document/index.ts';
import { add } from '../../src/pipeline/add.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import {
  addStatement,
  findStatements,
  getDocument,
  importReviews,
  listReviews,
  type OpenRecord,
  openRecord,
  removeDocument,
  replaceStatements,
  reviewConflicts,
  reviewStatement,
  search,
  undoReview,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

let folder: string;
let record: OpenRecord;
let document: string;
const bytes = (text: string) => new TextEncoder().encode(text);
const TEXT = 'Mayor Helen Marsh closed the pier on Monday. “It is not safe,” said Marsh. The board is glad of it.\n';
const said = async () => (await findStatements(record)).find(({ content }) => content[0]!.text.includes('not safe'));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
  ({ document } = await add(record, bytes(TEXT), 'pier.txt', { details: { published: '2025-03-12' } }));
});
afterEach(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});

describe('a review', () => {
  test('of a speaker counts over what was extracted, and is undone', async () => {
    const before = (await said())!;
    const id = await reviewStatement(
      record,
      before.id,
      'speaker',
      { speaker: { name: 'Owen Price', type: 'person' } },
      'Ines',
    );
    const after = (await said())!;
    expect(after.speaker).toEqual({ name: 'Owen Price', type: 'person', basis: 'reviewed' });
    expect(after.entity).toMatchObject({ name: 'Owen Price' });
    expect(after.reviewed!.extracted!.speaker).toEqual(before.speaker);
    expect(await findStatements(record, { speaker: 'Price' })).toHaveLength(1);
    await undoReview(record, id);
    expect(await said()).toEqual(before);
  });

  test('of a date, a kind and an extent', async () => {
    const { id } = (await said())!;
    await reviewStatement(record, id, 'said', { said: { earliest: '2025-03-10', latest: '2025-03-10' } }, 'Ines');
    await reviewStatement(record, id, 'kind', { kind: 'mixed' }, 'Ines');
    const start = TEXT.indexOf('not safe');
    const content = [selectorOf(TEXT, { start, end: start + 8 })];
    await reviewStatement(record, id, 'extent', { content }, 'Ines');
    expect(await said()).toMatchObject({
      kind: 'mixed',
      content: [{ text: 'not safe', start, end: start + 8 }],
      said: { earliest: '2025-03-10', latest: '2025-03-10', basis: 'reviewed' },
    });
  });

  test('that it is not a statement takes it out of every answer', async () => {
    const { id } = (await said())!;
    const review = await reviewStatement(record, id, 'not-a-statement', {}, 'Ines');
    expect(await said()).toBeUndefined();
    await undoReview(record, review);
    expect(await said()).toBeDefined();
  });

  test('adds a statement that was missed, and search finds it', async () => {
    const start = TEXT.indexOf('glad of it');
    const place = { start, end: start + 'glad of it'.length };
    await addStatement(record, document, [place], { speaker: { name: 'board', type: 'organisation' } }, 'Ines');
    expect((await findStatements(record, { speaker: 'board' })).map(({ content }) => content[0]!.text)).toEqual([
      'glad of it',
    ]);
    expect((await search(record, 'glad')).hits.filter(({ type }) => type === 'statement')).toHaveLength(1);
  });
});

describe('reviews last', () => {
  test('through a new reading, and the removal and return of the document', async () => {
    await reviewStatement(
      record,
      (await said())!.id,
      'speaker',
      { speaker: { name: 'Owen Price', type: 'person' } },
      'Ines',
    );
    const start = TEXT.indexOf('glad of it');
    await addStatement(record, document, [{ start, end: start + 10 }], {}, 'Ines');
    const before = await findStatements(record);
    await reextract(record);
    expect(await findStatements(record)).toEqual(before);
    await removeDocument(record, document);
    expect(await findStatements(record)).toEqual([]);
    await add(record, bytes(TEXT), 'pier.txt', { details: { published: '2025-03-12' } });
    expect(await findStatements(record)).toEqual(before);
  });

  test('where a new reading no longer finds the statement', async () => {
    const before = (await said())!;
    await reviewStatement(record, before.id, 'speaker', { speaker: { name: 'Owen Price', type: 'person' } }, 'Ines');
    await replaceStatements(record, document, { statements: [], figures: [], names: [] });
    expect(await said()).toMatchObject({ content: before.content, speaker: { name: 'Owen Price', basis: 'reviewed' } });
    await undoReview(record, (await listReviews(record))[0]!.id);
    expect(await said()).toBeUndefined();
  });

  test('and go to colleagues, before or after the document', async () => {
    await reviewStatement(
      record,
      (await said())!.id,
      'speaker',
      { speaker: { name: 'Owen Price', type: 'person' } },
      'Ines',
    );
    const reviews = await listReviews(record, { undone: true });
    const other = await openRecord(recordPlace(folder, 'other'));
    expect(await importReviews(other, reviews)).toEqual({ added: 1, known: 0, waiting: 1 });
    await add(other, bytes(TEXT), 'pier.txt', { details: { published: '2025-03-12' } });
    expect((await findStatements(other, { speaker: 'Price' })).length).toBe(1);
    expect(await importReviews(other, reviews)).toEqual({ added: 0, known: 1, waiting: 0 });
    await other.close();
  });

  test('where two people differ both are kept, and the newer counts', async () => {
    const { id } = (await said())!;
    await reviewStatement(record, id, 'speaker', { speaker: { name: 'Owen Price', type: 'person' } }, 'Ines');
    await new Promise((done) => setTimeout(done, 5));
    await reviewStatement(record, id, 'speaker', { speaker: { name: 'Ruth Weaver', type: 'person' } }, 'Omar');
    expect((await said())!.speaker.name).toBe('Ruth Weaver');
    expect(await reviewConflicts(record)).toMatchObject([{ older: { author: 'Ines' }, newer: { author: 'Omar' } }]);
    expect(await getDocument(record, document)).toMatchObject({ text: TEXT.trimEnd() });
  });
});
