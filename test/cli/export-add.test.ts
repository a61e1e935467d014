import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onrecord, start } from './run.ts';

let folder: string;
let record: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = join(folder, 'r.sqlite');
  onrecord(['--record', record, 'add', '-q', 'samples']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('export', () => {
  test.each([
    ['jsonld', '"@type":"Quotation"'],
    ['annotations', '"type":"AnnotationPage"'],
    ['dossier', '<h1>The pier</h1>'],
    ['parquet', 'PAR1'],
  ])('as %s', (format, holds) => {
    const { status, stdout } = onrecord([
      '--record',
      record,
      'export',
      '--format',
      format,
      '--title',
      'The pier',
      '--speaker',
      'Vane',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain(holds);
  });

  test('a form that is none', () => {
    expect(onrecord(['--record', record, 'export', '--format', 'xls'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('xls is not a format; use csv, jsonl, parquet, jsonld, annotations'),
    });
  });
});

describe('add of an address', () => {
  test('of a private network is refused in a sentence, and read where that is allowed', async () => {
    const site = createServer((_, response) => response.end(readFileSync('samples/mill-results.html')));
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(site.address() as AddressInfo).port}/mill`;
    const own = join(folder, 'own.sqlite');
    expect(onrecord(['--record', own, 'add', url])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`${url}: 127.0.0.1 is an address of a private network; it is not fetched`),
    });
    // The server answers here while the program runs.
    const adding = start(['--record', own, 'add', '--allow-private', url]);
    expect(await once(adding, 'exit')).toEqual([0, null]);
    const [{ names }] = JSON.parse(onrecord(['--record', own, 'list', '--json']).stdout);
    expect(names).toEqual([url]);
    site.close();
  });
});
