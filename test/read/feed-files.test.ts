import { describe, expect, test } from 'vitest';
import { archiveEntries } from '../../src/read/archive/archive.ts';
import { contentsOfBytes } from '../../src/read/contents.ts';
import { documentsIn, linesOf } from './documents.ts';

/** "title | date | address | outlet | byline", and the words. */
const told = async (text: string | Buffer) =>
  (await documentsIn(text)).flatMap((one) =>
    typeof one === 'string'
      ? one
      : [[one.title, one.published, one.url, one.outlet, one.byline].map(String).join(' | '), ...linesOf(one)],
  );
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="a.xsl"?><!-- ours --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nesse Gazette</title><link>https://g.example/</link><description>news</description>${items}`;
const END = '</channel></rss>';
const ITEM =
  '<item><title>Pier &amp; piles</title><link>https://g.example/1</link><dc:creator>Petra Holm</dc:creator><pubDate>Wed, 12 Mar 2025 10:15:00 +0000</pubDate><content:encoded><![CDATA[<p>It closes.</p><p>Soon.</p>]]></content:encoded></item>';
const FIRST = [
  'Pier & piles | 2025-03-12 | https://g.example/1 | Nesse Gazette | Petra Holm',
  '- It closes.',
  '- Soon.',
];

describe('feeds as files: each item is a document', () => {
  test('RSS', async () => {
    const short =
      '<item><title>Rents rise</title><link>https://g.example/2</link><description>By nine per cent.</description></item>';
    expect(await told(rss(ITEM + short + END))).toEqual([
      ...FIRST,
      'Rents rise | undefined | https://g.example/2 | Nesse Gazette | undefined',
      '- By nine per cent.',
    ]);
  });

  test('of more than a thousand items', async () => {
    const items = Array.from({ length: 1500 }, (_, i) => ITEM.replaceAll('/1<', `/${i}<`)).join('');
    let entries = 0;
    for await (const _ of archiveEntries(contentsOfBytes(Buffer.from(rss(items + END)), 'long'), 'feed')) entries++;
    expect(entries).toBe(1500);
  });

  test('that breaks off is read as far as it goes, and says so', async () => {
    const lines = await told(rss(`${ITEM}<item><title>Half`));
    expect(lines.slice(0, 3)).toEqual(FIRST);
    expect(lines[3]).toContain('! the feed is damaged: it breaks off');
  });

  test('Atom with prefixes and addresses that are relative', async () => {
    const atom = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Nesse Blog</a:title><a:link href="https://b.example/"/><a:entry><a:title>Pier</a:title><a:link href="/pier"/><a:id>tag:1</a:id><a:published>2025-03-12T10:00:00Z</a:published><a:author><a:name>Petra Holm</a:name></a:author><a:content type="html">&lt;p&gt;It closes.&lt;/p&gt;</a:content></a:entry></a:feed>`;
    expect(await told(atom)).toEqual([
      'Pier | 2025-03-12T10:00:00Z | https://b.example/pier | Nesse Blog | Petra Holm',
      '- It closes.',
    ]);
  });

  test('RDF', async () => {
    const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://g.example/"><title>Nesse Gazette</title><link>https://g.example/</link></channel><item rdf:about="https://g.example/1"><title>Pier</title><link>https://g.example/1</link><description>It closes.</description></item></rdf:RDF>`;
    expect(await told(rdf)).toEqual([
      'Pier | undefined | https://g.example/1 | Nesse Gazette | undefined',
      '- It closes.',
    ]);
  });

  test('JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Nesse',
      home_page_url: 'https://n.example/',
      items: [
        {
          id: '1',
          url: 'https://n.example/1',
          title: 'Pier',
          content_html: '<p>It closes.</p>',
          date_published: '2025-03-12T10:00:00Z',
          authors: [{ name: 'Petra Holm' }],
        },
        { id: '2', url: 'https://n.example/2', content_text: 'One.\n\nTwo.' },
      ],
    };
    expect(await told(JSON.stringify(feed))).toEqual([
      'Pier | 2025-03-12T10:00:00Z | https://n.example/1 | Nesse | Petra Holm',
      '- It closes.',
      'undefined | undefined | https://n.example/2 | Nesse | undefined',
      '- One.',
      '- Two.',
    ]);
  });

  test('without items is refused', async () => {
    expect((await told(rss(END)))[0]).toContain('! this feed has no articles');
  });
});

describe('news sitemaps', () => {
  const page = (n: number, news: string) => `<url><loc>https://g.example/${n}</loc>${news}</url>`;
  const news = (title: string) =>
    `<news:news><news:publication><news:name>Nesse Gazette</news:name><news:language>en</news:language></news:publication><news:publication_date>2025-03-12T10:15:00+00:00</news:publication_date><news:title>${title}</news:title></news:news>`;
  const sitemap = (pages: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${pages}</urlset>`;

  test('each article is a document of its title, date, outlet and address', async () => {
    const text = sitemap(page(1, news('Pier &amp; piles')) + page(2, '') + page(3, news('<![CDATA[Rents rise]]>')));
    expect(await told(text)).toEqual([
      'Pier & piles | 2025-03-12T10:15:00+00:00 | https://g.example/1 | Nesse Gazette | undefined',
      'Rents rise | 2025-03-12T10:15:00+00:00 | https://g.example/3 | Nesse Gazette | undefined',
    ]);
  });

  test('of addresses alone are refused', async () => {
    expect(await told(sitemap(page(1, '')))).toEqual([
      '! this sitemap lists addresses alone, without titles; give the addresses themselves',
    ]);
  });
});
