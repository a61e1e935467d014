import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRecord } from '../../src/record/index.ts';
import { serve } from '../../src/server/serve.ts';
import { onrecord } from '../cli/run.ts';
import { recordPlace } from '../records.ts';
import { type Running, serving } from './run.ts';

let server: Running;
beforeAll(async () => {
  server = await serving();
});
afterAll(() => server.stop());

/** A request with headers that `fetch` does not let one set. */
function raw(
  url: string,
  { method = 'GET', headers = {}, path = '/' }: { method?: string; headers?: Record<string, string>; path?: string },
): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('on loopback', () => {
  test('another name that resolves here is refused (DNS rebinding)', async () => {
    const path = '/api/v1/statements';
    expect((await raw(server.url, { path, headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await raw(server.url, { path, headers: { host: 'localhost.evil.example:80' } })).status).toBe(403);
    const { port } = new URL(server.url);
    expect((await raw(server.url, { path, headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  test.each([
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['with the origin of another site', { origin: 'https://evil.example' }],
    ['with no origin to speak of', { origin: 'null' }],
  ])('a change %s is refused', async (_, headers) => {
    const path = '/api/v1/additions?name=x';
    const { status, body } = await raw(server.url, { method: 'POST', path, headers });
    expect([status, JSON.parse(body).detail]).toEqual([403, 'requests from other sites are refused']);
    expect((await raw(server.url, { method: 'GET', path: '/api/v1/statements', headers })).status).toBe(403);
  });

  test('a link from another site may open a page, and nothing may frame it or run in it', async () => {
    const { headers } = await raw(server.url, {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test.each([
    '/..%2f..%2f..%2fpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%00.js',
    '/....//package.json',
    '/api/v1/documents/..%2f..%2fetc%2fpasswd/original',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await raw(server.url, { path });
    expect(status).toBe(404);
    expect(body).not.toContain('"onrecord"');
    expect(body).not.toContain('root:');
  });

  test('a body that is no upload has a limit', async () => {
    const response = await server.ask('/reviews', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'right', statement: 'x'.repeat(2_000_000) }),
    });
    expect(response.status).toBe(413);
  });

  test('an address that is too long is refused', async () => {
    const { status } = await raw(server.url, { path: `/api/v1/statements?about=${'x'.repeat(40_000)}` });
    expect(status).toBe(431);
  });
});

describe('elsewhere than on loopback', () => {
  test('a token is made, and nobody comes in without it', async () => {
    const open = await serving(['samples/ferry-inquiry.txt'], ['--host', '0.0.0.0', '--token', 'a-token-of-our-own']);
    try {
      expect((await open.ask('/statements')).status).toBe(401);
      expect((await fetch(`${open.url}/`)).status).toBe(401);
      const wrong = await open.ask('/statements', { headers: { authorization: 'Bearer a-token-of-yours' } });
      expect(wrong.status).toBe(401);
      const right = await open.ask('/statements', { headers: { authorization: 'Bearer a-token-of-our-own' } });
      expect(right.status).toBe(200);
      expect((await open.ask('/searches')).status).toBe(401);
      const owner = { authorization: 'Bearer a-token-of-our-own' };
      const saved = (name: string) =>
        open.ask('/searches', {
          method: 'POST',
          headers: { ...owner, 'content-type': 'application/json' },
          body: JSON.stringify({ name, query: { on: 'said', act: 'deny' } }),
        });
      type Feeds = { feeds: { atom: string; json: string } };
      const { feeds } = (await (await saved('Denied')).json()) as Feeds;
      const other = (await (await saved('Denied too')).json()) as Feeds;
      const status = async (path: string) => (await fetch(`${open.url}${path}`)).status;
      expect(await status(feeds.atom)).toBe(200);
      expect(await status(feeds.json)).toBe(200);
      // A key opens one feed, and nothing else.
      const key = new URL(feeds.atom, open.url).search;
      expect(await status(other.feeds.atom.replace(/\?.*/u, key))).toBe(401);
      expect(await status(`/api/v1/searches${key}`)).toBe(401);
      expect(await status(feeds.atom.replace(/\?.*/u, ''))).toBe(401);
      const opened = await fetch(`${open.url}/?token=a-token-of-our-own`, { redirect: 'manual' });
      const cookie = opened.headers.get('set-cookie')!;
      expect(cookie).toMatch(/HttpOnly.*SameSite=Strict/u);
      const withCookie = await open.ask('/statements', { headers: { cookie: cookie.split(';')[0]! } });
      expect(withCookie.status).toBe(200);
    } finally {
      await open.stop();
    }
  });

  test('a short token, a wrong port, a port that is taken: one line each', () => {
    const run = (...args: string[]) => onrecord(['--record', server.record, 'serve', ...args]);
    expect(run('--token', 'short')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('a token has at least 12 letters'),
    });
    expect(run('--port', '99999')).toMatchObject({ status: 2, stderr: expect.stringContaining('is not a port') });
    const { port } = new URL(server.url);
    expect(run('--port', port)).toMatchObject({ status: 2, stderr: expect.stringContaining('is taken') });
  });
});

test('a client that takes its time is not waited for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-slow-'));
  const record = await openRecord(recordPlace(folder));
  const slow = await serve(record, { port: 0, author: 'Ida Brandt', requestTimeout: 400 });
  try {
    const { port } = new URL(slow.url);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let told = '';
      socket.on('data', (data) => {
        told += data;
      });
      socket.on('close', () => resolve(told));
      socket.on('error', () => resolve(told));
      socket.write(
        `POST /api/v1/additions?name=x HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 1000\r\n\r\na few letters and then`,
      );
    });
    expect(answer).toMatch(/^HTTP\/1\.1 408/u);
    expect((await fetch(`${slow.url}api/v1/record`)).status).toBe(200);
  } finally {
    await slow.close();
    await record.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
