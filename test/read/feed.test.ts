import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/read/feed/feed.ts';
import { readOpml, writeOpml } from '../../src/read/feed/opml.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';

const FEED = 'https://gazette.example/feed';
const read = (text: string, url = FEED) => readFeed(Buffer.from(text), url);

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Nesse Gazette</title><link>https://gazette.example/</link>
<item><title>Pier &amp; mill</title><link>/pier</link><guid isPermaLink="false">42</guid><pubDate>Wed, 12 Mar 2025 08:00:00 GMT</pubDate><dc:creator>Maren Coyle</dc:creator><description>In short.</description><content:encoded><![CDATA[<p>In full, with more words.</p>]]></content:encoded></item>
<item><title>Mill</title><link>https://gazette.example/mill#top</link></item>
</channel></rss>`;

test('RSS', () => {
  expect(read(RSS)).toEqual({
    title: 'Nesse Gazette',
    home: 'https://gazette.example/',
    items: [
      {
        key: '42',
        url: 'https://gazette.example/pier',
        title: 'Pier & mill',
        byline: 'Maren Coyle',
        published: expect.stringMatching(/^2025-03-12/u),
        content: '<p>In full, with more words.</p>',
        digest: expect.any(String),
      },
      {
        key: 'https://gazette.example/mill',
        url: 'https://gazette.example/mill',
        title: 'Mill',
        digest: expect.any(String),
      },
    ],
  });
});

test('Atom', () => {
  const feed = read(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Gazette</title><link rel="self" href="/feed"/><link href="https://gazette.example/"/><entry><id>tag:1</id><title>Pier</title><link rel="edit" href="/e"/><link rel="alternate" type="text/html" href="/pier"/><published>2025-03-12T08:00:00Z</published><updated>2025-03-13T08:00:00Z</updated><author><name>Maren Coyle</name></author><summary>Short</summary></entry></feed>',
  );
  expect(feed).toMatchObject({
    title: 'Gazette',
    home: 'https://gazette.example/',
    items: [{ key: 'tag:1', url: 'https://gazette.example/pier', byline: 'Maren Coyle', content: 'Short' }],
  });
});

test('RDF', () => {
  const feed = read(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Gazette</title><link>https://gazette.example/</link></channel><item rdf:about="https://gazette.example/pier"><title>Pier</title><link>https://gazette.example/pier</link><dc:date>2025-03-12</dc:date></item></rdf:RDF>',
  );
  expect(feed.items).toMatchObject([{ url: 'https://gazette.example/pier', published: '2025-03-12' }]);
});

test('JSON Feed', () => {
  const feed = read(
    '{"version":"https://jsonfeed.org/version/1.1","title":"Gazette","items":[{"id":"1","url":"https://gazette.example/pier","title":"Pier","content_text":"Words","date_published":"2025-03-12T08:00:00Z","authors":[{"name":"Maren Coyle"}]}]}',
  );
  expect(feed.items).toMatchObject([{ key: '1', byline: 'Maren Coyle', content: 'Words' }]);
});

describe('an item’s digest', () => {
  const digest = (text: string) => read(text).items[0]!.digest;
  test('is another when its words or its date are', () => {
    expect(digest(RSS)).toBe(digest(RSS));
    expect(digest(RSS.replace('In full', 'In brief'))).not.toBe(digest(RSS));
    expect(digest(RSS.replace('12 Mar', '13 Mar'))).not.toBe(digest(RSS));
    expect(digest(RSS.replace('Mill', 'Quay'))).toBe(digest(RSS));
  });
});

describe('feeds that are broken are read as far as they go', () => {
  test.each([
    ['cut off in an item', RSS.slice(0, RSS.indexOf('</link></item>')), 1, /breaks/u],
    ['cut off in an address', RSS.slice(0, RSS.indexOf('gazette.example/mill') + 10), 1, /breaks/u],
    ['cut off after an item', RSS.slice(0, RSS.indexOf('</channel>')), 2, /breaks/u],
    ['with words before it', `Warning: something\n${RSS}`, 2, undefined],
    ['with a bare ampersand', RSS.replace('&amp;', '&'), 2, undefined],
    ['with an unknown entity', RSS.replace('&amp;', '&nbsp;'), 2, undefined],
    ['with a control character', RSS.replace('Mill', 'Mi\u0003ll'), 2, undefined],
    ['with a tag that is not closed', RSS.replace('In short.</description>', 'In short.'), 1, undefined],
    [
      'with one id twice',
      RSS.replace('</channel>', `${/<item>[\s\S]*?<\/item>/u.exec(RSS)![0]}</channel>`),
      2,
      undefined,
    ],
    [
      'JSON cut off',
      '{"version":"https://jsonfeed.org/version/1.1","title":"G","items":[{"id":"1","url":"https://a.example/1"},{"id":"2","url":"https://a.exa',
      1,
      /breaks/u,
    ],
    ['without items', '<rss version="2.0"><channel></channel></rss>', 0, /nothing/u],
    [
      'with an item of nothing',
      '<rss version="2.0"><channel><title>x</title><item><category>y</category></item></channel></rss>',
      0,
      /neither/u,
    ],
  ])('%s', (_, text, count, flaw) => {
    const feed = read(text);
    expect(feed.items.length).toBeGreaterThanOrEqual(count);
    if (flaw) expect(feed.flaw).toMatch(flaw);
  });

  test.each([
    ['nothing', '', /empty/u],
    ['a web page', '<!doctype html><html><p>x</p></html>', /web page/u],
    ['words', 'hello', /no feed/u],
    ['JSON of something else', '{"a":1}', /no feed/u],
  ])('%s is none', (_, text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });

  test('only http and https addresses are taken', () => {
    const feed = read(RSS.replace('<link>/pier</link>', '<link>javascript:alert(1)</link>'));
    expect(feed.items[0]!.url).toBeUndefined();
  });
});

test.skipIf(!SHARED)(
  `no feed of others ends the program${WITHOUT_SHARED}`,
  () => {
    const files = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? files(path) : /\.(?:xml|json|rss|atom|rdf)$/u.test(name) ? [path] : [];
      });
    const all = [...files(shared('files', 'feeds-feedparser')), ...files(shared('files', 'feeds-feedsmith'))];
    let items = 0;
    const refused: string[] = [];
    for (const file of all) {
      try {
        items += readFeed(readFileSync(file), FEED).items.length;
      } catch (cause) {
        expect(cause).toMatchObject({ name: 'OnrecordError' });
        refused.push(file);
      }
    }
    expect(all.length).toBeGreaterThan(1500);
    expect(items).toBeGreaterThan(600);
    expect(refused.length).toBeLessThan(40);
  },
  60_000,
);

describe('OPML', () => {
  test('folders are opened, each feed is taken once', () => {
    const opml =
      '<opml version="2.0"><head><title>x</title></head><body><outline text="News"><outline type="rss" text="Gazette" xmlUrl="https://gazette.example/feed" htmlUrl="https://gazette.example/"/></outline><outline text="Gazette again" xmlUrl="https://gazette.example/feed"/><outline text="only a note"/></body></opml>';
    expect(readOpml(Buffer.from(opml))).toEqual([
      { url: 'https://gazette.example/feed', title: 'Gazette', home: 'https://gazette.example/' },
    ]);
  });
  test('what is written is read again', () => {
    const feeds = [
      { url: 'https://a.example/f?x=1&y=2', title: 'A “quoted” & <odd> name', home: 'https://a.example/' },
    ];
    expect(readOpml(Buffer.from(writeOpml(feeds)))).toEqual(feeds);
  });
  test('what is none is refused', () => {
    expect(() => readOpml(Buffer.from('hello'))).toThrow(/no OPML/u);
  });
});

describe('what is meant to harm does none', () => {
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i || ''};`.repeat(10)}">`).join(
    '',
  );
  const item = '<item><title>x</title><link>https://a.example/1</link></item>';
  test.each<[string, string]>([
    [
      'entities that multiply',
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY lol "lol">${laughs}]>${RSS.replace('Mill', '&lol9;')}`,
    ],
    [
      'an entity that is a file',
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${RSS.replace('Mill', '&x;')}`,
    ],
    [
      'elements a hundred thousand deep',
      `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${item}</channel></rss>`,
    ],
    ['a hundred thousand items', `<rss version="2.0"><channel>${item.repeat(100_000)}</channel></rss>`],
    ['a million brackets', `<rss version="2.0"><channel><title>${'<'.repeat(1_000_000)}</title>`],
    ['items that are never closed', `<rss version="2.0"><channel>${'<item><title>x</title>'.repeat(100_000)}`],
  ])('%s', (_, text) => {
    const feed = read(text);
    expect(JSON.stringify(feed).length).toBeLessThan(10_000);
    expect(JSON.stringify(feed)).not.toMatch(/root:|(?:lol){100}/u);
  });
  test('OPML fifty thousand deep', () => {
    const deep = `<opml version="2.0"><body>${'<outline text="x">'.repeat(50_000)}${'</outline>'.repeat(50_000)}</body></opml>`;
    expect(() => readOpml(Buffer.from(deep))).toThrow(/no OPML/u);
  });
});
