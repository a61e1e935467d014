import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { read } from '../../src/read/read.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function outletOf(address: string, head = '', title = 'Pier closes'): Promise<string | undefined> {
  const page = `<html><head><title>${title}</title><link rel="canonical" href="${address}">${head}</head><body><article><h1>Pier closes</h1><p>The pier at Nesse will close before the summer, the mayor said on Tuesday, because its piles are rotten.</p></article></body></html>`;
  return (await read(new TextEncoder().encode(page), 'page.html')).document.outlet;
}

function added(lines: string): void {
  const file = join(folder, 'outlets.csv');
  writeFileSync(file, lines);
  vi.stubEnv('ONRECORD_OUTLETS', file);
}

test.each([
  ['https://www.bbc.co.uk/news/1', '', 'BBC'],
  ['https://edition.nesse.example/a', '', 'edition.nesse.example'],
  ['https://nesse.example/a', '<meta property="og:site_name" content="Nesse Gazette">', 'Nesse Gazette'],
  ['http://127.0.0.1/a', '', undefined],
])('the outlet at %s %s is %s', async (address, head, outlet) => {
  expect(await outletOf(address, head)).toBe(outlet);
});

test.each([
  ['Pier closes - Nesse Gazette', 'Nesse Gazette'],
  ['Pier closes | Local news | The Corran Echo', 'The Corran Echo'],
  ['Pier closes – Tarnwatch', 'Tarnwatch'],
  ['Pier closes | Politics', 'tarnwatch.example'],
  ['Pier closes: what we know', 'tarnwatch.example'],
  ['The pier - Nesse Gazette', 'tarnwatch.example'],
])('of a page that is called %s it is %s', async (title, outlet) => {
  expect(await outletOf('https://tarnwatch.example/a', '', title)).toBe(outlet);
});

test.each([
  ['https://edition.nesse.example/a', '', 'The Nesse Gazette'],
  ['https://nesse.example/a', '<meta property="og:site_name" content="nesse.example | news">', 'The Nesse Gazette'],
  ['https://www.bbc.co.uk/news/1', '', 'BBC News'],
  ['https://other.example/a', '', 'other.example'],
])('a table of one’s own comes first: at %s %s it is %s', async (address, head, outlet) => {
  added('# ours\nnesse.example,The Nesse Gazette\nwww.bbc.co.uk;"BBC News"\n\nbroken\n');
  expect(await outletOf(address, head)).toBe(outlet);
});

test('a table that is not there is told', async () => {
  vi.stubEnv('ONRECORD_OUTLETS', join(folder, 'none.csv'));
  await expect(outletOf('https://nesse.example/a')).rejects.toThrow(/ONRECORD_OUTLETS names .*none\.csv/u);
});

test.each([
  ['{"text":"The pier will close.","url":"https://www.bbc.co.uk/news/1"}', 'BBC'],
  ['{"text":"The pier will close.","url":"https://nesse.example/1"}', 'nesse.example'],
  ['{"text":"The pier will close.","url":"https://nesse.example/1","outlet":"Nesse Gazette"}', 'Nesse Gazette'],
  ['{"text":"The pier will close.","title":"Pier","outlet":"https://www.bbc.co.uk/"}', 'BBC'],
  ['{"text":"The pier will close.","title":"Pier"}', undefined],
])('of any document with an address: %s', async (json, outlet) => {
  expect((await read(new TextEncoder().encode(json), 'a.json')).document.outlet).toBe(outlet);
});
