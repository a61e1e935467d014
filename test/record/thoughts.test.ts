import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf, findUtterances } from '../../src/compare/index.ts';
import { add } from '../../src/pipeline/add.ts';
import { findAlerts } from '../../src/pipeline/alerts/alerts.ts';
import { positionsOn } from '../../src/pipeline/positions.ts';
import {
  countRecord,
  findStatements,
  getStatement,
  listAlerts,
  listDocuments,
  listSpeakers,
  type OpenRecord,
  openRecord,
  saveSearch,
  search,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';

const PIER =
  '# Pier closes\n\nMaren Coyle\n12 March 2025\n\nMayor Ada Vane said on Tuesday that the pier would close for repairs. She hopes to reopen the pier by spring.';

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

async function addPier(): Promise<void> {
  await add(record, new TextEncoder().encode(PIER), 'pier.md');
}

describe('thoughts', () => {
  test('are in the record, and shown where they are asked for', async () => {
    await addPier();
    const classes = async (thoughts: boolean) =>
      (await findStatements(record, { speaker: 'Vane', thoughts })).map(({ class: uttered }) => uttered);
    expect(await classes(false)).toEqual(['speech']);
    expect((await classes(true)).toSorted()).toEqual(['speech', 'thought']);
  });
  test('are found by their id', async () => {
    await addPier();
    const thought = (await findStatements(record, { thoughts: true })).find((one) => one.class === 'thought')!;
    expect(await getStatement(record, thought.id)).toMatchObject({ id: thought.id, class: 'thought' });
  });
  test('are in no count', async () => {
    await addPier();
    expect(await countRecord(record.db)).toEqual({ documents: 1, statements: 1 });
    expect((await listDocuments(record))[0]).toMatchObject({ statements: 1 });
    expect(await listSpeakers(record)).toMatchObject([{ name: 'Ada Vane', statements: 1 }]);
  });
  test('are found by words where they are asked for', async () => {
    await addPier();
    const found = async (thoughts: boolean) =>
      (await search(record, 'reopen', { thoughts })).hits.filter(({ type }) => type === 'statement').length;
    expect([await found(false), await found(true)]).toEqual([0, 1]);
  });
  test('are audited, and are positions, where they are asked for', async () => {
    await addPier();
    const audited = async (thoughts: boolean) => (await auditOf(record, 'speaker', {}, { thoughts })).statements;
    expect([await audited(false), await audited(true)]).toEqual([1, 2]);
    const positions = async (thoughts: boolean) =>
      (await positionsOn(record, 'Vane', ['pier'], { exact: true, thoughts })).statements.length;
    expect([await positions(false), await positions(true)]).toEqual([1, 2]);
  });
  test('are no utterances', async () => {
    await addPier();
    expect((await findUtterances(record, { thoughts: true })).map(({ statements }) => statements.length)).toEqual([1]);
  });
  test('fire a search where it asks for them', async () => {
    const save = async (name: string, thoughts: boolean) =>
      (await saveSearch(record, name, { on: 'said', speaker: 'Vane', thoughts }, 'Coyle')).search.id;
    const searches = [await save('said', false), await save('both', true)];
    await addPier();
    await findAlerts(record);
    const alerts = await Promise.all(searches.map((search) => listAlerts(record, { search })));
    expect(alerts.map(({ length }) => length)).toEqual([1, 2]);
  });
  test('of before they were told apart count as speech', async () => {
    await addPier();
    const thought = (await findStatements(record, { thoughts: true })).find((one) => one.class === 'thought')!;
    const { class: _, ...old } = thought;
    await record.db
      .updateTable('statement')
      .set({ value: JSON.stringify(old) })
      .where('id', '=', thought.id)
      .execute();
    expect((await findStatements(record, { ids: [thought.id] })).map(({ class: uttered }) => uttered)).toEqual([
      'speech',
    ]);
  });
});
