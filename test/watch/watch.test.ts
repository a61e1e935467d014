import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WatchEvent, type WatchOptions, watch } from '../../src/pipeline/watch/watch.ts';
import {
  changedDocuments,
  findStatements,
  followFeed,
  getDocument,
  getFeed,
  listDocuments,
  listFeeds,
  listItems,
  noteFeed,
  noteItem,
  type OpenRecord,
  openRecord,
  removeDocument,
  setFeedState,
  unfollowFeed,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';
import { openSite, page, rss, type Site } from './site.ts';

let folder: string;
let record: OpenRecord;
let site: Site;
const events: WatchEvent[] = [];

const PIER = page('Pier to close', [
  'Mayor Ada Vane told the council on Tuesday: “We will close the pier in June, and not a day later.”',
  'Owen Price, the engineer, said the piles were rotten to the core, and that new ones would cost two million.',
  'The council meets again in May. The meeting lasted two hours, and the hall was as cold as the pier.',
]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = await openRecord(recordPlace(folder));
  site = await openSite();
  events.length = 0;
});
afterEach(async () => {
  await site.close();
  await record.close();
  rmSync(folder, { recursive: true });
});

const look = async (options: WatchOptions = {}) =>
  await watch(record, {
    once: true,
    pause: 0,
    every: 60_000,
    allowPrivate: true,
    rereadAfter: [],
    onEvent: (event) => events.push(event),
    ...options,
  });
const follow = async (path = '/feed') => {
  await followFeed(record, { url: `${site.url}${path}` });
  return await getFeed(record, `${site.url}${path}`);
};
/** Makes all feeds, and what was put off, due now. */
const later = async () => {
  const due = new Date().toISOString();
  for (const { url } of await listFeeds(record)) await noteFeed(record, url, { due });
};
/** Milliseconds for which the feed is put off after each of some failures in a row. */
const waitsAfterFailures = async (failures: number) => {
  const waits: number[] = [];
  for (let i = 0; i < failures; i++) {
    await look();
    waits.push(Date.parse((await getFeed(record, 'feed')).due) - Date.now());
    await later();
  }
  return waits;
};
const kinds = () => events.map(({ kind }) => kind);

describe('what a feed has', () => {
  test('is fetched where the feed has only a summary; what the page does not say is the feed’s', async () => {
    site.pages.set('/feed', rss(site, [{ path: '/pier' }]));
    site.pages.set('/pier', PIER);
    await follow();
    await look();
    const [listed] = await listDocuments(record);
    expect(await getDocument(record, listed!.id)).toMatchObject({
      title: 'Pier to close',
      published: expect.stringMatching(/^2025-03-12/u),
      outlet: 'Nesse Gazette',
      url: `${site.url}/pier`,
    });
    expect((await findStatements(record)).map(({ speaker }) => speaker.name).sort()).toEqual([
      'Ada Vane',
      'Owen Price',
    ]);
    expect(site.asked).toEqual(['/feed', '/pier']);
  });

  test('is not fetched where the feed has it whole', async () => {
    const whole = `<p>${'The council met, and the hall was cold. '.repeat(30)}</p><p>“It will close,” said Ada Vane, the mayor.</p>`;
    site.pages.set('/feed', rss(site, [{ path: '/pier', title: 'Pier', content: whole }]));
    await follow();
    await look();
    expect(await listDocuments(record)).toMatchObject([{ title: 'Pier', outlet: 'Nesse Gazette' }]);
    expect(site.asked).toEqual(['/feed']);
  });

  test('is called by the outlet’s name that a person gave', async () => {
    site.pages.set('/feed', rss(site, [{ path: '/pier' }], 'Latest from us'));
    site.pages.set('/pier', PIER);
    await followFeed(record, { url: `${site.url}/feed`, outlet: 'The Nesse Gazette' });
    await look();
    expect(await listDocuments(record)).toMatchObject([{ outlet: 'The Nesse Gazette' }]);
  });

  test('is not asked for again after a restart, and the feed is asked whether it changed', async () => {
    site.pages.set('/feed', { body: rss(site, [{ path: '/pier' }]), etag: '"1"', type: 'application/rss+xml' });
    site.pages.set('/pier', PIER);
    await follow();
    await look();
    await later();
    const again = await openRecord(record.place);
    await watch(again, { once: true, pause: 0, allowPrivate: true });
    await again.close();
    expect(site.asked).toEqual(['/feed', '/pier', '/feed']);
    expect(site.requests.at(-1)!.headers['if-none-match']).toBe('"1"');
    expect(await getFeed(record, 'feed')).toMatchObject({ failures: 0, items: 1 });
  });

  test('is read again where the feed says that it changed, and is a version then', async () => {
    site.pages.set('/feed', rss(site, [{ path: '/pier' }]));
    site.pages.set('/pier', PIER);
    await follow();
    await look();
    site.pages.set('/feed', rss(site, [{ path: '/pier', title: 'Pier to close in July' }]));
    site.pages.set('/pier', PIER.replace('in June', 'in July'));
    await later();
    await look();
    expect(await changedDocuments(record)).toMatchObject([{ versions: 2 }]);
    expect(await listDocuments(record)).toHaveLength(1);
  });

  test('is read as far as it goes where the feed breaks off, and that is told', async () => {
    const whole = rss(site, [{ path: '/pier' }, { path: '/mill' }]);
    site.pages.set('/feed', whole.slice(0, whole.lastIndexOf('<description>')));
    site.pages.set('/pier', PIER);
    await follow();
    await look();
    expect(events[0]).toMatchObject({ kind: 'feed', fresh: 1, flaw: expect.stringMatching(/breaks off/u) });
    expect(await getFeed(record, 'feed')).toMatchObject({ flaw: expect.stringMatching(/breaks off/u), failures: 0 });
    expect(await listDocuments(record)).toHaveLength(1);
  });

  test('is noticed when it is quietly changed', async () => {
    site.pages.set('/feed', { body: rss(site, [{ path: '/pier' }]), etag: '"1"' });
    site.pages.set('/pier', PIER);
    await follow();
    await look({ rereadAfter: [200] });
    site.pages.set('/pier', PIER.replace('not a day later', 'perhaps later'));
    await setTimeout(300);
    await look({ rereadAfter: [200] });
    expect(site.asked).toEqual(['/feed', '/pier', '/pier']);
    expect(await changedDocuments(record)).toMatchObject([{ versions: 2 }]);
  });

  test('does not come back once a person has taken it out', async () => {
    site.pages.set('/feed', rss(site, [{ path: '/pier' }]));
    site.pages.set('/pier', PIER);
    await follow();
    await look({ rereadAfter: [100] });
    const [listed] = await listDocuments(record);
    await removeDocument(record, listed!.id);
    await setTimeout(200);
    await look({ rereadAfter: [100] });
    expect(await listDocuments(record)).toEqual([]);
    // Nor does another feed bring it back.
    site.pages.set('/other', rss(site, [{ path: '/pier', title: 'Another' }]));
    await follow('/other');
    await look();
    expect(await listDocuments(record)).toEqual([]);
  });
});

describe('manners', () => {
  test('one request at a time to a host, a pause between two, and a name that says who asks', async () => {
    const items = Array.from({ length: 4 }, (_, i) => ({ path: `/a${i}` }));
    site.pages.set('/feed', rss(site, items));
    for (const { path } of items)
      site.pages.set(path, (_, response) => void setTimeout(30).then(() => response.end(PIER.replace('Pier', path))));
    await follow();
    const started = Date.now();
    await look({ pause: 60 });
    expect(site.most()).toBe(1);
    expect(Date.now() - started).toBeGreaterThan(5 * 60);
    expect(site.requests.every(({ headers }) => /^Onrecord\/\d/u.test(headers['user-agent']!))).toBe(true);
  });

  test('robots.txt is asked first, once, and heeded', async () => {
    site.pages.set('/robots.txt', {
      body: 'User-agent: *\nDisallow: /private/\n\nUser-agent: other\nDisallow: /',
      type: 'text/plain',
    });
    site.pages.set('/feed', rss(site, [{ path: '/pier' }, { path: '/private/x' }]));
    site.pages.set('/pier', PIER);
    await follow();
    await look();
    expect(site.asked).toEqual(['/feed', '/pier']);
    expect(site.requests.filter(({ url }) => url === '/robots.txt')).toHaveLength(1);
    expect(await listItems(record, { state: 'failed' })).toMatchObject([
      { url: `${site.url}/private/x`, problem: expect.stringMatching(/robots\.txt of .* does not allow it/u) },
    ]);
  });

  test('robots.txt that cannot be had for now: nothing is asked, and it is tried later', async () => {
    site.pages.set('/robots.txt', { body: '', status: 503 });
    site.pages.set('/feed', rss(site, []));
    await follow();
    await look();
    expect(site.asked).toEqual([]);
    const feed = await getFeed(record, 'feed');
    expect(feed.problem).toMatch(/robots\.txt of \S+ cannot be fetched/u);
    expect(Date.parse(feed.due)).toBeGreaterThan(Date.now() + 60_000);
  });

  test.each([
    ['seconds', () => '3600'],
    ['a date', () => new Date(Date.now() + 3_600_000).toUTCString()],
  ])('Retry-After in %s holds for all of the host', async (_, wait) => {
    site.pages.set('/feed', rss(site, [{ path: '/a' }, { path: '/b' }]));
    for (const path of ['/a', '/b'])
      site.pages.set(path, { body: '', status: 429, headers: { 'retry-after': wait() } });
    await follow();
    await look();
    expect(site.asked).toEqual(['/feed', '/a']);
    const waiting = await listItems(record, { state: 'waiting' });
    expect(waiting).toHaveLength(2);
    for (const { due } of waiting) expect(Date.parse(due)).toBeGreaterThan(Date.now() + 3_500_000);
  });
});

describe('failures', () => {
  test('of a feed are counted, told, and tried more and more seldom', async () => {
    site.pages.set('/feed', { body: 'no', status: 500 });
    await follow();
    await noteFeed(record, `${site.url}/feed`, { succeeded: '2025-01-01T00:00:00.000Z' });
    const waits = await waitsAfterFailures(3);
    expect(waits[1]!).toBeGreaterThan(1.2 * waits[0]!);
    expect(waits[2]!).toBeGreaterThan(1.2 * waits[1]!);
    expect(await getFeed(record, 'feed')).toMatchObject({
      failures: 3,
      problem: expect.stringMatching(/answers 500/u),
    });
    site.pages.set('/feed', rss(site, []));
    await look();
    expect(await getFeed(record, 'feed')).toMatchObject({ failures: 0, problem: null });
  });

  test('of a feed that was read a little while ago do not put it off for long', async () => {
    site.pages.set('/feed', { body: 'no', status: 500 });
    await follow();
    await noteFeed(record, `${site.url}/feed`, { succeeded: new Date(Date.now() - 2 * 3_600_000).toISOString() });
    const waits = await waitsAfterFailures(6);
    for (const wait of waits) expect(wait).toBeLessThan(1.2 * 1_800_000 + 10_000);
    expect(waits[5]!).toBeGreaterThan(0.8 * 1_800_000 - 10_000);
  });

  test('a feed that has moved goes by its new address, with what was seen of it', async () => {
    site.pages.set('/old', rss(site, [{ path: '/pier' }]));
    site.pages.set('/pier', PIER);
    await follow('/old');
    await look();
    site.pages.set('/old', (_, response) => void response.writeHead(301, { location: '/new' }).end());
    site.pages.set('/new', rss(site, [{ path: '/pier' }]));
    await later();
    await look();
    expect((await listFeeds(record)).map(({ url, items }) => [url, items])).toEqual([[`${site.url}/new`, 1]]);
    expect(site.asked.filter((path) => path === '/pier')).toHaveLength(1);
  });

  test('a feed that is gone is asked no more', async () => {
    site.pages.set('/feed', { body: '', status: 410 });
    await follow();
    await look();
    await later();
    await look();
    expect(site.asked).toEqual(['/feed']);
    expect(await getFeed(record, 'feed')).toMatchObject({ state: 'gone' });
    expect(kinds()).toEqual(['feed-gone']);
  });

  test.each([
    ['a web page', '<!doctype html><html><body><p>Hello</p></body></html>', /web page, not a feed/u],
    ['nothing', '', /empty/u],
    ['something else', 'hello', /no feed/u],
  ])('%s is no feed', async (_, body, reason) => {
    site.pages.set('/feed', { body });
    await follow();
    await look();
    expect(events).toMatchObject([{ kind: 'feed-failed', reason: expect.stringMatching(reason) }]);
  });

  test('of an article: what cannot get better is told once, what may is tried again', async () => {
    site.pages.set('/feed', rss(site, [{ path: '/gone' }, { path: '/empty' }, { path: '/down' }]));
    site.pages.set('/empty', '<html><body></body></html>');
    site.pages.set('/down', { body: '', status: 502 });
    await follow();
    await look();
    const failed = await listItems(record, { state: 'failed' });
    expect(failed.map(({ url }) => url).sort()).toEqual([`${site.url}/empty`, `${site.url}/gone`]);
    expect(await listItems(record, { state: 'waiting' })).toMatchObject([{ url: `${site.url}/down`, attempts: 1 }]);
    for (let i = 0; i < 11; i++) {
      for (const item of await listItems(record, { state: 'waiting' }))
        await noteItem(record, item, { due: new Date().toISOString() });
      await look();
    }
    expect(await listItems(record, { state: 'failed' })).toHaveLength(3);
    expect(site.asked.filter((path) => path === '/down')).toHaveLength(11);
  });

  test('private addresses are refused unless they are allowed', async () => {
    site.pages.set('/feed', rss(site, []));
    await follow();
    await look({ allowPrivate: false });
    expect(site.requests).toEqual([]);
    expect((await getFeed(record, 'feed')).problem).toMatch(/private network/u);
  });

  test('a feed of the public that lists private addresses gets nothing from them', async () => {
    const inner = await openSite('127.0.0.2');
    inner.pages.set('/secret', PIER);
    site.pages.set('/feed', rss(site, [{ path: '/pier' }]).replaceAll(`${site.url}/pier`, `${inner.url}/secret`));
    await follow();
    await look({ allowPrivate: ['127.0.0.1'] });
    expect(inner.requests).toEqual([]);
    expect(await listItems(record, { state: 'failed' })).toMatchObject([
      { problem: expect.stringMatching(/private/u) },
    ]);
    await inner.close();
  });
});

test('a feed may be paused, taken up again, and forgotten', async () => {
  site.pages.set('/feed', rss(site, [{ path: '/pier' }]));
  site.pages.set('/pier', PIER);
  const { url } = await follow();
  await setFeedState(record, url, 'paused');
  await look();
  expect(site.asked).toEqual([]);
  await setFeedState(record, url, 'active');
  await look();
  expect(site.asked).toEqual(['/feed', '/pier']);
  await unfollowFeed(record, url);
  expect(await listFeeds(record)).toEqual([]);
  expect(await listDocuments(record)).toHaveLength(1);
});

test('one process watches a record at a time', async () => {
  const stop = new AbortController();
  const first = watch(record, { signal: stop.signal, allowPrivate: true });
  await setTimeout(100);
  const other = await openRecord(record.place);
  await expect(watch(other, { once: true })).rejects.toMatchObject({ code: 'record-busy' });
  stop.abort();
  await first;
  await watch(other, { once: true });
  await other.close();
});
