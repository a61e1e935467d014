import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onrecord } from './run.ts';

const HEARING = 'test/gold/verify/hearing.txt';
const ARTICLE = `The wall is safe, an expert has told the inquiry. “The answer is yes,” Professor Amit Sandhu said.

“It was like somebody moving a wardrobe in the room above,” Petra Holm told the inquiry. “The cakes were excellent and so was the company,” Holm said.
`;

let folder: string;
let record: string;
const run = (...args: string[]) => onrecord(['--record', record, ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = join(folder, 'r.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every quotation of an article against a transcript, both files, without a record', () => {
  const article = join(folder, 'article.txt');
  writeFileSync(article, ARTICLE);
  const { status, stdout, stderr } = run('verify', '--document', article, '--against', HEARING);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^clipped +Amit Sandhu:\n {4}“The answer is yes,”\n/u);
  expect(stdout).toContain('· after it: “provided that the drains are kept clear” (changes the meaning)');
  expect(stderr).toBe('3 quotations checked: 1 clipped, 1 whole, 1 not-found\n');
});

test('against the whole record: found with its document, another speaker, and a speaker of whom no source is held', () => {
  const article = join(folder, 'article.txt');
  writeFileSync(article, ARTICLE);
  expect(run('add', HEARING, article).status).toBe(0);
  const json = (...args: string[]) => JSON.parse(run('verify', '--json', ...args).stdout);
  const found = json('It was like somebody moving a wardrobe in the room above.', '--speaker', 'Petra Holm');
  expect(found.match).toBe('whole');
  expect(found.sources[0].document).toMatch(/^d[0-9a-f]{12}$/u);
  expect(json('It took nine minutes.', '--speaker', 'Petra Holm').match).toBe('elsewhere');
  expect(json('I have a boat on the moon.', '--speaker', 'Petra Holm').match).toBe('not-found');
  expect(json('I have a boat on the moon.', '--speaker', 'Lena Brook').match).toBe('source-not-held');
  const documents = JSON.parse(run('list', '--json').stdout) as { id: string; names: string[] }[];
  const { id } = documents.find(({ names }) => names[0] === article)!;
  const lines = run('verify', '--document', id, '--json').stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).match)).toEqual(['clipped', 'whole', 'not-found']);
});

test('wrong usage and what is not there are one line each', () => {
  expect(run('verify').stderr).toMatch(/^onrecord: give either a quotation, or --document/u);
  expect(run('verify').status).toBe(2);
  expect(run('verify', '“”', '--against', HEARING).stderr).toMatch(/^onrecord: the quotation has no words/u);
  const missing = run('verify', 'Words', '--against', 'nope.txt');
  expect([missing.status, missing.stderr]).toEqual([
    1,
    'onrecord: nope.txt: there is no such file, and no record to look for it in\n',
  ]);
  writeFileSync(join(folder, 'empty.txt'), '');
  expect(run('verify', 'Words', '--against', join(folder, 'empty.txt')).stderr).toMatch(/empty\.txt: .+\n$/u);
});
