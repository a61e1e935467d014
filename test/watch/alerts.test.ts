import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { alertsAsAtom, alertsAsJsonFeed } from '../../src/export/index.ts';
import { add } from '../../src/pipeline/add.ts';
import { findAlerts } from '../../src/pipeline/alerts/alerts.ts';
import { deliverAlerts } from '../../src/pipeline/alerts/deliver.ts';
import { reextract } from '../../src/pipeline/reextract.ts';
import {
  addStatement,
  dueAlerts,
  listAlerts,
  listSearches,
  noteDelivery,
  type OpenRecord,
  openRecord,
  removeSearch,
  replaceStatements,
  resendAlerts,
  type SearchQuery,
  saveSearch,
  saveTopic,
  takeAlert,
  undoReview,
} from '../../src/record/index.ts';
import { recordPlace } from '../records.ts';
import { openSite, type Site } from './site.ts';

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

const PIER =
  'Pier to close\n\nMayor Ada Vane told the council on Tuesday: “We will close the pier in June.”\n\nOwen Price, the engineer, denied that the piles were rotten, and praised Vane as “a brave mayor”.';
const read = async (text: string, details: { outlet?: string; url?: string; published?: string } = {}) =>
  await add(record, Buffer.from(text), 'a.txt', {
    details: { published: '2025-03-12', outlet: 'Nesse Gazette', ...details },
  });
const search = async (query: SearchQuery, webhook?: string, name = 'S') =>
  await saveSearch(record, name, query, 'Ida Brandt', webhook);

describe('a search fires', () => {
  test.each<[string, SearchQuery, number]>([
    ['for a speaker', { on: 'said', speaker: 'Vane' }, 1],
    ['for words', { on: 'said', topic: 'close pier' }, 1],
    ['for whom it mentions', { on: 'said', about: 'Vane' }, 1],
    ['for an outlet, whatever its capitals', { on: 'said', outlet: 'nesse gazette' }, 2],
    ['for an act', { on: 'said', act: 'deny' }, 1],
    ['only where all conditions hold', { on: 'said', speaker: 'Vane', act: 'deny' }, 0],
    ['not for another outlet', { on: 'said', outlet: 'Courier' }, 0],
    ['not for whom nobody knows', { on: 'said', about: 'Mona Quill' }, 0],
  ])('%s', async (_, query, count) => {
    await search(query);
    await read(PIER);
    const alerts = await listAlerts(record);
    expect(alerts.length >= count && (count > 0 || alerts.length === 0)).toBe(true);
    for (const { why } of alerts) {
      expect(why.passage.text.slice(why.passage.start, why.passage.end).length).toBeGreaterThan(3);
      expect(why.reason).toMatch(/^S: /u);
    }
  });

  test('for a saved topic’s phrasings', async () => {
    await saveTopic(record, { name: 'Seaside', phrasings: ['harbour wall', 'pier June'] });
    await search({ on: 'said', topic: 'seaside' });
    await read(PIER);
    expect(await listAlerts(record)).toMatchObject([{ why: { speaker: 'Ada Vane' } }]);
  });

  test('for what comes after a statement that was added by hand and taken back', async () => {
    const { document } = await read(PIER);
    await search({ on: 'said', speaker: 'Quill' });
    const start = PIER.indexOf('praised Vane');
    const review = await addStatement(
      record,
      document,
      [{ start, end: start + 12 }],
      { speaker: { name: 'Owen Price', type: 'person' } },
      'Ida Brandt',
    );
    await findAlerts(record);
    await undoReview(record, review);
    await read('Mona Quill told the council on Monday: “The harbour wall is sound.”');
    await findAlerts(record);
    expect(await listAlerts(record)).toMatchObject([{ why: { speaker: 'Mona Quill' } }]);
  });

  test('for what comes after a document that was read again and gave fewer statements', async () => {
    const { document } = await read(PIER);
    await search({ on: 'said', speaker: 'Quill' });
    await read('Ned Lund told the council on Monday: “Berth nine is empty.”');
    await findAlerts(record);
    const [last] = await record.db.selectFrom('document').select('id').where('id', '!=', document).execute();
    await replaceStatements(record, last!.id, { statements: [], figures: [], names: [] });
    await read('Mona Quill told the council on Monday: “The harbour wall is sound.”');
    await findAlerts(record);
    expect(await listAlerts(record)).toMatchObject([{ why: { speaker: 'Mona Quill' } }]);
  });

  test('once for one statement, and not for what was there before', async () => {
    const { document } = await read(PIER);
    await search({ on: 'said', speaker: 'Vane' });
    await findAlerts(record);
    expect(await listAlerts(record)).toEqual([]);
    await reextract(record, [document]);
    await findAlerts(record);
    expect(await listAlerts(record)).toEqual([]);
    await read(PIER.replace('June', 'July'));
    expect(await findAlerts(record)).toBe(0);
    expect(await listAlerts(record)).toHaveLength(1);
  });

  test('for a possible shift, with what was said before', async () => {
    await read('Mayor Ada Vane said on Monday: “I support the new pier, and I will vote for the new pier.”', {
      published: '2025-01-10',
    });
    await search({ on: 'shift', speaker: 'Vane', topic: 'pier' });
    await read('Mayor Ada Vane said on Monday: “I oppose the new pier, and I will not vote for the new pier.”', {
      published: '2025-03-12',
    });
    expect(await listAlerts(record)).toMatchObject([
      { why: { reason: expect.stringMatching(/possible shift on pier/u), before: expect.stringMatching(/support/u) } },
    ]);
  });

  test('for a quotation that is altered or taken out after publication', async () => {
    const url = 'https://gazette.example/pier';
    await search({ on: 'altered', speaker: 'Vane' });
    await read(PIER, { url });
    expect(await listAlerts(record)).toEqual([]);
    await read(PIER.replace('in June', 'in September'), { url });
    expect(await listAlerts(record)).toMatchObject([
      {
        why: {
          reason: expect.stringMatching(/was altered/u),
          before: expect.stringMatching(/June/u),
          content: expect.stringMatching(/September/u),
        },
      },
    ]);
    await read(PIER.replace(/Mayor.*\n/u, 'The council met.\n'), { url });
    expect(
      (await listAlerts(record)).map(({ why }) => why.reason).filter((reason) => /no longer/u.test(reason)),
    ).toHaveLength(1);
  });
});

describe('a search that is', () => {
  test.each<[string, SearchQuery, string | undefined, RegExp]>([
    ['of nothing', { on: 'said' }, undefined, /what to search for/u],
    ['of a shift without a topic', { on: 'shift', speaker: 'Vane' }, undefined, /give both/u],
    ['sent nowhere', { on: 'said', act: 'deny' }, 'mailto:x', /no http/u],
  ])('%s is refused', async (_, query, webhook, reason) => {
    await expect(search(query, webhook)).rejects.toThrow(reason);
  });
  test('of a name that is taken is refused', async () => {
    await search({ on: 'said', act: 'deny' });
    await expect(search({ on: 'said', act: 'say' })).rejects.toThrow(/already/u);
  });
  test('removed takes its alerts along', async () => {
    await search({ on: 'said', speaker: 'Vane' });
    await read(PIER);
    await removeSearch(record, (await listSearches(record))[0]!.id);
    expect([await listSearches(record), await listAlerts(record)]).toEqual([[], []]);
  });
});

describe('a webhook', () => {
  let site: Site;
  let bodies: { body: string; headers: Record<string, unknown> }[];
  let status: number;
  beforeEach(async () => {
    site = await openSite();
    bodies = [];
    status = 200;
    site.pages.set('/hook', (request, response) => {
      let body = '';
      request.on('data', (data) => {
        body += data;
      });
      request.on('end', () => {
        bodies.push({ body, headers: request.headers });
        response.writeHead(status).end();
      });
    });
  });
  afterEach(() => site.close());
  const deliver = () => deliverAlerts(record, { allowPrivate: true, retry: 1 });
  const waiting = async () => {
    const { secret } = await search({ on: 'said', speaker: 'Vane' }, `${site.url}/hook`);
    await read(PIER);
    return secret!;
  };

  test('is told, signed, and never twice', async () => {
    const secret = await waiting();
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(0);
    const [{ body, headers }] = bodies as [(typeof bodies)[0]];
    expect(JSON.parse(body)).toMatchObject({ type: 'alert', data: { name: 'S', speaker: 'Ada Vane' } });
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = createHmac('sha256', key)
      .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
      .digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signed}`);
    expect(bodies).toHaveLength(1);
    expect(await listAlerts(record)).toMatchObject([{ delivery: 'done', attempts: 1 }]);
  });

  test('that fails is tried again later, under the same id, and becomes a dead letter in the end', async () => {
    await waiting();
    status = 500;
    for (let i = 0; i < 12; i++) {
      await deliver();
      for (const { id, delivery } of await listAlerts(record))
        if (delivery === 'waiting')
          await noteDelivery(record, id, { delivery, due: new Date().toISOString(), problem: 'answers 500' });
    }
    expect(bodies).toHaveLength(8);
    expect(new Set(bodies.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await listAlerts(record, { delivery: 'dead' })).toMatchObject([{ problem: expect.stringMatching(/500/u) }]);
    status = 204;
    expect(await resendAlerts(record)).toBe(1);
    expect(await deliver()).toBe(1);
  });

  test('that was being told when its sender was killed is not told again by itself', async () => {
    await waiting();
    const [alert] = await dueAlerts(record, new Date().toISOString());
    expect(await takeAlert(record, alert!)).toBe(true);
    expect(await takeAlert(record, alert!)).toBe(false);
    await record.db.updateTable('alert').set({ due: '2020-01-01T00:00:00.000Z' }).execute();
    expect(await deliver()).toBe(0);
    expect(await listAlerts(record)).toMatchObject([
      { delivery: 'dead', problem: expect.stringMatching(/may have arrived/u) },
    ]);
    expect(bodies).toEqual([]);
  });

  test('of a private network is refused, and redirects are not followed', async () => {
    await waiting();
    expect(await deliverAlerts(record)).toBe(0);
    expect(await listAlerts(record)).toMatchObject([{ delivery: 'dead', problem: expect.stringMatching(/private/u) }]);
    await resendAlerts(record);
    site.pages.set('/hook', (_, response) => {
      response.writeHead(307, { location: `${site.url}/elsewhere` }).end();
    });
    expect(await deliver()).toBe(0);
    expect(site.asked).toEqual(['/hook']);
  });
});

test('alerts are feeds', async () => {
  const { search: saved } = await search({ on: 'said', speaker: 'Vane' });
  await read(PIER.replace('close', 'close <b>& open</b>'), { url: 'https://gazette.example/pier' });
  const alerts = await listAlerts(record);
  expect(parseAtomFeed(await alertsAsAtom(saved, alerts))).toMatchObject({
    title: { value: 'Onrecord: S' },
    entries: [{ id: `urn:onrecord:alert:${alerts[0]!.id}`, content: { value: expect.stringContaining('<mark>') } }],
  });
  const json = parseJsonFeed(await alertsAsJsonFeed(saved, alerts));
  expect(json).toMatchObject({ items: [{ url: 'https://gazette.example/pier' }] });
  expect(json.items![0]!.content_html).not.toContain('<b>');
});
