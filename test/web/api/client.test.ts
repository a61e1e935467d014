import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type OpenRecord, openRecord } from '../../../src/record/index.ts';
import { createApp } from '../../../src/server/app.ts';
import { API } from '../../../src/server/schemas/api.ts';
import { ApiError, answerOf, apiPath, ask, send } from '../../../web/api/client.ts';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-client-'));
let record: OpenRecord;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  record = await openRecord(join(folder, 'r.sqlite'));
  app = createApp({ record, adding: {} as never, author: 'Ida Brandt' }, { onLoopback: false });
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllGlobals());

/** Addresses without a host reach the server, as they do in a browser. */
function inBrowser(): void {
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => app.request(path, init));
}

describe('addresses', () => {
  test('the path takes its own values, the rest is the query', () => {
    expect(apiPath('/documents/{id}/original', { id: 'd 1/x' })).toBe('/api/v1/documents/d%201%2Fx/original');
    expect(apiPath('/statements', { speaker: 'Ada Vane', documents: ['d1', 'd2'], reviewed: false, limit: 5 })).toBe(
      '/api/v1/statements?speaker=Ada+Vane&documents=d1&documents=d2&reviewed=false&limit=5',
    );
  });

  test('what is empty is left out', () => {
    expect(apiPath('/statements', { speaker: '', about: undefined })).toBe('/api/v1/statements');
  });
});

describe('answers', () => {
  test('a list is asked for and comes', async () => {
    inBrowser();
    expect(await ask('/statements', { speaker: 'Vane', order: 'newest', limit: 5 })).toEqual({ items: [], total: 0 });
    expect(await ask('/feeds')).toEqual([]);
  });

  test('something is changed by JSON, and taken back', async () => {
    inBrowser();
    const saved = await send('POST', '/searches', {}, { name: 'Pier', query: { on: 'said', topic: 'pier' } });
    expect((await ask('/searches')).map(({ name }) => name)).toEqual(['Pier']);
    await send('DELETE', '/searches/{id}', { id: saved.id });
    expect(await ask('/searches')).toEqual([]);
  });

  test('a problem comes as its sentence and status', async () => {
    inBrowser();
    const error = await ask('/documents/{id}', { id: 'd000000000000' }).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, message: 'no document in the record has the id d000000000000' });
  });

  test('a wrong value comes as the sentence of its field', async () => {
    inBrowser();
    await expect(ask('/statements', { since: 'yesterday' })).rejects.toMatchObject({
      status: 400,
      message: 'since: write a date as 2024, 2024-12 or 2024-12-19',
    });
  });
});

describe('what is not the API’s answer', () => {
  test('an error without a problem says its status', async () => {
    const server = createServer((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>')).listen(0);
    const { port } = server.address() as AddressInfo;
    await expect(answerOf(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      status: 502,
      message: 'The server answered 502.',
    });
    server.close();
  });

  test('a server that is gone', async () => {
    await expect(answerOf('http://127.0.0.1:9/')).rejects.toMatchObject({
      status: 0,
      message: 'Onrecord does not answer. Is “onrecord serve” still running?',
    });
  });

  test('a request that is given up stays an AbortError', async () => {
    const server = createServer(() => {}).listen(0);
    const { port } = server.address() as AddressInfo;
    const stop = new AbortController();
    const asked = answerOf(`http://127.0.0.1:${port}/`, { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    server.close();
  });
});

test('every path that the web app may ask is one of the API’s, with the same query', async () => {
  const { paths } = (await (await app.request('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[]; requestBody?: object }>>;
  };
  for (const [method, routes] of Object.entries(API))
    for (const [path, parts] of Object.entries(routes) as [string, { query?: { shape: object }; body?: object }][]) {
      const operation = paths[path]?.[method.toLowerCase()];
      const query = (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
      expect([method, path, operation !== undefined, query.sort(), 'body' in parts]).toEqual([
        method,
        path,
        true,
        Object.keys(parts.query?.shape ?? {}).sort(),
        path !== '/additions' && operation?.requestBody !== undefined,
      ]);
    }
});

test('a wrong path, a missing value and a wrong answer do not compile', () => {
  const wrong = () => [
    // @ts-expect-error no such path
    ask('/statement'),
    // @ts-expect-error the id is missing
    ask('/documents/{id}'),
    // @ts-expect-error positions need a topic
    ask('/positions', { speaker: 'Vane' }),
    // @ts-expect-error no such filter
    ask('/statements', { speakers: 'Vane' }),
    // @ts-expect-error a path that is only read
    send('POST', '/statements', {}),
    // @ts-expect-error the body is missing
    send('POST', '/reviews', {}),
    // @ts-expect-error no such kind of review
    send('POST', '/reviews', {}, { kind: 'left', statement: 's1' }),
    // @ts-expect-error the page has items, not statements
    ask('/statements').then(({ statements }) => statements),
  ];
  expect(wrong).toBeTypeOf('function');
});
