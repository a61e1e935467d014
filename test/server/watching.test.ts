import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Running } from './run.ts';
import { watched } from './watched.ts';

let server: Running;
let document: string;
beforeAll(async () => {
  ({ server, document } = await watched());
});
afterAll(() => server.stop());

describe('feeds', () => {
  interface Feed {
    url: string;
    state: string;
    failures: number;
    problem: string | null;
  }
  test('are listed, those that fail first', async () => {
    const feeds = await server.get<Feed[]>('/feeds');
    expect(feeds).toHaveLength(3);
    expect(feeds[0]).toMatchObject({
      url: 'https://gazette.example/sport.xml',
      failures: 3,
      problem: /500/u.exec(feeds[0]!.problem!)!.input,
    });
  });
  test('are added by OPML, each once, and go out as it', async () => {
    const opml = await (await server.ask('/feeds.opml')).text();
    expect(opml).toContain('https://gazette.example/news.xml');
    const more = opml.replaceAll('gazette.example/news', 'courier.example/news');
    expect(await server.send('POST', '/feeds', { opml: more })).toEqual({ added: 1, known: 2 });
    expect(await server.send('DELETE', '/feeds', { url: 'https://courier.example/news.xml' })).toMatchObject({
      items: 0,
    });
  });
  test('are paused and taken up again', async () => {
    const url = 'https://gazette.example/politics.xml';
    expect(await server.send('PATCH', '/feeds', { url, state: 'paused' })).toMatchObject({ state: 'paused' });
    expect(await server.send('PATCH', '/feeds', { url, state: 'active' })).toMatchObject({ state: 'active' });
  });
  test.each([
    ['no address', { url: 'gazette' }, 400],
    ['an address that is not of the web', { url: 'file:///etc/passwd' }, 400],
    ['no OPML', { opml: 'hello' }, 422],
  ])('%s is refused', async (_, body, status) => {
    const response = await server.ask('/feeds', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(status);
  });
  test('one that is not followed is not found', async () => {
    await expect(server.send('DELETE', '/feeds', { url: 'https://nowhere.example/' })).rejects.toThrow(/404/u);
  });
});

describe('versions', () => {
  test('of an article: what was altered', async () => {
    const { versions, changes } = await server.get<{
      versions: unknown[];
      changes: { title: object; statements: { kind: string; altered: string[] }[] }[];
    }>(`/documents/${document}/versions`);
    expect(versions).toHaveLength(2);
    expect(changes[0]).toMatchObject({ title: { before: 'Pier to close', after: 'Pier may close' } });
    expect(changes[0]!.statements).toMatchObject([{ kind: 'altered', altered: ['words'] }]);
    expect(await server.get('/changes')).toMatchObject([{ document, versions: 2 }]);
  });
  test('of what is not there are none', async () => {
    await expect(server.get('/documents/d000000000000/versions')).rejects.toThrow(/404/u);
  });
});

describe('alerts', () => {
  test('say why they fired, once for a statement', async () => {
    const alerts = await server.get<{ name: string; why: { reason: string; before?: string } }[]>('/alerts');
    expect(alerts.map(({ name }) => name).sort()).toEqual(['Altered words', 'Vane on the pier', 'Vane on the pier']);
    const [altered] = await server.get<typeof alerts>('/alerts?search=Altered+words');
    expect(altered!.why).toMatchObject({
      reason: expect.stringMatching(/was altered/u),
      before: expect.stringMatching(/June/u),
    });
  });
  test('are feeds', async () => {
    const [{ id }] = (await server.get<{ id: string; name: string }[]>('/searches')).filter(({ name }) =>
      /pier/u.test(name),
    ) as unknown as [{ id: string }];
    const atom = await server.ask(`/searches/${id}/feed.atom`);
    expect(atom.headers.get('content-type')).toMatch(/atom\+xml/u);
    expect(parseAtomFeed(await atom.text()).entries).toHaveLength(2);
    const json = await server.ask(`/searches/${id}/feed.json`);
    expect(json.headers.get('content-type')).toMatch(/feed\+json/u);
    expect(parseJsonFeed(await json.text()).items).toHaveLength(2);
  });
  test('a secret is told once', async () => {
    const saved = await server.send<{ id: string; secret: string }>('POST', '/searches', {
      name: 'Told',
      query: { on: 'said', act: 'deny' },
      webhook: 'https://desk.example/hook',
    });
    expect(saved.secret).toMatch(/^whsec_/u);
    expect(JSON.stringify(await server.get('/searches'))).not.toContain('whsec_');
    expect(await server.send('DELETE', `/searches/${saved.id}`)).toMatchObject({ name: 'Told' });
  });
  test.each([
    ['of nothing', { name: 'x', query: { on: 'said' } }],
    ['of a shift without a topic', { name: 'x', query: { on: 'shift', speaker: 'Vane' } }],
    ['told nowhere', { name: 'x', query: { on: 'said', act: 'deny' }, webhook: 'no address' }],
    ['of another event', { name: 'x', query: { on: 'never' } }],
  ])('a search %s is refused', async (_, body) => {
    await expect(server.send('POST', '/searches', body)).rejects.toThrow(/400/u);
  });
});
