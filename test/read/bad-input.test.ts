import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OnrecordError } from '../../src/document/index.ts';
import { read } from '../../src/read/read.ts';
import { encryptedPdf, scannedPdf } from './bad-files.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const LONG = 'The pier at Nesse closed on Tuesday after a vote that took until midnight, and nobody clapped. ';

describe('bad input is one error with a code and a sentence', () => {
  test.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(), 'empty'],
    ['only spaces', ascii(' \n\n \n'), 'no-text'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'not-a-document'],
    ['an archive cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'damaged'],
    ['random bytes', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), 'not-a-document'],
    ['a PDF cut off', readFileSync('samples/cup-final.pdf').subarray(0, 30_000), 'damaged'],
    ['a PDF of nonsense', ascii('%PDF-1.7\nnothing here\n%%EOF'), 'damaged'],
    ['an encrypted PDF', encryptedPdf(), 'encrypted'],
    ['a scanned PDF', scannedPdf(), 'no-text'],
    [
      'a page of 10,000 nested elements',
      ascii(`<html><body>${'<div>'.repeat(10_000)}${LONG}${'</div>'.repeat(10_000)}</body></html>`),
      'too-deep',
    ],
    ['a page without text', ascii('<html><body><img src="x"></body></html>'), 'no-text'],
    ['a page of 50 MB', ascii(`<html><body>${`<p>${LONG}</p>`.repeat(500_000)}</body></html>`), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    const error = await read(bytes, 'x').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(OnrecordError);
    expect((error as OnrecordError).code).toBe(code);
    expect((error as OnrecordError).message).toMatch(/^[^\n]{10,200}$/u);
  });
});

test('what is read goes by the content, not by the name', async () => {
  const { original } = await read(readFileSync('samples/cup-final.pdf'), 'article.txt');
  expect(original.format).toBe('pdf');
});

test('deep but sound nesting is read', async () => {
  const { document } = await read(
    ascii(`<html><body>${'<div>'.repeat(200)}<p>${LONG.repeat(4)}</p>${'</div>'.repeat(200)}</body></html>`),
    'x',
  );
  expect(document.text).toContain('nobody clapped');
});
