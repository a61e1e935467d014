import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/index.ts';
import { turnsOf } from '../../src/extract/text/turns.ts';
import { contentsOfFile } from '../../src/read/contents.ts';
import { documentsIn, linesOf } from './documents.ts';

/** "channel | date | address", and what is said by whom. */
const told = (document: Document | string | undefined) => {
  if (document === undefined || typeof document === 'string') return [String(document)];
  const { text, blocks, published, url } = document;
  const channel = blocks[0]?.speaker?.channel;
  return [`${channel && text.slice(channel.start, channel.end)} | ${published} | ${url}`, ...linesOf(document)];
};
const postsIn = async (value: unknown) =>
  (await documentsIn(typeof value === 'string' ? value : JSON.stringify(value))).flatMap(told);

const X = 'X | 2025-03-12T10:15:00Z | https://x.com';
const MASTODON = 'Mastodon | 2025-03-12T10:15:00Z | https://town.example/@vane/1';
const account = { acct: 'vane', display_name: 'Ada Vane' };
const status = {
  id: '1',
  created_at: '2025-03-12T10:15:00.000Z',
  url: 'https://town.example/@vane/1',
  content: '<p>We are <a href="x">not</a> closing.</p><p>At all.</p>',
  account,
  reblog: null,
};
const bluesky = {
  uri: 'at://did:plc:abc/app.bsky.feed.post/3k',
  cid: 'c',
  author: { did: 'did:plc:abc', handle: 'vane.example', displayName: 'Ada Vane' },
  record: { $type: 'app.bsky.feed.post', text: 'We are not closing.', createdAt: '2025-03-12T10:15:00.000Z' },
};
const BLUESKY = [
  'Bluesky | 2025-03-12T10:15:00Z | https://bsky.app/profile/vane.example/post/3k',
  'Ada Vane: We are not closing.',
];

describe('posts are what their author says, there and then', () => {
  test.each<[string, unknown, string[]]>([
    [
      'X, API 2',
      {
        data: [{ id: '1', text: 'We are &amp; shall be.', author_id: '7', created_at: '2025-03-12T10:15:00.000Z' }],
        includes: { users: [{ id: '7', name: 'Ada Vane', username: 'vane' }] },
      },
      [`${X}/vane/status/1`, 'Ada Vane: We are & shall be.'],
    ],
    [
      'X, API 2, one that is long',
      {
        data: {
          id: '1',
          text: 'We are…',
          note_tweet: { text: 'We are and shall be.' },
          author_id: '7',
          created_at: '2025-03-12T10:15:00.000Z',
        },
        includes: { users: [{ id: '7', name: 'Ada Vane', username: 'vane' }] },
      },
      [`${X}/vane/status/1`, 'Ada Vane: We are and shall be.'],
    ],
    [
      'X, API 2, passed on',
      {
        data: [
          { id: '1', text: 'RT @reid: It cl…', author_id: '7', referenced_tweets: [{ type: 'retweeted', id: '2' }] },
        ],
        includes: {
          users: [
            { id: '7', name: 'Ada Vane', username: 'vane' },
            { id: '8', name: 'Tom Reid', username: 'reid' },
          ],
          tweets: [{ id: '2', text: 'It closes.', author_id: '8', created_at: '2025-03-12T10:15:00.000Z' }],
        },
      },
      [`${X}/reid/status/2`, 'Tom Reid: It closes.'],
    ],
    [
      'X, API 1.1',
      [
        {
          id_str: '1',
          full_text: 'We are.',
          created_at: 'Wed Mar 12 10:15:00 +0000 2025',
          user: { name: 'Ada Vane', screen_name: 'vane' },
        },
      ],
      [`${X}/vane/status/1`, 'Ada Vane: We are.'],
    ],
    ['Mastodon', [status], [MASTODON, 'Ada Vane: We are not closing.', 'Ada Vane: At all.']],
    ['Mastodon, one post', status, [MASTODON, 'Ada Vane: We are not closing.', 'Ada Vane: At all.']],
    [
      'Mastodon, a boost',
      [{ ...status, account: { acct: 'reid', display_name: 'Tom Reid' }, content: '', reblog: status }],
      [MASTODON, 'Ada Vane: We are not closing.', 'Ada Vane: At all.'],
    ],
    ['Bluesky, a feed', { feed: [{ post: bluesky, reply: {} }], cursor: 'x' }, BLUESKY],
    ['Bluesky, a search', { posts: [bluesky] }, BLUESKY],
    [
      'Bluesky, a thread',
      { thread: { $type: 'app.bsky.feed.defs#threadViewPost', post: bluesky, replies: [] } },
      BLUESKY,
    ],
    [
      'Bluesky, a repository',
      { records: [{ uri: bluesky.uri, cid: 'c', value: bluesky.record }] },
      [
        'Bluesky | 2025-03-12T10:15:00Z | https://bsky.app/profile/did:plc:abc/post/3k',
        'did:plc:abc: We are not closing.',
      ],
    ],
  ])('%s', async (_, value, expected) => {
    expect(await postsIn(value)).toEqual(expected);
  });

  test("Mastodon's outbox.json, without what is only passed on", async () => {
    const note = {
      id: 'https://town.example/users/vane/statuses/1',
      type: 'Note',
      published: '2025-03-12T10:15:00Z',
      url: 'https://town.example/@vane/1',
      attributedTo: 'https://town.example/users/vane',
      content: '<p>We are.</p>',
    };
    const outbox = {
      '@context': 'https://www.w3.org/ns/activitystreams',
      type: 'OrderedCollection',
      orderedItems: [
        { type: 'Announce', actor: 'https://town.example/users/vane', object: 'https://x.example/1' },
        { type: 'Create', actor: 'https://town.example/users/vane', object: note },
      ],
    };
    expect(await postsIn(outbox)).toEqual([MASTODON, '@vane@town.example: We are.']);
  });

  test("X's archive has its owner in another file, and what others wrote is theirs", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-posts-'));
    const tweet = (id: string, text: string) => ({
      tweet: { id_str: id, full_text: text, created_at: 'Wed Mar 12 10:15:00 +0000 2025', entities: {} },
    });
    writeFileSync(
      join(folder, 'tweets.js'),
      `window.YTD.tweets.part0 = ${JSON.stringify([tweet('1', 'We are.'), tweet('2', 'RT @reid: It closes.')])}`,
    );
    const alone = await documentsIn(await contentsOfFile(join(folder, 'tweets.js')));
    writeFileSync(
      join(folder, 'account.js'),
      `window.YTD.account.part0 = ${JSON.stringify([{ account: { username: 'vane', accountDisplayName: 'Ada Vane' } }])}`,
    );
    const both = await documentsIn(await contentsOfFile(join(folder, 'tweets.js')));
    rmSync(folder, { recursive: true });
    expect(alone.flatMap(told).slice(1, 2)).toEqual(['- We are.']);
    expect(both.flatMap(told)).toEqual([
      `${X}/vane/status/1`,
      'Ada Vane: We are.',
      `${X}/vane/status/2`,
      '@reid: It closes.',
    ]);
  });

  test('each is one statement, through where it was posted', async () => {
    const [document] = (await documentsIn(JSON.stringify([status]))) as Document[];
    const [turn, ...others] = turnsOf(document!);
    const slice = ({ start, end }: { start: number; end: number }) => document!.text.slice(start, end);
    expect(others).toEqual([]);
    expect(turn!.content.map(slice)).toEqual(['We are not closing.', 'At all.']);
    expect(turn!.source.map(slice)).toEqual(['Ada Vane (@vane)']);
    expect(slice(turn!.speaker!.channel!)).toBe('Mastodon');
    expect(document!.outlet).toBe('Mastodon');
  });
});
