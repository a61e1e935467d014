import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/read/read.ts';

const LONG =
  'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped when it was over. The clerk read the count twice.';
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const article = (inner: string) =>
  `<article><h1>Pier closes</h1><p>${LONG}</p><p>${LONG} Again.</p>${inner}<p>${LONG} And again.</p></article>`;

async function readPage(html: string | Uint8Array, header?: string) {
  const { document } = await read(
    typeof html === 'string' ? new TextEncoder().encode(html) : html,
    'x',
    header ? { header } : {},
  );
  return {
    document,
    blocks: document.blocks.map((block) => `${block.kind}: ${document.text.slice(block.start, block.end)}`),
  };
}

test('the sample page: metadata, and the body without its furniture', async () => {
  const { document, blocks } = await readPage(readFileSync('samples/mill-results.html'));
  expect(document).toMatchObject({
    title: 'Corran Mills profit falls as flour price jumps',
    byline: 'Tilda Rook',
    outlet: 'Corran Business Daily',
    url: 'https://business.corran.example/2025/02/corran-mills-results.html',
    published: '2025-02-06T07:30:00Z',
    language: 'en',
  });
  expect(blocks).toContain('caption: The mill at Corran, which employs 640 people');
  expect(blocks).toContain('heading: Union warns of strike');
  expect(document.text).not.toMatch(/Sign up|Related|three-year high|rights reserved|Share|Subscribe/u);
});

describe('metadata, in order of trust', () => {
  const jsonLd = `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"From JSON-LD","datePublished":"2024-01-01T10:00:00+01:00","author":[{"name":"Ada Quill"},{"name":"Ned Lund"}],"publisher":{"name":"Gazette"}}]}</script>`;
  const openGraph =
    '<meta property="og:title" content="From OpenGraph"><meta property="article:published_time" content="2024-02-02"><meta property="og:site_name" content="Courier">';
  const meta =
    '<meta name="author" content="By Jem Sorrel"><meta name="date" content="2024-03-03"><link rel="canonical" href="/a/b">';
  test('JSON-LD first', async () => {
    const { document } = await readPage(page(jsonLd + openGraph + meta, article('')));
    expect(document).toMatchObject({
      title: 'From JSON-LD',
      byline: 'Ada Quill, Ned Lund',
      outlet: 'Gazette',
      published: '2024-01-01T10:00:00+01:00',
    });
  });
  test('then OpenGraph, then meta', async () => {
    const { document } = await readPage(page(openGraph + meta, article('')));
    expect(document).toMatchObject({
      title: 'From OpenGraph',
      byline: 'Jem Sorrel',
      outlet: 'Courier',
      published: '2024-02-02',
    });
  });
  test('then <time> and the heading', async () => {
    const { document } = await readPage(
      page('<title>Pier closes | Nesse News</title>', article('<time datetime="2024-04-04">yesterday</time>')),
    );
    expect(document).toMatchObject({ title: 'Pier closes', published: '2024-04-04' });
  });
  test('broken JSON-LD costs only itself', async () => {
    const { document } = await readPage(
      page(`<script type="application/ld+json">{"@type": NewsArticle}</script>${openGraph}`, article('')),
    );
    expect(document.title).toBe('From OpenGraph');
  });
});

describe('the body', () => {
  test('lists, block quotations and subheadings are kept; boxes, share bars and link lists go', async () => {
    const { blocks } = await readPage(
      page(
        '',
        article(
          `<h2>Costs</h2><ul><li>Oak piles, which cost the most of all</li><li>Iron bolts</li></ul><blockquote><p>“We tried twice.”</p></blockquote><div class="newsletter-signup"><p>Join us</p></div><p>Advertisement</p><ul><li><a href="/1">One thing</a></li><li><a href="/2">Another thing</a></li></ul><figure><img><figcaption>The pier</figcaption></figure>`,
        ),
      ),
    );
    const kinds = blocks.filter((block) => !block.startsWith('paragraph'));
    expect(kinds).toEqual([
      'title: Pier closes',
      'heading: Costs',
      'list-item: Oak piles, which cost the most of all',
      'list-item: Iron bolts',
      'blockquote: “We tried twice.”',
      'caption: The pier',
    ]);
  });
  test('a page without <html> and <body>', async () => {
    const { blocks } = await readPage(`<title>Pier</title>${article('')}`);
    expect(blocks.filter((block) => block.startsWith('paragraph'))).toHaveLength(3);
  });
  test('line breaks for paragraphs', async () => {
    const { blocks } = await readPage(page('', `<div>${LONG}<br><br>${LONG} Two.<br><br>${LONG} Three.</div>`));
    expect(blocks.filter((block) => block.startsWith('paragraph'))).toHaveLength(3);
  });
});

describe('character sets', () => {
  const html = (charset: string) =>
    page(`<meta charset="${charset}">`, article('<p>“Café Müller” is shut, they said, and it is not coming back.</p>'));
  const latin1 = (text: string) => Uint8Array.from(Buffer.from(text.replace(/“|”/gu, '"'), 'latin1'));
  test.each([
    ['UTF-8', new TextEncoder().encode(html('utf-8')), undefined],
    ['UTF-8 that claims to be Latin-1', new TextEncoder().encode(html('iso-8859-1')), undefined],
    ['UTF-8 with a lying header', new TextEncoder().encode(html('utf-8')), 'windows-1251'],
    ['Latin-1 by meta', latin1(html('iso-8859-1')), undefined],
    ['Latin-1 by header', latin1(html('')), 'iso-8859-1'],
    ['Latin-1 that claims to be UTF-8', latin1(html('utf-8')), undefined],
    ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, ...Buffer.from(html('utf-16'), 'utf16le')]), undefined],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(html('utf-16'), 'utf16le')), undefined],
  ])('%s', async (_, bytes, header) => {
    const { document } = await readPage(bytes, header);
    expect(document.text).toContain('Café Müller');
  });
});
