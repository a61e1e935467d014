import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveEntries, archiveKind } from '../../src/read/archive/archive.ts';
import type { ArchiveEntry } from '../../src/read/archive/entry.ts';
import { warcEntriesOf } from '../../src/read/archive/warc.ts';
import { contentsOfFile } from '../../src/read/contents.ts';
import { read } from '../../src/read/read.ts';
import { SHARED, shared, WITHOUT_SHARED } from '../shared.ts';
import { storedZip, warcRecord } from './archives.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Buffer | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const entriesOf = async (path: string): Promise<ArchiveEntry[]> => {
  const contents = await contentsOfFile(path);
  const kind = await archiveKind(contents);
  const entries: ArchiveEntry[] = [];
  for await (const entry of archiveEntries(contents, kind!)) entries.push(entry);
  return entries;
};
const kindOf = async (path: string) => archiveKind(await contentsOfFile(path));
/** Names of what was read, and sentences of what was not. */
const told = async (path: string) =>
  (await entriesOf(path)).map((entry) => ('failure' in entry ? `! ${entry.failure.message}` : entry.name));

const URL = 'https://gazette.example/';
const page = (title: string) =>
  `<html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>“We will close it,” said Ada Vane, the mayor, on Tuesday, before all of the council.</p></article></body></html>`;
const one = warcRecord({ url: `${URL}1`, body: page('One') });
const two = warcRecord({ url: `${URL}2`, body: page('Two') });
const three = warcRecord({ url: `${URL}3`, body: page('Three') });
const info = warcRecord({ type: 'warcinfo', body: 'software: ours\r\n' });
const ONE_TWO_THREE = [`${URL}1`, `${URL}2`, `${URL}3`];

describe('WARC', () => {
  test.each([
    ['plain', () => Buffer.concat([info, one, two, three])],
    ['gzip, a member a record', () => Buffer.concat([info, one, two, three].map((record) => gzipSync(record)))],
    ['gzip, one member', () => gzipSync(Buffer.concat([info, one, two, three]))],
    ['with more line ends than it should', () => Buffer.concat([info, one, Buffer.from('\r\n\r\n'), two, three])],
  ])('%s', async (name, bytes) => {
    const path = file(`${name}.warc`, bytes());
    expect(await kindOf(path)).toBe('warc');
    expect(await told(path)).toEqual(ONE_TWO_THREE);
  });

  test.each([1, 7, 64, 1000])('read %i bytes at a time', async (size) => {
    const bytes = Buffer.concat([info, one, two, three].map((record) => gzipSync(record)));
    const parts = (start: number) =>
      Array.from({ length: Math.ceil((bytes.length - start) / size) }, (_, i) =>
        bytes.subarray(start + i * size, start + (i + 1) * size),
      );
    const names: string[] = [];
    for await (const entry of warcEntriesOf((start) => Readable.from(parts(start)), 'parts')) names.push(entry.name);
    expect(names).toEqual(ONE_TWO_THREE);
  });

  test('a page is what its server sent, unpacked, with its address and charset', async () => {
    const body = gzipSync(Buffer.from(page('Caf\u00e9'), 'latin1'));
    const path = file(
      'packed.warc',
      warcRecord({
        url: `${URL}x`,
        body,
        head: ['Content-Encoding: gzip', 'Content-Type: text/html; charset=iso-8859-1'],
      }),
    );
    const [entry] = await entriesOf(path);
    expect(entry).toMatchObject({ details: { url: `${URL}x` }, header: 'iso-8859-1' });
    if (!entry || 'failure' in entry) throw new Error('no entry');
    const { document } = await read(entry.bytes, entry.name, { details: entry.details!, header: entry.header! });
    expect(document.title).toBe('Café');
  });

  test('chunked answers are put together', async () => {
    const body = page('Chunked');
    const chunked = `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;
    const path = file(
      'chunked.warc',
      warcRecord({ url: `${URL}c`, body: chunked, head: ['Transfer-Encoding: chunked'] }),
    );
    const [entry] = await entriesOf(path);
    expect('bytes' in entry! && Buffer.from(entry.bytes).toString()).toBe(body);
  });

  test('what is no page is passed over', async () => {
    const others = [
      warcRecord({ type: 'request', url: `${URL}1`, body: 'GET / HTTP/1.1\r\n\r\n' }),
      warcRecord({ url: `${URL}gone`, body: 'no', status: 404 }),
      warcRecord({ url: `${URL}moved`, body: '', status: 301 }),
      warcRecord({ url: `${URL}a.png`, body: 'PNG', head: ['Content-Type: image/png'] }),
      warcRecord({ url: `${URL}a.js`, body: 'x()', head: ['Content-Type: text/javascript'] }),
    ];
    expect(await told(file('others.warc', Buffer.concat([...others, one])))).toEqual([`${URL}1`]);
  });

  describe('one bad record does not stop the file', () => {
    const wrongLength = (by: number) =>
      Buffer.from(
        two
          .toString('latin1')
          .replace(/(Content-Length: )(\d+)/u, (_, name, length) => `${name}${Number(length) + by}`),
        'latin1',
      );
    const broken = (packed: Buffer) => {
      const bytes = Buffer.from(packed);
      bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20);
      return bytes;
    };
    test.each<[string, () => Buffer, string[]]>([
      [
        'rubbish between',
        () => Buffer.concat([one, Buffer.from('some rubbish\r\nin lines\r\n\r\n'), three]),
        [`${URL}1`, '!', `${URL}3`],
      ],
      [
        'without a length',
        () =>
          Buffer.concat([
            one,
            Buffer.from(two.toString('latin1').replace(/Content-Length: \d+\r\n/u, ''), 'latin1'),
            three,
          ]),
        [`${URL}1`, '!', `${URL}3`],
      ],
      ['longer than it says', () => Buffer.concat([one, wrongLength(-20), three]), [`${URL}1`, '!', `${URL}3`]],
      ['shorter than it says', () => Buffer.concat([one, wrongLength(40), three]), [`${URL}1`, '!', `${URL}3`]],
      [
        'far shorter than it says, at the end',
        () => Buffer.concat([one, wrongLength(100_000), three]),
        [`${URL}1`, '!', `${URL}3`],
      ],
      [
        'a broken member',
        () => Buffer.concat([gzipSync(one), broken(gzipSync(two)), gzipSync(three)]),
        [`${URL}1`, '!', `${URL}3`],
      ],
      ['cut off', () => Buffer.concat([one, two.subarray(0, -100)]), [`${URL}1`, '!']],
      ['cut off in a member', () => Buffer.concat([gzipSync(one), gzipSync(two).subarray(0, -30)]), [`${URL}1`, '!']],
      [
        'more than is read',
        () => Buffer.concat([one, warcRecord({ url: `${URL}big`, body: Buffer.alloc(65_000_000, 97) }), three]),
        [`${URL}1`, '!', `${URL}3`],
      ],
    ])('%s', async (name, bytes, expected) => {
      const lines = await told(file(`${name}.warc`, bytes()));
      expect(lines.map((line) => (line.startsWith('!') ? '!' : line))).toEqual(expected);
      for (const line of lines) if (line.startsWith('!')) expect(line).toMatch(/^! record \d+ .*; left out$/u);
    });
  });

  test.skipIf(!SHARED)(`files of others, well and ill formed, are read to their ends${WITHOUT_SHARED}`, async () => {
    const found: Record<string, number> = {};
    for (const name of readdirSync(shared('files', 'warc-warcio')).filter((one) => /\.warc/u.test(one))) {
      const path = shared('files', 'warc-warcio', name);
      if ((await kindOf(path)) !== 'warc') continue;
      found[name] = (await entriesOf(path)).filter((entry) => 'bytes' in entry).length;
    }
    expect(found).toMatchObject({
      'example.warc': 1,
      'example.warc.gz': 1,
      'example-iana.org-chunked.warc': 1,
      'example-resource.warc.gz': expect.any(Number),
    });
    expect(Object.keys(found).length).toBeGreaterThan(8);
  });
});

describe('WACZ', () => {
  test('the pages of all its files', async () => {
    const path = file(
      'a.wacz',
      storedZip({
        'datapackage.json': Buffer.from('{}'),
        'archive/data.warc.gz': Buffer.concat([gzipSync(one), gzipSync(two)]),
        'archive/more.warc': three,
        'pages/pages.jsonl': Buffer.from('{}\n'),
      }),
    );
    expect(await kindOf(path)).toBe('wacz');
    expect(await told(path)).toEqual(ONE_TWO_THREE);
  });
  test('a broken member in it is passed over', async () => {
    const bad = gzipSync(two);
    bad.fill(0xff, 60, 90);
    const path = file(
      'b.wacz',
      storedZip({ 'archive/d.warc.gz': Buffer.concat([gzipSync(one), bad, gzipSync(three)]) }),
    );
    expect((await told(path)).filter((line) => !line.startsWith('!'))).toEqual([`${URL}1`, `${URL}3`]);
  });
  test('one that is damaged, or holds no pages', async () => {
    await expect(entriesOf(file('c.wacz', Buffer.from('PK\x03\x04 and no more')))).rejects.toThrow(/damaged/u);
    expect(await kindOf(file('d.wacz', storedZip({ 'x.txt': Buffer.from('x') })))).toBe('zip');
  });
});

describe('NDJSON', () => {
  const lines = ['{"text":"A word was said here."}', '', '{"broken', '{"text":"Another word was said."}'].join('\n');
  test.each([
    ['plain.ndjson', () => Buffer.from(lines)],
    ['packed.jsonl.gz', () => gzipSync(lines)],
    ['windows.ndjson', () => Buffer.from(lines.replaceAll('\n', '\r\n'))],
  ])('%s', async (name, bytes) => {
    const path = file(name, bytes());
    expect(await kindOf(path)).toBe('ndjson');
    expect(await told(path)).toEqual([1, 3, 4].map((number) => `${path}#${number}`));
  });
  test('one JSON object over several lines is no archive', async () => {
    expect(await kindOf(file('one.json', '{\n  "text": "A word."\n}'))).toBeUndefined();
  });
});

test('Parquet', async () => {
  const rows = Array.from({ length: 450 }, (_, i) => `“It is ${i},” said Ada Vane.`);
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: 'text', data: rows, type: 'STRING' },
      { name: 'title', data: rows.map((_, i) => `T${i}`), type: 'STRING' },
      { name: 'other', data: rows.map((_, i) => i), type: 'INT32' },
    ],
  });
  const path = file('a.parquet', Buffer.from(bytes));
  const entries = await entriesOf(path);
  expect(entries).toHaveLength(450);
  const last = entries.at(-1)!;
  if ('failure' in last) throw last.failure;
  expect((await read(last.bytes, last.name)).document).toMatchObject({
    title: 'T449',
    text: 'T449\n\n“It is 449,” said Ada Vane.',
  });
  const none = parquetWriteBuffer({ columnData: [{ name: 'x', data: ['1'], type: 'STRING' }] });
  await expect(entriesOf(file('none.parquet', Buffer.from(none)))).rejects.toThrow(/no column/u);
  await expect(entriesOf(file('bad.parquet', 'PAR1 and no more'))).rejects.toThrow(/damaged/u);
});

describe('mbox', () => {
  const message = (subject: string, body: string) =>
    `From desk@gazette.example Wed Mar 12 08:00:00 2025\nFrom: The Nesse Gazette <desk@gazette.example>\nTo: x@y.example\nDate: Wed, 12 Mar 2025 08:00:00 +0000\nSubject: ${subject}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${body}\n\n`;
  test('each message is a document', async () => {
    const path = file('letters', message('One', 'Body one.\n\n>From the pier, he said.') + message('Two', 'Body two.'));
    expect(await kindOf(path)).toBe('mbox');
    const entries = await entriesOf(path);
    expect(entries).toHaveLength(2);
    if ('failure' in entries[0]!) throw entries[0]!.failure;
    const { document } = await read(entries[0]!.bytes, 'x');
    expect(document).toMatchObject({
      title: 'One',
      outlet: 'The Nesse Gazette',
      published: expect.stringMatching(/^2025-03-12/u),
    });
    expect(document.text).toBe('One\n\nBody one.\n\nFrom the pier, he said.');
  });
  test('HTML in quoted printable', async () => {
    const mail = Buffer.from(
      'From: Gazette <a@b.example>\nTo: x@y.example\nDate: Wed, 12 Mar 2025 08:00:00 +0000\nSubject: =?utf-8?Q?Caf=C3=A9?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E2=80=9CIt will close,=E2=80=9D said Ada Vane, the mayor.</p>\n--b--\n',
    );
    expect((await read(mail, 'x.eml')).document).toMatchObject({
      title: 'Café',
      text: 'Café\n\n“It will close,” said Ada Vane, the mayor.',
    });
  });
  test('a text that begins like a letter is a text', async () => {
    const { original } = await read(
      Buffer.from('From: the editor\n\nDear readers, said Ada Vane, it will close.'),
      'x.txt',
    );
    expect(original.format).toBe('text');
  });
});

describe('ninjs', () => {
  const words = '<p>“It will close,” said Ada Vane, the mayor.</p>';
  test.each<[string, object]>([
    [
      '1',
      {
        uri: 'https://agency.example/1',
        type: 'text',
        headline: 'Pier',
        byline: 'By Maren Coyle',
        versioncreated: '2025-03-12T08:00:00Z',
        body_xhtml: words,
        body_text: 'plain',
        copyrightholder: 'Agency',
      },
    ],
    [
      '1 with other suffixes',
      {
        uri: 'https://agency.example/1',
        headline_main: 'Pier',
        byline: 'Maren Coyle',
        versioncreated: '2025-03-12T08:00:00Z',
        body_richtext: words,
        body_main: 'plain',
        copyrightholder: 'Agency',
      },
    ],
    [
      '2',
      {
        uri: 'https://agency.example/1',
        by: 'Maren Coyle',
        firstcreated: '2025-03-12T08:00:00Z',
        versioncreated: '2025-03-13T08:00:00Z',
        headlines: [
          { role: 'main', value: 'Pier' },
          { role: 'short', value: 'P' },
        ],
        bodies: [
          { contenttype: 'text/plain', value: 'plain' },
          { contenttype: 'text/html', value: words },
        ],
        infosources: [{ name: 'Agency' }],
      },
    ],
    [
      '3',
      {
        uri: 'https://agency.example/1',
        by: 'Maren Coyle',
        firstCreated: '2025-03-12T08:00:00Z',
        headlines: [{ value: 'Pier' }],
        bodies: [{ contentType: 'text/html', value: words }],
        infoSources: [{ name: 'Agency' }],
      },
    ],
  ])('version %s', async (_, item) => {
    const { document } = await read(Buffer.from(JSON.stringify(item)), 'x.json');
    expect(document).toMatchObject({
      title: 'Pier',
      byline: 'Maren Coyle',
      outlet: 'Agency',
      url: 'https://agency.example/1',
      published: expect.stringMatching(/^2025-03-12/u),
      text: 'Pier\n\n“It will close,” said Ada Vane, the mayor.',
    });
  });
  test.each([
    ['a photo without words', { uri: 'x:1', type: 'picture', headline: 'P' }, /no text/u],
    ['something else', { a: 1 }, /no news item/u],
  ])('%s', async (_, item, reason) => {
    const result = read(Buffer.from(JSON.stringify(item)), 'x.json');
    if (/photo/u.test(_))
      await result
        .then(({ document }) => expect(document.text).toBe('P'))
        .catch((cause) => expect(cause.message).toMatch(reason));
    else await expect(result).rejects.toThrow(reason);
  });
  test.skipIf(!SHARED)(`items of others${WITHOUT_SHARED}`, async () => {
    const folders = ['examples/1.4', 'examples/2.1', 'examples/3.0', 'documentation/includes/examples/3.1'];
    let withText = 0;
    for (const part of folders)
      for (const name of readdirSync(shared('files', 'ninjs-iptc', part)).filter((one) => one.endsWith('.json'))) {
        const { readFileSync } = await import('node:fs');
        const bytes = readFileSync(shared('files', 'ninjs-iptc', part, name));
        try {
          const { document } = await read(bytes, name);
          if (document.title && document.blocks.length > 2) withText++;
        } catch (cause) {
          expect(cause).toMatchObject({ name: 'OnrecordError' });
        }
      }
    expect(withText).toBeGreaterThan(15);
  });
});

test('a folder of our own kinds is no archive', async () => {
  mkdirSync(join(folder, 'plain'));
  for (const [name, words] of Object.entries({ 'a.txt': 'Words.', 'b.html': page('B'), 'c.json': '{"text":"A"}' }))
    expect(await kindOf(file(`plain/${name}`, words))).toBeUndefined();
});
