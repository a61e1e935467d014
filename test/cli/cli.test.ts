import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reasonOf } from '../../src/cli/failure.ts';
import { encryptedPdf, scannedPdf } from '../read/bad-files.ts';
import { onrecord } from './run.ts';

let folder: string;
let record: string;
const run = (...args: string[]) => onrecord(['--record', record, ...args]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = join(folder, 'r.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the main job on the samples, and what the record then answers', () => {
  const added = run('add', '--print', 'samples');
  expect(added.status).toBe(0);
  expect(added.stdout).toContain('Ada Vane (Mayor');
  expect(added.stderr).toMatch(/5 documents added with \d+ statements, 1 copy\n$/u);

  expect(run('list').stdout.split('\n')).toHaveLength(7);
  expect(run('speakers').stdout).toMatch(/person +Ada Vane/u);
  const said = run('said', 'Vane');
  expect(said.stdout.match(/Ada Vane/gu)).toHaveLength(4);
  expect(said.stdout).toContain('2025-02-01 to 2025-02-28  Ada Vane');
  expect(JSON.parse(run('said', 'Vane', '--about', 'facts', '--json').stdout)).toHaveLength(1);
  expect(run('search', 'patched').stdout).toContain('[patched]');

  const [{ id }] = JSON.parse(run('list', '--json').stdout) as [{ id: string }];
  const shown = JSON.parse(run('show', id, '--json').stdout);
  expect(Object.keys(shown)).toEqual(['document', 'statements', 'figures']);
  for (const statement of shown.statements) {
    for (const span of [...statement.content, ...statement.cue, ...statement.source])
      expect(shown.document.text.slice(span.start, span.end)).toBe(span.text);
  }
});

describe('a folder of bad files mixed with good ones', () => {
  test('each bad file gives one line with its name and the reason; all good ones are in the record', () => {
    const mixed = join(folder, 'mixed');
    mkdirSync(join(mixed, 'deep'), { recursive: true });
    const bad: Record<string, string | Uint8Array> = {
      'empty.txt': '',
      'picture.html': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'cut.pdf': readFileSync('samples/cup-final.pdf').subarray(0, 20_000),
      'locked.pdf': encryptedPdf(),
      'scan.pdf': scannedPdf(),
      'nested.html': `<html><body>${'<div>'.repeat(10_000)}x</body></html>`,
      'huge.html': `<html><body>${'<p>The pier at Nesse closed on Tuesday.</p>'.repeat(1_300_000)}</body></html>`,
    };
    for (const [name, bytes] of Object.entries(bad)) writeFileSync(join(mixed, name), bytes);
    symlinkSync(join(mixed, 'loop'), join(mixed, 'loop'));
    symlinkSync(join(mixed, 'vanished.txt'), join(mixed, 'link-to-vanished'));
    copyFileSync('samples/harbour-vote.md', join(mixed, 'a.pdf'));
    copyFileSync('samples/mill-results.html', join(mixed, 'deep', 'b.txt'));
    copyFileSync('samples/cup-final.pdf', join(mixed, 'z'));

    const { status, stdout, stderr } = run('add', mixed, join(folder, 'gone.txt'));
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    for (const name of [...Object.keys(bad), 'loop', 'link-to-vanished', 'gone.txt']) {
      expect(lines.filter((line) => line.startsWith('onrecord: ') && line.includes(name))).toHaveLength(1);
    }
    expect(lines.at(-1)).toMatch(/^3 documents added .* 10 failed$/u);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(JSON.parse(run('list', '--json').stdout)).toHaveLength(3);
  });
});

describe('the reason for a failure is a sentence', () => {
  test.each([
    ['EACCES', /permissions/u],
    ['ENOENT', /no such file/u],
    ['ENOSPC', /disk is full/u],
    ['ERR_DLOPEN_FAILED', /npm rebuild/u],
  ])('%s', (code, reason) => {
    expect(reasonOf(Object.assign(new Error('x'), { code }))).toMatch(reason);
  });
});

describe('extract', () => {
  test('JSON of one document, with no record made', () => {
    const { status, stdout } = onrecord(['extract', 'samples/harbour-vote.md', '--format', 'json']);
    expect(status).toBe(0);
    const { document, statements, figures } = JSON.parse(stdout);
    expect(document).toMatchObject({
      title: 'Nesse council votes to close the old pier',
      published: '2025-03-12',
      language: 'en',
    });
    expect(statements.map(({ speaker }: { speaker: unknown }) => speaker)).toContainEqual(
      expect.objectContaining({ name: 'Ada Vane', type: 'person', role: 'Mayor', basis: 'named' }),
    );
    expect(figures.length).toBeGreaterThan(3);
  });
  test('the filter: a line in, a line out, in order; a bad line costs only itself', () => {
    const input = [
      '{"id":1,"text":"“No,” said Petra Holm."}',
      'nonsense',
      '{"id":3}',
      '{"id":"4","text":"“Yes,” she said on Monday.","published":"2024-12-19"}',
      '',
    ].join('\n');
    const { status, stdout, stderr } = onrecord(['extract', '--ndjson'], { input });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual([1, null, 3, '4']);
    expect(lines[0].statements[0]).toMatchObject({
      speaker: { name: 'Petra Holm' },
      content: [{ start: 0, end: 5, text: '“No,”' }],
    });
    expect(lines[1].error).toContain('line 2');
    expect(lines[3].statements[0].said.earliest).toBe('2024-12-16');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
  test('standard input', () => {
    const { stdout } = onrecord(['extract', '-'], { input: '“It is over,” said Petra Holm, a nurse.' });
    expect(stdout).toContain('Petra Holm');
  });
});

describe('wrong usage exits with 2 and a sentence', () => {
  test.each([
    [['frobnicate']],
    [['add']],
    [['said', 'X', '--since', 'yesterday']],
    [['export', '--format', 'xml']],
    [['extract']],
    [['extract', 'samples/harbour-vote.md', '--min-confidence', '7']],
    [['set', 'd1']],
    [['add', 'samples', '--published', '2024-02-31']],
  ])('%j', (args) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});

test('a record that is not there is a sentence, exit 1', () => {
  const { status, stderr } = run('said', 'Vane');
  expect(status).toBe(1);
  expect(stderr).toMatch(/there is no record .* onrecord add/u);
});

test('remove and its undo, set, backup', () => {
  run('add', 'samples/ferry-inquiry.txt');
  const [{ id }] = JSON.parse(run('list', '--json').stdout) as [{ id: string }];
  expect(run('remove', id).stderr).toContain(`onrecord remove --undo ${id}`);
  expect(JSON.parse(run('list', '--json').stdout)).toEqual([]);
  expect(run('remove', '--undo', id).status).toBe(0);
  expect(run('set', id, '--outlet', 'The Courier').status).toBe(0);
  expect(JSON.parse(run('list', '--json').stdout)[0].outlet).toBe('The Courier');
  expect(run('backup', join(folder, 'copy.sqlite')).status).toBe(0);
  expect(onrecord(['--record', join(folder, 'copy.sqlite'), 'speakers']).stdout).toContain('Brandt Okoro');
});

test('export: every row of what the filter leaves, as CSV and JSON Lines', () => {
  run('add', 'samples');
  const all = JSON.parse(run('said', 'Vane', '--json').stdout);
  const lines = run('export', '--format', 'jsonl', '--speaker', 'Vane').stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(all);
  const csv = run('export').stdout;
  expect(csv.split('\r\n')[0]).toMatch(/^id,document,title,/u);
  expect(csv.split('\r\n').length - 2).toBe(run('export', '--format', 'jsonl').stdout.trim().split('\n').length);
});

test('ONRECORD_DB names the record', () => {
  expect(onrecord(['add', 'samples/harbour-vote.md'], { env: { ONRECORD_DB: record } }).status).toBe(0);
  expect(onrecord(['list', '--json'], { env: { ONRECORD_DB: record } }).stdout).toContain('Nesse council');
});

test('every command is in the README, with its options in --help', () => {
  const readme = readFileSync('README.md', 'utf8');
  const help = onrecord(['--help']).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z]+)(?: |$)/gmu)]
    .map((match) => match[1]!)
    .filter((name) => name !== 'help');
  expect(commands.length).toBeGreaterThan(9);
  for (const name of commands) expect(readme).toContain(`onrecord ${name}`);
});
