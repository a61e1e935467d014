import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAnnotation, readAnnotations } from '../../src/export/index.ts';
import type { StoredStatement } from '../../src/record/index.ts';
import { type Running, serving } from './run.ts';

let server: Running;
let all: StoredStatement[];
beforeAll(async () => {
  server = await serving();
  all = await server.get('/statements.json');
});
afterAll(() => server.stop());

const text = async (path: string) => (await server.ask(path)).text();

test('JSON Lines: the statements themselves', async () => {
  const lines = (await text('/statements.jsonl')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(all);
});

test('Parquet: read back, the rows and types of the CSV', async () => {
  const file = await (await server.ask('/statements.parquet?speaker=Vane')).arrayBuffer();
  const rows = (await parquetReadObjects({ file })) as Record<string, unknown>[];
  const own = all.filter(({ speaker }) => speaker.name === 'Ada Vane');
  expect(rows.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
  expect(rows[0]).toMatchObject({
    speaker: 'Ada Vane',
    negated: false,
    start: own[0]!.content[0]!.start,
    confidence_statement: own[0]!.confidence.statement,
    url: null,
  });
});

test('JSON-LD: a Quotation with who spoke it and what it is part of', async () => {
  const graph = JSON.parse(await text('/statements.jsonld?speaker=Vane'));
  expect(graph['@context']).toBe('https://schema.org');
  expect(graph['@graph'][0]).toMatchObject({
    '@type': 'Quotation',
    text: '"We are not closing anything,"',
    spokenByCharacter: { '@type': 'Person', name: 'Ada Vane', jobTitle: 'Mayor' },
    dateCreated: '2025-02-01/2025-02-28',
    isPartOf: { '@type': 'NewsArticle', headline: 'Nesse council votes to close the old pier' },
  });
});

describe('Web Annotations', () => {
  test('written and read back are the same, and stand at the same places', async () => {
    const page = await text('/statements.annotations');
    const { items } = JSON.parse(page);
    expect(items).toHaveLength(all.length);
    const [quote, position] = items[0].target[0].selector;
    expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: all[0]!.content[0]!.text });
    expect(quote.prefix).toHaveLength(32);
    expect(position).toMatchObject({ type: 'TextPositionSelector' });
    const back = await server.send<{ found: { id: string; added: boolean }[]; lost: object[] }>(
      'POST',
      '/annotations',
      JSON.parse(page),
    );
    expect(back.lost).toEqual([]);
    expect(back.found.map(({ id, added }) => [id, added])).toEqual(all.map(({ id }) => [id, false]));
    expect(await text('/statements.annotations')).toBe(page);
  });

  test('of a PDF name the page', async () => {
    const { record } = server;
    const pdf = await serving(['samples/cup-final.pdf']);
    const { items } = JSON.parse(await (await pdf.ask('/statements.annotations')).text());
    expect(items[0].target[0].selector[2]).toMatchObject({ type: 'FragmentSelector', value: 'page=1' });
    await pdf.stop();
    expect(record).not.toBe(pdf.record);
  });

  test('one that another made is added; one whose document or words are not there is lost, with the reason', async () => {
    const page = JSON.parse(await text('/statements.annotations?speaker=Vane'));
    const moved = structuredClone(page.items[0]);
    moved.id = 'urn:onrecord:statement:s1';
    const { document } = await server.get<{ document: { text: string } }>('/documents/dbd1d768074f1');
    const exact = document.text.slice(0, 20);
    moved.target[0].selector = [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }];
    const gone = structuredClone(page.items[0]);
    gone.target[0].selector[0].exact = 'words that nobody printed';
    const elsewhere = structuredClone(page.items[0]);
    elsewhere.target[0].source = 'urn:onrecord:document:d000000000000';
    const { found, lost } = await server.send<{ found: { added: boolean }[]; lost: { reason: string }[] }>(
      'POST',
      '/annotations',
      { ...page, items: [moved, gone, elsewhere] },
    );
    expect(found).toMatchObject([{ start: 0, end: 20, added: true }]);
    expect(lost.map(({ reason }) => reason)).toEqual([
      'the text has changed too much',
      'its document is not in this record',
    ]);
    const [added] = await server.get<{ id: string }[]>('/reviews');
    await server.send('DELETE', `/reviews/${added!.id}`);
    await expect(server.send('POST', '/annotations', { items: [{}] })).rejects.toThrow('item 1 is not an annotation');
  });

  test('are found again by position, then by quotation and surroundings, in code points', async () => {
    const document = '😀 “It is safe,” said one. “It is safe,” said the other.';
    const at = document.lastIndexOf('“It is safe,”');
    const target = { exact: '“It is safe,”', prefix: 'said one. ', suffix: ' said the other.', start: at - 1 };
    const annotation = { ...readAnnotations(await text('/statements.annotations'))[0]!, targets: [target] };
    expect(placeAnnotation(document, annotation)).toEqual([{ start: at, end: at + 13 }]);
    expect(placeAnnotation(`A line more. ${document}`, annotation)).toEqual([{ start: at + 13, end: at + 26 }]);
    expect(placeAnnotation(document.replaceAll('safe', 'sound'), annotation)).toBeUndefined();
  });
});

test('a dossier stands by itself: no script, nothing loaded, every statement with its source and its grounds', async () => {
  const own = all.filter(({ speaker }) => speaker.name === 'Ada Vane');
  const query = own.map(({ id }) => `ids=${id}`).join('&');
  const page = await text(`/dossier?${query}&title=The+pier+<b>`);
  expect(page).toContain('<h1>The pier &#60;b&#62;</h1>');
  expect(page).toContain('4 statements from 1 article.');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=/u);
  for (const { id, content } of own) {
    expect(page).toContain(`<article id="${id}">`);
    expect(page).toContain(`<mark>${content[0]!.text.replaceAll('"', '&#34;').replaceAll("'", '&#39;')}`);
  }
  expect(page).toContain('relative to the date of publication');
});
