import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredStatement } from '../../src/record/index.ts';
import { type Running, serving } from './run.ts';

let server: Running;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => server.stop());

interface Page<T> {
  readonly items: T[];
  readonly next?: string;
  readonly total?: number;
}

async function allPages<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let page = await server.get<Page<T>>(path);
  items.push(...page.items);
  while (page.next) {
    page = await server.get<Page<T>>(`${path}&cursor=${page.next}`);
    items.push(...page.items);
  }
  return items;
}

describe('lists', () => {
  test.each([
    'oldest',
    'newest',
    'least-certain',
  ])('the pages of statements, %s first, are all of them, once', async (order) => {
    const pages = await allPages<StoredStatement>(`/statements?limit=7&order=${order}`);
    const all = await server.get<StoredStatement[]>(`/statements.json?order=${order}`);
    expect(pages).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect((await server.get<Page<unknown>>(`/statements?limit=7&order=${order}`)).total).toBe(all.length);
  });

  test('the subjects of a speaker, and the possible shifts of the record', async () => {
    const subjects = await server.get<{ words: string; days: number }[]>('/subjects?speaker=Vane');
    expect(subjects.every(({ words, days }) => words !== '' && days > 1)).toBe(true);
    const shifts = await server.get<{ score: number }[]>('/possible-shifts');
    expect(shifts.every(({ score }) => score > 0.5)).toBe(true);
    expect((await server.ask('/subjects')).status).toBe(400);
  });

  test('newest is oldest the other way round; least certain rises', async () => {
    const ids = async (order: string) =>
      (await server.get<StoredStatement[]>(`/statements.json?order=${order}`)).map(({ id }) => id);
    expect((await ids('newest')).reverse()).toEqual(await ids('oldest'));
    const certainty = (await server.get<StoredStatement[]>('/statements.json?order=least-certain')).map(
      ({ confidence }) => Math.min(confidence.statement, confidence.speaker),
    );
    expect(certainty).toEqual(certainty.toSorted((a, b) => a - b));
  });

  test.each([
    ['/statements', 27],
    ['/documents', 7],
    ['/entities', 4],
    ['/speakers', 5],
    ['/search', 8, 'q=pier'],
    ['/coverage', 12],
    ['/positions', 11, 'speaker=Vane&topic=pier'],
    ['/shifts', 9, 'speaker=Vane&topic=pier'],
    ['/audit', 18],
    ['/verify', 15, 'document=dbd1'],
    ['/reviews', 12],
    ['/decisions', 6],
    ['/utterances', 12, 'atLeast=1'],
  ])('%s has its JSON and its CSV with the same rows', async (path, columns, query = '') => {
    const rows = await server.get<unknown[]>(`${path}.json?${query}`);
    const response = await server.ask(`${path}.csv?${query}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = csvRows(await response.text());
    expect(lines[0]).toHaveLength(columns);
    expect(lines.length - 1).toBe(rows.length);
  });

  test.each([
    ['speaker=Vane', ({ speaker }: StoredStatement) => speaker.name === 'Ada Vane'],
    ['kind=direct', ({ kind }: StoredStatement) => kind === 'direct'],
    ['outlet=Radio+Tarn', ({ document }: StoredStatement) => document.outlet === 'Radio Tarn'],
    ['about=pier', ({ content }: StoredStatement) => content.some(({ text }) => /\bpier\b/iu.test(text))],
    ['basis=pronoun', ({ speaker }: StoredStatement) => speaker.basis === 'pronoun'],
    ['act=deny', ({ act }: StoredStatement) => act === 'deny'],
    ['maxCertainty=0.8', ({ confidence: c }: StoredStatement) => Math.min(c.statement, c.speaker) <= 0.8],
    ['minConfidence=0.9', ({ confidence: c }: StoredStatement) => c.statement >= 0.9],
    ['since=2025-03&until=2025-03', ({ said }: StoredStatement) => said.latest! >= '2025-03'],
  ])('the filter %s leaves just what fits', async (query, fits) => {
    const all = await server.get<StoredStatement[]>('/statements.json');
    const left = await server.get<StoredStatement[]>(`/statements.json?${query}`);
    expect(left.map(({ id }) => id)).toEqual(all.filter(fits).map(({ id }) => id));
  });

  test('an entity speaks under all its names, and is spoken about', async () => {
    const [{ value: vane }] = await server.get<[{ value: string }]>('/completions?field=speaker&q=van');
    const by = await server.get<StoredStatement[]>(`/statements.json?entities=${vane}`);
    expect(by).toHaveLength(4);
    expect(by.every(({ entity }) => entity?.id === vane)).toBe(true);
    const about = await server.get<StoredStatement[]>(`/statements.json?mentions=${vane}`);
    expect(about.every((one) => one.about?.some(({ name }) => name === 'Ada Vane'))).toBe(true);
  });

  test('counts by day and by facet add up to the list', async () => {
    const { length } = await server.get<unknown[]>('/statements.json');
    const sum = (rows: readonly { count: number }[]) => rows.reduce((all, { count }) => all + count, 0);
    const facets = await server.get<Record<string, { count: number }[]>>('/statements/facets');
    for (const rows of Object.values(facets)) expect(sum(rows)).toBe(length);
    const dated = (await server.get<StoredStatement[]>('/statements.json')).filter(
      ({ said }) => said.earliest ?? said.latest,
    );
    expect(sum(await server.get('/statements/days'))).toBe(dated.length);
  });
});

test('one statement: how it was established, its citation, the words around it', async () => {
  const [first] = await server.get<StoredStatement[]>('/statements.json?speaker=Vane');
  const detail = await server.get<Record<string, never>>(`/statements/${first!.id}`);
  expect(detail.statement).toEqual(first);
  expect(detail.established).toMatchObject([
    { part: 'statement', words: 'found by the program' },
    { part: 'speaker', words: expect.stringContaining('“who”') },
    { part: 'said', words: '“last month”, relative to the date of publication' },
  ]);
  expect(detail.citation).toMatchObject({
    plain:
      'Ada Vane (Mayor), in February 2025: "We are not closing anything," — “Nesse council votes to close the old pier”, 12 March 2025',
    link: null,
  });
});

test('a document with its statements in the order of the text, and its original bytes', async () => {
  const { items } = await server.get<Page<{ id: string; names: string[] }>>('/documents');
  for (const { id } of items) {
    const { document, statements } = await server.get<{
      document: { text: string };
      statements: StoredStatement[];
    }>(`/documents/${id}`);
    for (const { content } of statements)
      for (const { start, end, text } of content) expect(document.text.slice(start, end)).toBe(text);
    const starts = statements.map(({ content }) => content[0]!.start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  }
});

describe('what has not changed is not sent again', () => {
  test('an ETag, then 304, then anew after a change', async () => {
    const first = await server.ask('/statements?limit=1');
    const etag = first.headers.get('etag')!;
    const again = await server.ask('/statements?limit=1', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await server.send('PUT', '/topics/etag', { phrasings: ['x'] });
    const changed = await server.ask('/statements?limit=1', { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
    await server.send('DELETE', '/topics/etag');
  });
});

describe('what is wrong is a problem with a sentence', () => {
  test.each([
    ['/statements?since=yesterday', 400, 'since: write a date as 2024, 2024-12 or 2024-12-19'],
    ['/statements?limit=0', 400, /limit/u],
    ['/statements?cursor=abc', 400, 'the cursor is not one from a previous page; start again without it'],
    ['/statements?kind=loud', 400, /kind/u],
    ['/statements/s000000000000', 404, 'no statement in the record has the id s000000000000'],
    ['/documents/dffff', 404, 'no document in the record has the id dffff'],
    ['/entities/e00000', 404, 'no entity in the record has the id e00000'],
    ['/utterances/u1', 404, 'no utterance in the record has this id'],
    ['/coverage?outlet=Nobody', 404, 'no document in the record matches'],
    ['/positions?speaker=Vane&topic=%20', 400, 'the topic has no words'],
    ['/verify', 400, 'give a quotation, or a document whose quotations to check'],
    ['/verify?quote=...', 400, 'the quotation has no words'],
    ['/additions/a1', 404, 'nothing is being added as a1; it may have been long ago'],
    ['/nothing', 404, 'there is no such part of the API; see /api/v1/openapi.json'],
  ])('%s', async (path, status, detail) => {
    const response = await server.ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { status: number; detail: string; type: string };
    expect(problem.status).toBe(status);
    expect(problem.type).toMatch(/^urn:onrecord:problem:/u);
    if (typeof detail === 'string') expect(problem.detail).toBe(detail);
    else expect(problem.detail).toMatch(detail);
  });
});

/** Rows of a CSV with quoted fields. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gu)) {
    if (match[0] === '') break;
    rows.at(-1)!.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
