import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, serving } from './run.ts';

let server: Running;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => server.stop());

const json = (method: string, body: unknown): RequestInit => ({
  method,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const detail = async (path: string, init?: RequestInit) => {
  const response = await server.ask(path, init);
  return [response.status, ((await response.json()) as { detail: string }).detail];
};

test('what is set of a document must be something', async () => {
  expect(await detail('/documents/dbd1d768074f1', json('PATCH', {}))).toEqual([
    400,
    'say what to set: a date, an outlet, a title, an author or an address',
  ]);
});

test.each([
  { kind: 'rename', entity: 'e0000000000', name: 'Nobody' },
  { kind: 'merge', from: 'e0000000000', into: 'e0000000001' },
  { kind: 'split', entity: 'e0000000000', documents: ['dbd1d768074f1'] },
  { kind: 'different', one: 'e0000000000', other: 'e0000000001' },
])('$kind of an unknown entity is not found, and noted nowhere', async (body) => {
  expect(await detail('/decisions', json('POST', body))).toEqual([
    404,
    'no entity in the record has the id e0000000000',
  ]);
  expect(await server.get('/decisions')).toEqual([]);
});

test('a review whose document is not held can be taken back', async () => {
  const theirs = {
    id: 'r0123456789ab',
    document: 'd000000000000',
    kind: 'right',
    selector: { exact: 'x', prefix: '', suffix: '', start: 0 },
    value: {},
    author: 'Nell Tove',
    made: '2025-01-01T00:00:00.000Z',
    undone: null,
  };
  await server.send('POST', '/reviews/import', { reviews: [theirs] });
  expect(await server.send('DELETE', `/reviews/${theirs.id}`)).toMatchObject({ id: theirs.id });
});

test('a review that does not fit its kind is refused', async () => {
  const theirs = {
    id: 'r0123456789ac',
    document: 'dbd1d768074f1',
    kind: 'extent',
    selector: { exact: 'x', prefix: '', suffix: '', start: 0 },
    value: { content: 'x' },
    author: 'Nell Tove',
    made: '2025-01-01T00:00:00.000Z',
    undone: null,
  };
  expect((await detail('/reviews/import', json('POST', { reviews: [theirs] })))[0]).toBe(400);
});

test('where the path is known and the method is not, the methods are told', async () => {
  const response = await server.ask('/documents/dbd1d768074f1', { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD, PATCH']);
  expect((await server.ask('/nothing', { method: 'POST' })).status).toBe(404);
});

const ODD = ['', '%00', '%ED%A0%80', '%F0%9F%92%A9', '"', "'", '*', '%25', 'a'.repeat(3000), 'AND OR NOT', '(', '\\'];
const PATHS = [
  '/statements',
  '/documents',
  '/entities',
  '/utterances',
  '/coverage',
  '/search',
  '/audit',
  '/reviews',
  '/positions',
  '/verify',
];
const PARAMETERS = [
  'q',
  'speaker',
  'about',
  'limit',
  'cursor',
  'since',
  'document',
  'documents',
  'entities',
  'topic',
  'quote',
];

test('no question, however odd, is a fault', async () => {
  const faults: string[] = [];
  for (const path of PATHS)
    for (const parameter of PARAMETERS)
      for (const value of ODD) {
        const asked = `${path}?${parameter}=${value}`;
        if ((await server.ask(asked)).status === 500) faults.push(asked);
      }
  for (const path of [
    '/statements',
    '/documents',
    '/entities',
    '/utterances',
    '/reviews',
    '/decisions',
    '/topics',
    '/searches',
  ])
    for (const value of ODD)
      for (const method of ['GET', 'DELETE']) {
        const asked = `${path}/${value}`;
        if ((await server.ask(asked, { method })).status === 500) faults.push(`${method} ${asked}`);
      }
  for (const path of [
    '/reviews',
    '/reviews/bulk',
    '/reviews/undo',
    '/reviews/import',
    '/annotations',
    '/decisions',
    '/searches',
    '/feeds',
  ])
    for (const body of ['', '{', '[]', 'null', '{}', '{"kind":1}', '{"items":[null,1,{}]}', '{"reviews":[{}]}'])
      if ((await server.ask(path, json('POST', body))).status === 500) faults.push(`POST ${path} ${body}`);
  expect(faults).toEqual([]);
});
