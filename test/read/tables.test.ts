import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { archiveEntries } from '../../src/read/archive/archive.ts';
import type { ArchiveEntry } from '../../src/read/archive/entry.ts';
import { parseColumns } from '../../src/read/columns.ts';
import { contentsOfBytes } from '../../src/read/contents.ts';
import { detailsOf, documentsIn, linesOf, onlyDocument } from './documents.ts';

const NO_TEXT = 'is known to hold the text';

describe('tables of articles', () => {
  const WHOLE = {
    title: 'Pier; closes',
    byline: 'Zoë Holm',
    outlet: 'Nesse Gazette',
    url: 'https://g.example/1',
    published: '2025-03-12',
  };
  const cells = (mark: string) =>
    [
      ['id', 'Headline', 'Body Text', 'Publication Date', 'Newspaper', 'Author', 'Link'].join(mark),
      [
        '1',
        '"Pier; closes"',
        '"The pier closes, “she” said.\r\n\r\nMore of ""it""."',
        '2025-03-12',
        'Nesse Gazette',
        'Zoë Holm',
        'https://g.example/1',
      ].join(mark),
      '',
    ].join('\r\n');

  test.each([
    ['commas', Buffer.from(cells(','))],
    ['semicolons', Buffer.from(cells(';'))],
    ['tabs', Buffer.from(cells('\t'))],
    ['bars', Buffer.from(cells('|'))],
    ['a byte order mark', Buffer.from(`\ufeff${cells(',')}`)],
    ['UTF-16', Buffer.from(`\ufeff${cells(';')}`, 'utf16le')],
    ['windows-1252', Buffer.from(cells(',').replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1')],
    ['gzip', gzipSync(cells(','))],
    ["Excel's own first line", Buffer.from(`sep=;\r\n${cells(';')}`)],
  ])('with %s', async (_, bytes) => {
    const document = await onlyDocument(bytes);
    expect(detailsOf(document)).toEqual(WHOLE);
    expect(linesOf(document)).toEqual(['- The pier closes, “she” said.', '- More of "it".']);
  });

  test('whose quotation marks are no marks of cells', async () => {
    const documents = await documentsIn('title\ttext\nA\tThe "pier" closes.\nB\t"We are not, she said\nC\tNo.\n');
    expect(documents.flatMap((one) => (typeof one === 'string' ? one : linesOf(one)))).toEqual([
      '- The "pier" closes.',
      '- "We are not, she said',
      '- No.',
    ]);
  });

  test('of two hundred rows has as many documents; one that is empty is told', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => (i === 7 ? 'T,' : `Title ${i},"Words, number ${i}."`));
    const documents = await documentsIn(`title,text\n${rows.join('\n')}\n`);
    expect(documents).toHaveLength(200);
    expect(documents.filter((one) => typeof one === 'string')).toEqual(['! row 8 has no text']);
  });

  test('letters beyond ASCII may come late', async () => {
    const rows = 'A,Plain words.\n'.repeat(20_000);
    const bytes = Buffer.concat([Buffer.from(`title,text\n${rows}`), Buffer.from('B,Caf\u00e9 closes.\n', 'latin1')]);
    let last: ArchiveEntry | undefined;
    for await (const entry of archiveEntries(contentsOfBytes(bytes, 'late'), 'table')) last = entry;
    expect(last && 'bytes' in last && String(last.bytes)).toContain('Café');
  });

  test('HTML in a column is read as such; a summary counts where nothing else does', async () => {
    const [html, summary] = [
      await onlyDocument('title,content\nA,<p>One.</p><p>Two.</p>\n'),
      await onlyDocument('title,description,url\nA,The pier closes.,https://g.example/1\n'),
    ];
    expect(linesOf(html)).toEqual(['- One.', '- Two.']);
    expect(linesOf(summary)).toEqual(['- The pier closes.']);
  });

  test.each([
    ['letters', 'a,b,c\n1,The pier closes.,2\n3,It will not.,4\n5,Yes.,6\n'],
    ['two columns with tabs', 'input\tmust come out\na.html\tall of it\nb.html\tnothing\nc.html\tthe same\n'],
  ])('whose columns have names that tell nothing (%s) are refused with what to do', async (_, table) => {
    const [refused] = await documentsIn(table);
    expect(refused).toContain(NO_TEXT);
    expect(refused).toContain('--columns text=NAME');
  });

  test('with columns that were told', async () => {
    const columns = parseColumns('text=b, title=c,published=a');
    const document = await onlyDocument('a,b,c\n2025-03-12,The pier closes.,Pier\n', columns);
    expect(detailsOf(document)).toMatchObject({ title: 'Pier', published: '2025-03-12' });
    expect(await documentsIn('a,b\nx,y\n', parseColumns('text=z,title=b'))).not.toContain('y');
  });

  test('with marks that do not close where they should, whatever is whole is read', async () => {
    const titles = async (rows: string) =>
      (await documentsIn(`title,text\nA,"One, two."\nB,"Three, four."\n${rows}`)).map((one) =>
        typeof one === 'string' ? one : one.title,
      );
    expect(await titles('C,"Five, six.\nD,Seven\n')).toEqual([
      'A',
      'B',
      '! the table cannot be read beyond row 2: a quotation mark after it is not closed',
    ]);
    expect(await titles('C,Five, six.\nD,Seven\n')).toEqual([
      'A',
      'B',
      '! row 3 has 3 cells, where there are 2 columns; left out',
      'D',
    ]);
  });

  test.each([
    ['prose with commas', 'Roses are red, violets are blue.\n\nThe mayor, Ada Vane, said the pier would close.\n'],
    ['a list', 'Apples, pears\nPlums and more of them\nThe rest, of which there is much, is left\n'],
    ['Markdown', '| a | b |\n| - | - |\n| 1 | 2 |\n\nThe pier closes.\n'],
  ])('%s is no table', async (_, text) => {
    const [document] = await documentsIn(text);
    expect(typeof document).toBe('object');
  });
});

describe('Parquet', () => {
  const bytes = (name: string) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name, data: ['The pier closes.'], type: 'STRING' },
          { name: 'headline', data: ['Pier'], type: 'STRING' },
        ],
      }),
    );
  test('columns are known by their names, or told', async () => {
    expect((await onlyDocument(bytes('body'))).title).toBe('Pier');
    expect((await onlyDocument(bytes('b'), { text: 'b' })).title).toBe('Pier');
    expect((await documentsIn(bytes('b')))[0]).toContain(NO_TEXT);
    expect((await documentsIn(bytes('b'), { text: 'c' }))[0]).toBe(
      '! this Parquet file has no column "c"; it has b, headline',
    );
  });
});

describe('--columns', () => {
  test.each(['body', 'words=body', 'text=', 'text=body,title'])('%s is wrong', (printed) => {
    expect(() => parseColumns(printed)).toThrow('write it as text=NAME,title=NAME');
  });
});

describe('JSON of articles', () => {
  const article = { headline: 'Pier closes', body: '<p>The pier closes.</p><p>Soon.</p>', date: '2025-03-12' };
  const lines = async (value: unknown, columns = {}) =>
    (await documentsIn(typeof value === 'string' ? value : JSON.stringify(value), columns)).flatMap((one) =>
      typeof one === 'string'
        ? one
        : [`${one.title} (${one.outlet}, ${one.byline}, ${one.published})`, ...linesOf(one)],
    );

  test.each<[string, unknown, string[]]>([
    [
      'a list',
      [article, { title: 'B', text: 'It is old.', source: { name: 'Gazette' } }],
      [
        'Pier closes (undefined, undefined, 2025-03-12)',
        '- The pier closes.',
        '- Soon.',
        'B (Gazette, undefined, undefined)',
        '- It is old.',
      ],
    ],
    [
      'the API of the Guardian',
      {
        response: {
          status: 'ok',
          results: [
            {
              id: 'x',
              webPublicationDate: '2025-03-12T10:15:00Z',
              webTitle: 'Pier',
              webUrl: 'https://g.example/1',
              fields: {
                headline: 'Pier closes',
                byline: 'Petra Holm',
                body: '<p>It closes.</p>',
                publication: 'The Gazette',
              },
            },
          ],
        },
      },
      ['Pier closes (The Gazette, Petra Holm, 2025-03-12T10:15:00Z)', '- It closes.'],
    ],
    [
      'one article of it',
      {
        response: {
          content: { webTitle: 'Pier', webPublicationDate: '2025-03-12T10:15:00Z', fields: { bodyText: 'It closes.' } },
        },
      },
      ['Pier (undefined, undefined, 2025-03-12T10:15:00Z)', '- It closes.'],
    ],
    [
      'NewsAPI',
      {
        status: 'ok',
        totalResults: 1,
        articles: [
          {
            source: { id: null, name: 'Gazette' },
            author: 'Petra Holm',
            title: 'Pier',
            description: 'Short.',
            url: 'https://g.example/1',
            publishedAt: '2025-03-12T10:15:00Z',
            content: 'The pier closes… [+1234 chars]',
          },
        ],
      },
      ['Pier (Gazette, Petra Holm, 2025-03-12T10:15:00Z)', '- The pier closes…'],
    ],
    [
      'the API of the New York Times',
      {
        response: {
          docs: [
            {
              abstract: 'Short.',
              lead_paragraph: 'The pier closes.',
              headline: { main: 'Pier' },
              byline: { original: 'By Petra Holm' },
              pub_date: '2025-03-12',
              source: 'The Times',
              uri: 'nyt://article/1',
            },
          ],
        },
      },
      ['Pier (The Times, Petra Holm, 2025-03-12)', '- The pier closes.'],
    ],
    [
      'WordPress',
      [
        {
          id: 1,
          date: '2025-03-12T10:15:00',
          title: { rendered: 'Pier' },
          content: { rendered: '<p>It closes.</p>' },
          author: 3,
        },
      ],
      ['Pier (undefined, undefined, 2025-03-12T10:15:00)', '- It closes.'],
    ],
    [
      'Elasticsearch',
      { hits: { hits: [{ _source: { title: 'Pier', body: 'It closes.', timestamp: 1741774500 } }] } },
      ['Pier (undefined, undefined, 2025-03-12T10:15:00Z)', '- It closes.'],
    ],
    [
      'schema.org',
      {
        '@type': 'NewsArticle',
        headline: 'Pier',
        articleBody: 'It closes.',
        author: [{ name: 'Petra Holm' }, { name: 'Tom Reid' }],
        publisher: { name: 'Gazette' },
        datePublished: '2025-03-12',
      },
      ['Pier (Gazette, Petra Holm, Tom Reid, 2025-03-12)', '- It closes.'],
    ],
  ])('%s', async (_, value, expected) => {
    expect(await lines(value)).toEqual(expected);
  });

  test('that breaks off is read up to there', async () => {
    expect(await lines('[{"title":"A","text":"One."},{"title":"B","te')).toEqual([
      'A (undefined, undefined, undefined)',
      '- One.',
      '! the list cannot be read beyond element 1',
    ]);
  });

  test('fields may be told, also those in others, and in lines', async () => {
    const item = { head: 'Pier', data: { words: 'It closes.' } };
    const columns = parseColumns('text=data.words,title=head');
    const expected = ['Pier (undefined, undefined, undefined)', '- It closes.'];
    expect(await lines([item], columns)).toEqual(expected);
    expect(await lines(item, columns)).toEqual(expected);
    expect(await lines(`${JSON.stringify(item)}\n${JSON.stringify(item)}\n`, columns)).toEqual([
      ...expected,
      ...expected,
    ]);
    expect((await lines([item]))[0]).toContain('--columns text=NAME');
  });

  test.each([
    ['settings', { name: 'x', description: 'A tool that does things.', version: '1' }],
    ['an answer that says no', { message: 'Not Found', documentation_url: 'https://x.example' }],
    [
      'the description of an API',
      { openapi: '3.1.0', info: { title: 'API', description: 'Ours.' }, servers: [{ url: 'https://x' }] },
    ],
    ['numbers', { values: [1, 2, 3] }],
  ])('%s are no article', async (_, value) => {
    expect((await lines(value))[0]).toMatch(/^! this JSON is no news item/u);
  });
});

describe('JSON that is broken or holds nothing', () => {
  test.each([
    ['cut off', '{"title": "Pier", "text": "It clo', 'JSON that is broken'],
    ['words alone', '["It closes.", "Soon."]', 'this JSON is no news item'],
    ['nothing', '{}', 'this JSON is no news item'],
  ])('%s is refused', async (_, text, sentence) => {
    const [refused] = await documentsIn(text);
    expect(refused).toContain(sentence);
  });

  test('prose in brackets is prose', async () => {
    const [document] = await documentsIn('[Applause]\n\nThank you all for coming today.\n\nIt closes.\n');
    expect(typeof document).toBe('object');
  });
});
