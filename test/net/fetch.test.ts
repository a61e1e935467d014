import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublic } from '../../src/net/addresses.ts';
import { fetchDocument } from '../../src/net/fetch.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of our own on a loopback address; gives the address of its root. */
async function site(answer: RequestListener, host = '127.0.0.1'): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, host, done));
  return `http://${host}:${(server.address() as AddressInfo).port}/`;
}

describe('addresses that are refused', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '2001:db8::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each([
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:93.184.216.34',
  ])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  test.each([
    ['ftp://example.com/x', 'ftp addresses are not fetched, only http and https'],
    ['file:///etc/passwd', 'file addresses are not fetched, only http and https'],
    ['javascript:alert(1)', 'javascript addresses are not fetched, only http and https'],
    ['no address', 'no address is no address'],
    ['http://user:secret@example.com/', 'addresses with a name or a password in them are not fetched'],
    ['http://127.0.0.1:9/', '127.0.0.1 is an address of a private network; it is not fetched'],
    ['http://[::1]:9/', '[::1] is an address of a private network; it is not fetched'],
    ['http://0x7f.1:9/', '127.0.0.1 is an address of a private network; it is not fetched'],
    ['http://2130706433:9/', '127.0.0.1 is an address of a private network; it is not fetched'],
    ['http://[::ffff:127.0.0.1]:9/', '[::ffff:7f00:1] is an address of a private network; it is not fetched'],
    [
      'http://169.254.169.254/latest/meta-data/',
      '169.254.169.254 is an address of a private network; it is not fetched',
    ],
    ['http://localhost:9/', 'localhost is an address of a private network; it is not fetched'],
  ])('%s', async (address, message) => {
    await expect(fetchDocument(address)).rejects.toMatchObject({ code: 'refused', message });
  });

  test('a redirect to one', async () => {
    const inner = await site((_, response) => response.end('secret'));
    const outer = await site((_, response) => response.writeHead(302, { location: inner }).end(), '127.0.0.2');
    await expect(fetchDocument(outer, { allowPrivate: ['127.0.0.2'] })).rejects.toMatchObject({
      code: 'refused',
      message: '127.0.0.1 is an address of a private network; it is not fetched',
    });
    expect(new TextDecoder().decode((await fetchDocument(outer, { allowPrivate: true })).bytes)).toBe('secret');
  });
});

describe('answers that are not taken', () => {
  test('redirects without end', async () => {
    const round = await site((_, response) => response.writeHead(301, { location: '/again' }).end());
    await expect(fetchDocument(round, { allowPrivate: true })).rejects.toMatchObject({ code: 'refused' });
  });

  test('a status that is no page', async () => {
    const gone = await site((_, response) => response.writeHead(410).end('gone'));
    await expect(fetchDocument(gone, { allowPrivate: true })).rejects.toMatchObject({
      code: 'not-fetched',
      message: expect.stringMatching(/answers 410, not with a page$/u),
    });
  });

  test('more than the limit, as it is sent or once it is unpacked', async () => {
    const long = await site((_, response) => response.end('x'.repeat(200_000)));
    const bomb = await site((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    });
    for (const address of [long, bomb])
      await expect(fetchDocument(address, { allowPrivate: true, limit: 100_000 })).rejects.toMatchObject({
        code: 'too-large',
      });
  });

  test('one that does not come, or stops in the middle', async () => {
    const silent = await site(() => undefined);
    await expect(fetchDocument(silent, { allowPrivate: true, timeout: 200 })).rejects.toMatchObject({
      message: expect.stringMatching(/does not answer in time$/u),
    });
    const half = await site((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    await expect(fetchDocument(half, { allowPrivate: true })).rejects.toMatchObject({ code: 'not-fetched' });
  });
});

test('the bytes, unpacked, with the charset of the header and the address in the end', async () => {
  const place = await site((asked, response) => {
    if (asked.url === '/old') response.writeHead(308, { location: '/new' }).end();
    else {
      const headers = { 'content-type': 'text/html; charset="windows-1252"', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync('bytes'));
    }
  });
  const fetched = await fetchDocument(`${place}old`, { allowPrivate: true });
  expect({ ...fetched, bytes: new TextDecoder().decode(fetched.bytes) }).toEqual({
    bytes: 'bytes',
    url: `${place}new`,
    charset: 'windows-1252',
  });
});
