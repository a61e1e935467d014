import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encryptedPdf } from '../read/bad-files.ts';
import { packedZip } from '../read/cases/made.ts';
import { followed, type Running, serving, upload } from './run.ts';

let server: Running;
beforeAll(async () => {
  server = await serving([], ['--allow-private']);
});
afterAll(() => server.stop());

describe('an upload', () => {
  test('goes through its stages as they happen, and is in the record', async () => {
    const { steps, last } = await upload(server, 'harbour-vote.md', readFileSync('samples/harbour-vote.md'));
    expect(steps.slice(-4)).toEqual(['extracting', 'recording', 'comparing', 'done']);
    expect(last).toMatchObject({
      name: 'harbour-vote.md',
      outcome: 'added',
      document: 'dbd1d768074f1',
      statements: 12,
    });
    const again = await upload(server, 'again.md', readFileSync('samples/harbour-vote.md'));
    expect(again.last).toMatchObject({ outcome: 'known' });
  });

  test('takes what the document does not say of itself', async () => {
    const text = 'The pier stays closed, Mayor Helen Marsh said on Monday. Nobody was hurt there, she said.';
    const { last } = await upload(server, 'x.txt', text, '&published=2025-03-12&outlet=Tarn+Post');
    const [statement] = await server.get<{ said: { earliest: string }; document: object }[]>(
      `/statements.json?documents=${last.document}`,
    );
    expect(statement).toMatchObject({ said: { earliest: '2025-03-10' }, document: { outlet: 'Tarn Post' } });
  });

  test.each([
    ['locked.pdf', encryptedPdf(), 'encrypted', /password/u],
    ['empty.txt', new Uint8Array(), 'empty', /empty/u],
    ['picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not-a-document', /./u],
  ])('%s fails with a plain reason, and costs nothing else', async (name, bytes, code, reason) => {
    const { last } = await upload(server, name, bytes);
    expect(last).toMatchObject({ state: 'failed', code, reason: expect.stringMatching(reason) });
    expect((await server.ask('/record')).status).toBe(200);
  });

  test('of an archive is all that it holds, and what is wrong with one costs no other', async () => {
    const said = (who: string) => `“The pier is closed for good,” said ${who}, the mayor of Nesse, on Monday.`;
    const archive = packedZip({
      'a.txt': said('Ada Vane'),
      'lines.ndjson': [said('Helen Marsh'), said('Ned Lund')].map((text) => JSON.stringify({ text })).join('\n'),
      'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    });
    const { last } = await upload(server, 'all.zip', archive);
    expect(last).toMatchObject({
      state: 'done',
      held: {
        added: 3,
        known: 0,
        statements: 3,
        failed: 1,
        failures: [{ name: 'all.zip#picture.png', code: 'not-a-document', reason: expect.stringContaining('PNG') }],
      },
    });
  });

  test('of a hostile page is text, and its bytes run nowhere', async () => {
    const page = `<!doctype html><title>Fine</title><body onload="alert(1)"><script>alert(2)</script>
      <p>“The pier is <img src=x onerror=alert(3)>safe,” said Mayor Helen Marsh on Monday, who has said so before.</p>
      <p>The council of Nesse heard her for an hour and then voted to keep the pier open until the autumn.</p></body>`;
    const { last } = await upload(server, 'page.html', page);
    const { document } = await server.get<{ document: { text: string } }>(`/documents/${last.document}`);
    expect(document.text).not.toMatch(/<|alert/u);
    const original = await server.ask(`/documents/${last.document}/original`);
    expect(original.headers.get('content-type')).toBe('application/octet-stream');
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/u);
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect(await original.text()).toBe(page);
  });

  test('of a PDF is given back as it is, in a sandbox', async () => {
    const bytes = readFileSync('samples/cup-final.pdf');
    const { last } = await upload(server, 'cup-final.pdf', bytes);
    const original = await server.ask(`/documents/${last.document}/original`);
    expect(original.headers.get('content-type')).toBe('application/pdf');
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('of a gigabyte is refused before it is sent, and one that does not say how long it is once it is too long', async () => {
    const { hostname, port } = new URL(server.url);
    const post = (headers: Record<string, string>, send: (write: (part: Buffer) => boolean) => void) =>
      new Promise<number | string>((resolve) => {
        const asked = request(
          { hostname, port, method: 'POST', path: '/api/v1/additions?name=big', headers },
          (response) => {
            response.resume();
            resolve(response.statusCode!);
          },
        );
        asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
        send((part) => asked.write(part));
      });
    expect(await post({ 'content-length': '1000000000' }, (write) => write(Buffer.alloc(1000)))).toBe(413);
    const answer = await post({ 'transfer-encoding': 'chunked' }, (write) => {
      const part = Buffer.alloc(1_000_000, 'x');
      let sent = 0;
      const more = () => {
        for (let i = 0; i < 8 && sent < 90; i++, sent++) write(part);
        if (sent < 90) setTimeout(more, 5);
      };
      more();
    });
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(answer);
    expect((await server.ask('/record')).status).toBe(200);
  });
});

describe('an address', () => {
  test('is fetched, and what it answers is read', async () => {
    const site = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(readFileSync('samples/mill-results.html'));
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/mill`;
    const { id } = await server.send<{ id: string }>('POST', '/additions/address', { url });
    const { steps, last } = await followed(server, id);
    expect(steps).toContain('done');
    expect(last).toMatchObject({ outcome: 'added' });
    site.close();
  });

  test.each([
    ['file:///etc/passwd', 'refused', 'file addresses are not fetched, only http and https'],
    ['http://127.0.0.1:1/', 'not-fetched', '127.0.0.1:1 refuses the connection'],
  ])('%s is not, with a plain reason', async (url, code, reason) => {
    const { id } = await server.send<{ id: string }>('POST', '/additions/address', { url });
    expect((await followed(server, id)).last).toMatchObject({ state: 'failed', code, reason });
  });
});
