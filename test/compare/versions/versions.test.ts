import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type VersionChange, versionHistory } from '../../../src/compare/index.ts';
import { textChanges } from '../../../src/compare/versions/versions.ts';
import { add } from '../../../src/pipeline/add.ts';
import {
  addressOf,
  changedDocuments,
  countRecord,
  findStatements,
  listDocuments,
  type OpenRecord,
  openRecord,
  removeDocument,
  restoreDocument,
  reviewStatement,
} from '../../../src/record/index.ts';
import { recordPlace } from '../../records.ts';

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

const URL = 'https://gazette.example/pier';
const FIRST = [
  'Mayor Ada Vane told the council on Tuesday: “We will close the pier in June, and not a day later.”',
  'Owen Price, the engineer, said the piles were rotten to the core.',
  'The council meets again in May. The meeting lasted two hours, and the hall was as cold as the pier.',
];
const page = (paragraphs: readonly string[], title = 'Pier to close') =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
const read = async (paragraphs: readonly string[], url = URL, title?: string) =>
  await add(record, Buffer.from(page(paragraphs, title)), url, { details: { url, published: '2025-03-12' } });
const only = async (id: string): Promise<VersionChange> => {
  const { changes } = await versionHistory(record, id);
  expect(changes).toHaveLength(1);
  return changes[0]!;
};
const told = ({ statements }: VersionChange) =>
  statements.map(({ kind, before, after, altered }) => [
    kind,
    (after ?? before)!.speaker.name,
    ...(altered ? [altered.join()] : []),
  ]);

describe('the same address with another text', () => {
  test('is a new version, and the former goes out of every answer', async () => {
    const one = await read(FIRST);
    const two = await read([FIRST[0]!.replace('in June', 'in September'), ...FIRST.slice(1)]);
    expect(two).toMatchObject({ outcome: 'version', replaced: one.document });
    expect((await countRecord(record.db)).documents).toBe(1);
    expect((await findStatements(record, { about: 'June' })).length).toBe(0);
    expect((await findStatements(record, { about: 'September' })).length).toBe(1);
    const change = await only(two.document);
    expect(told(change)).toEqual([['altered', 'Ada Vane', 'words']]);
    expect(change.statements[0]!.words).toContainEqual({ kind: 'gone', text: 'June' });
    expect(change.statements[0]!.words).toContainEqual({ kind: 'new', text: 'September' });
    expect(await changedDocuments(record)).toMatchObject([{ document: two.document, versions: 2 }]);
  });

  test('tells what vanished and what appeared', async () => {
    await read(FIRST);
    const { document } = await read([
      FIRST[0]!,
      FIRST[2]!,
      'Ines Holt, who runs the kiosk, said she would have to sack four people.',
    ]);
    expect(told(await only(document))).toEqual([
      ['appeared', 'Ines Holt'],
      ['vanished', 'Owen Price'],
    ]);
  });

  test('tells that words are another’s now', async () => {
    await read(FIRST);
    const { document } = await read([FIRST[0]!, FIRST[1]!.replace('Owen Price', 'Hal Brannigan'), FIRST[2]!]);
    expect(told(await only(document))).toEqual([['altered', 'Hal Brannigan', 'speaker']]);
  });

  test('tells of another title', async () => {
    await read(FIRST);
    const { document } = await read(FIRST.slice(0, 2), URL, 'Pier may close');
    expect((await only(document)).title).toEqual({ before: 'Pier to close', after: 'Pier may close' });
  });

  test('and back to the former text is a third version', async () => {
    const one = await read(FIRST);
    const two = await read(FIRST.slice(0, 2));
    const three = await read(FIRST);
    expect(three).toMatchObject({ outcome: 'restored', document: one.document, replaced: two.document });
    const { versions } = await versionHistory(record, one.document);
    expect(versions.map(({ document }) => document)).toEqual([one.document, two.document, one.document]);
    expect(await listDocuments(record)).toMatchObject([{ id: one.document }]);
    expect(await listDocuments(record, { removed: true })).toEqual([]);
  });

  test('keeps what persons said where its words are still there', async () => {
    const { document } = await read(FIRST);
    const [vane] = await findStatements(record, { document, speaker: 'Vane' });
    const [price] = await findStatements(record, { document, speaker: 'Price' });
    await reviewStatement(record, vane!.id, 'speaker', { speaker: { name: 'Mona Quill', type: 'person' } }, 'Ida');
    await reviewStatement(record, price!.id, 'speaker', { speaker: { name: 'Tom Hale', type: 'person' } }, 'Ida');
    await read([FIRST[0]!, FIRST[2]!]);
    expect((await findStatements(record)).map(({ speaker }) => speaker.name)).toEqual(['Mona Quill']);
  });

  test('with the same words in other marks is the same document', async () => {
    const one = await read(FIRST);
    const two = await read(FIRST.map((paragraph) => paragraph.replace(/[“”]/gu, '"')));
    expect(two).toMatchObject({ outcome: 'copy', document: one.document });
    expect(await changedDocuments(record)).toEqual([]);
  });

  test('may be counted by where its readers come from', async () => {
    await read(FIRST);
    expect(await read(FIRST.slice(0, 2), `${URL}?utm_source=feed#top`)).toMatchObject({ outcome: 'version' });
  });
});

describe('is no version', () => {
  const OTHER = [
    'Farmers in the valley want more rain, said Tilda Rook, who grows wheat on forty acres near the old mill.',
    'The forecast gives them little of it before the end of the month, and prices rise.',
  ];
  test('another article that names the same address', async () => {
    await read(FIRST, 'https://gazette.example/news');
    expect(await read(OTHER, 'https://gazette.example/news', 'Dry spring')).toMatchObject({ outcome: 'added' });
    expect((await countRecord(record.db)).documents).toBe(2);
  });
  test('anything at a site’s front page', async () => {
    await read(FIRST, 'https://gazette.example/');
    expect(await read(FIRST.slice(0, 2), 'https://gazette.example/')).toMatchObject({ outcome: 'added' });
  });
  test('the same text under another address: that is a copy', async () => {
    const one = await read(FIRST);
    expect(await read(FIRST, 'https://courier.example/wire/pier')).toMatchObject({
      outcome: 'known',
      document: one.document,
    });
    expect(await versionHistory(record, one.document)).toMatchObject({
      versions: [{ number: 1 }, { number: 1 }],
      changes: [],
    });
  });
});

test('a copy that is shown elsewhere still stays when one address changes', async () => {
  const one = await read(FIRST);
  await read(FIRST, 'https://courier.example/wire/pier');
  await read(FIRST.slice(0, 2));
  expect((await listDocuments(record)).map(({ id }) => id)).toContain(one.document);
});

test('what is out of date is not restored by hand; what a person removed is', async () => {
  const one = await read(FIRST);
  const two = await read(FIRST.slice(0, 2));
  await expect(restoreDocument(record, one.document)).rejects.toThrow(/is out of date/u);
  await removeDocument(record, two.document);
  expect((await restoreDocument(record, two.document)).id).toBe(two.document);
});

test.each([
  ['https://a.example/x?id=4&utm_medium=rss#part', 'https://a.example/x?id=4'],
  ['HTTPS://A.example/x', 'https://a.example/x'],
  ['https://a.example/', undefined],
  ['mailto:x@a.example', undefined],
  ['no address', undefined],
  [undefined, undefined],
])('the address of %s', (url, address) => {
  expect(addressOf(url)).toBe(address);
});

test('paragraphs: added, removed, changed, and moved not at all', () => {
  const kinds = (before: string[], after: string[]) => textChanges(before, after).map(({ kind }) => kind);
  expect(kinds(['one two three', 'four'], ['one two three', 'four'])).toEqual([]);
  expect(kinds(['one two three'], ['one two three', 'new words'])).toEqual(['added']);
  expect(kinds(['one two three', 'old words'], ['one two three'])).toEqual(['removed']);
  expect(kinds(['one two three four', 'x'], ['one two three five', 'x'])).toEqual(['changed']);
  expect(kinds(['same', 'same'], ['same'])).toEqual(['removed']);
  // Of two equal paragraphs, one was rewritten and one removed.
  expect(kinds(['one two three four', 'one two three four'], ['one two three five'])).toEqual(['removed', 'changed']);
});
