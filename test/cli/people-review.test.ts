import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onrecord } from './run.ts';

let folder: string;
let record: string;
const run = (...args: string[]) => onrecord(['--record', record, ...args], { env: { ONRECORD_AUTHOR: 'Ines' } });
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const MAYOR =
  'Mayor Helen Marsh closed the pier with David Reed. “It is not safe,” said Marsh. Marsh said that Reed was late.\n';
const SURGEON = 'Surgeon Helen Marsh runs the children’s ward. “We have no beds,” Marsh said on Friday.\n';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  record = join(folder, 'r.sqlite');
  run('add', '--quiet', '--published', '2025-03-12', file('mayor.txt', MAYOR), file('surgeon.txt', SURGEON));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ids = () =>
  (JSON.parse(run('people', 'list', '--json').stdout) as { id: string; name: string }[])
    .filter(({ name }) => name === 'Helen Marsh')
    .map(({ id }) => id);

describe('people', () => {
  test('doubles, merge, rename, log, undo', () => {
    const [one, other] = ids();
    expect(run('people', 'doubles').stdout).toContain('Helen Marsh');
    const unclear = run('people', 'show', 'Helen Marsh');
    expect(unclear.status).toBe(1);
    expect(unclear.stderr).toContain('Helen Marsh may be 2 entities; give an id: ');
    const merged = run('people', 'merge', one!, other!);
    expect(merged.stderr).toMatch(/To take it back: onrecord people undo d[0-9a-f]{8}\n$/u);
    expect(run('people', 'show', 'Helen Marsh').stdout).toContain('3 statements, named in 2 documents');
    run('people', 'rename', 'Helen Marsh', 'Dame Helen Marsh');
    expect(run('said', 'Marsh').stdout).toContain('Dame Helen Marsh, printed “Helen Marsh”');
    const log = run('people', 'log').stdout;
    expect(log).toContain('is called Dame Helen Marsh');
    const decision = /undo (d[0-9a-f]{8})/u.exec(merged.stderr)![1]!;
    expect(run('people', 'undo', decision).status).toBe(0);
    expect(run('people', 'undo', decision).stderr).toContain(`there is no decision ${decision} to undo`);
  });

  test('about: what is said of somebody, and by whom', () => {
    const { stdout } = run('about', 'Reed');
    expect(stdout).toContain('Helen Marsh (Mayor');
    expect(stdout).toContain('that Reed was late');
    expect(run('about', 'Nobody').stderr).toContain('nobody and nothing in the record is called Nobody');
  });

  test('import says what it left out, and does the rest', () => {
    const people = file('people.json', '{"persons":[{"id":"1","name":"Ruth Weaver"},{"id":"2"}]}');
    const { status, stderr } = run('people', 'import', people);
    expect(status).toBe(1);
    expect(stderr).toContain('the person number 2 (2) has no name; left out');
    expect(stderr).toContain('1 new, 0 known already, 0 posts');
    expect(run('people', 'import', file('x.csv', 'a,b\n1,2\n')).stderr).toContain('has no heading "name"');
    expect(run('people', 'import', join(folder, 'none.json')).stderr).toContain('there is no such file');
  });
});

describe('review', () => {
  const statements = () =>
    JSON.parse(run('said', 'Marsh', '--json').stdout) as { id: string; content: { text: string }[] }[];

  test('a speaker, a date, an extent; listed, undone, sent to a colleague', () => {
    const { id } = statements().find(({ content }) => content[0]!.text.includes('not safe'))!;
    const noted = run('review', 'speaker', id, 'Owen Price');
    const review = /undo (r[0-9a-f]{12})/u.exec(noted.stderr)![1]!;
    run('review', 'said', id, '2025-03');
    run('review', 'extent', id, 'not safe');
    expect(run('said', 'Price').stdout).toMatch(/2025-03-01 to 2025-03-31 {2}Owen Price.*\n {4}not safe/u);
    expect(run('review', 'list').stdout).toContain('speaker Owen Price');
    const sent = join(folder, 'reviews.jsonl');
    expect(run('review', 'export', sent).status).toBe(0);
    expect(run('review', 'export', sent).stderr).toContain('is already there');
    expect(run('review', 'import', sent).stderr).toContain('0 new, 3 known already');
    expect(run('review', 'undo', review).status).toBe(0);
    expect(run('said', 'Price').stdout).toBe('');
  });

  test('a corrected speaker brings two reports of one utterance together', () => {
    const article = (name: string) => `Piles\n\n“The piles are quite rotten,” ${name} said on Tuesday.\n`;
    run(
      'add',
      '--quiet',
      '--published',
      '2025-03-12',
      file('a.txt', article('Ada Vane')),
      file('b.txt', article('Bodo Lint')),
    );
    const rotten = () => run('utterances', '--about', 'rotten').stderr;
    expect(rotten()).toContain('0 utterances that 2 documents or more report');
    const [{ id }] = JSON.parse(run('said', 'Lint', '--json').stdout) as [{ id: string }];
    expect(run('review', 'speaker', id, 'Ada Vane').status).toBe(0);
    expect(rotten()).toContain('1 utterance that 2 documents or more report');
  });

  test('not a statement, and one that was missed', () => {
    const before = statements();
    run('review', 'wrong', before[0]!.id);
    expect(statements()).toHaveLength(before.length - 1);
    const [{ id }] = JSON.parse(run('list', '--json').stdout) as [{ id: string }];
    const missed = run('review', 'add', id, 'words that nobody printed');
    expect(missed.status).toBe(1);
    expect(missed.stderr).toContain('“words that nobody printed” is not in the document');
  });

  test('wrong usage says what to write', () => {
    const { id } = statements()[0]!;
    expect(run('review', 'said', id, 'Tuesday')).toMatchObject({ status: 2 });
    expect(run('review', 'kind', id, 'loud').stderr).toContain('loud is none of direct, indirect, mixed');
    expect(run('review', 'right', 'zzz').stderr).toContain('no statement in the record has the id zzz');
  });
});

test('reextract tells what changed, and keeps what people said', () => {
  const [{ id }] = JSON.parse(run('said', 'Marsh', '--json').stdout) as [{ id: string }];
  run('review', 'speaker', id, 'Owen Price');
  const { status, stderr } = run('reextract');
  expect(status).toBe(0);
  expect(stderr).toContain('2 documents read again, 0 changed');
  expect(run('said', 'Price').stdout).toContain('Owen Price');
});
