import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEETING } from '../compare/event.ts';
import { onrecord } from './run.ts';

let folder: string;
const run = (...args: string[]) => onrecord(['--record', join(folder, 'r.sqlite'), ...args]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  for (const [i, { text, outlet, published }] of MEETING.entries()) {
    const file = join(folder, `${i}.txt`);
    writeFileSync(file, text);
    expect(run('add', file, '--outlet', outlet!, '--published', published).status).toBe(0);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('utterances: the reports of each, and a line of JSON each', () => {
  const { stdout, stderr } = run('utterances', '--speaker', 'Lint', '--about', 'ninety');
  expect(stdout).toContain('the fullest — Karrow Post, 2025-03-12');
  expect(stdout).toContain('altered — Coast Radio, 2025-03-13: “The pier has stood for eighty years');
  expect(stderr).toBe('1 utterance that 2 documents or more report\n');
  const lines = run('utterances', '--json').stdout.trim().split('\n');
  for (const line of lines)
    expect(Object.keys(JSON.parse(line))).toEqual(['id', 'speaker', 'said', 'fullest', 'statements']);
  expect(run('utterances', '--at-least', 'x').stderr).toBe('onrecord: --at-least x is no number from 1\n');
});

test('coverage: a column an outlet, with how many articles were read of it', () => {
  const { stdout } = run('coverage', '--since', '2025-03', '--outlets', 'Harbour Times');
  expect(stdout).toMatch(/^Coast Radio \(1\) +Harbour Times \(0\) +Karrow Post \(1\) +Nesse Gazette \(1\) +said\n/u);
  expect(stdout).toMatch(/\nparaphrase +not read +clipped +whole +Ada Vane: /u);
  expect(stdout).toContain('— means not found in the articles read of that outlet; 3 articles read in all.');
  const wide = run('coverage', '--since', '2025-03', '--outlets', 'Harbour Times,Salt Herald').stdout;
  expect(wide).toMatch(/^A {2}Coast Radio\nB {2}Harbour Times\n/u);
  expect(wide).toMatch(/\nA \(1\) +B \(0\) +C \(1\) +D \(1\) +E \(0\) +said\n/u);
  const csv = run('coverage', '--csv').stdout.split('\r\n');
  expect(csv[0]).toBe(
    'utterance,speaker,said_earliest,said_latest,text,reports,first,Coast Radio,Karrow Post,Nesse Gazette',
  );
  const json = JSON.parse(run('coverage', '--json').stdout);
  expect(Object.keys(json)).toEqual(['read', 'outlets', 'copies', 'utterances']);
  expect(run('coverage', '--since', '2030').stderr).toBe(
    'onrecord: no document in the record matches; see: onrecord list\n',
  );
});

test('audit: as table, CSV and JSON, and a clear word for what it cannot group by', () => {
  expect(run('audit').stdout).toMatch(/ Ada Vane \(person\)\n/u);
  expect(run('audit', '--by', 'outlet').stdout).toMatch(/unnamed, 95% +outlet\n/u);
  expect(run('audit', '--by', 'type', '--csv').stdout).toMatch(/^group,type,documents,statements,direct,/u);
  expect(JSON.parse(run('audit', '--by', 'month', '--json').stdout).rows[0].group).toBe('2025-03');
  const wrong = run('audit', '--by', 'colour');
  expect([wrong.status, wrong.stderr]).toEqual([
    2,
    'onrecord: --by colour is not known; use speaker, type, outlet, author, month, post, party, sex, country\n',
  ]);
});

test('positions: in order, and a mark on a pair that can be taken back', () => {
  const { statements } = JSON.parse(run('positions', 'Vane', 'pier', '--json').stdout) as {
    statements: { id: string }[];
  };
  expect(statements.length).toBeGreaterThan(1);
  expect(run('positions', 'Vane', 'pier').stdout).toMatch(/^(?:Possible shifts, likeliest first|In order)\n/u);
  expect(JSON.parse(run('positions', 'Vane', '--json').stdout)).toHaveProperty('subjects');
  expect(run('positions', 'Nobody').stderr).toBe(
    'The record has no subject on which Nobody spoke on more than one day.\n',
  );
  expect(JSON.parse(run('positions', '--json').stdout)).toHaveProperty('shifts');
  expect(run('positions', 'Vane', 'airport').stderr).toBe('Nothing that Vane said on this is in the record.\n');
  const [one, other] = statements;
  const noted = run('review', 'pair', one!.id, other!.id, 'shift');
  expect(noted.stderr).toMatch(/^Noted\. To take it back: onrecord review undo r[0-9a-f]{12}\n$/u);
  expect(run('positions', 'Vane', 'pier').stdout).toContain('marked a shift by');
  expect(run('review', 'list').stdout).toContain('pair');
  expect(run('review', 'pair', one!.id, other!.id, 'odd').stderr).toBe(
    'onrecord: odd is none of shift, same, unrelated\n',
  );
});

test('search --like: what is about the same thing in other words, most similar first', () => {
  const { stdout } = run('search', '--like', 'the jetty will be shut this summer', '--limit', '3');
  expect(stdout.split('\n')[0]).toBe('Ada Vane');
  expect(stdout).toContain('pier');
  const hits = JSON.parse(run('search', '--like', 'rotten timber', '--json').stdout) as { likeness: number }[];
  expect(hits.map(({ likeness }) => likeness)).toEqual(hits.map(({ likeness }) => likeness).sort((a, b) => b - a));
});

test('a topic is saved with its phrasings, used by its name, replaced and removed with a way back', () => {
  expect(run('topic', 'save', 'Closure', 'pier close', 'breaks heart').stderr).toBe(
    'Saved. Use it as: onrecord positions SPEAKER Closure\n',
  );
  const ids = (...topic: string[]) =>
    (
      JSON.parse(run('positions', 'Vane', ...topic, '--exact', '--json').stdout) as { statements: { id: string }[] }
    ).statements
      .map(({ id }) => id)
      .sort();
  expect(ids('closure')).toEqual(ids('pier close', 'breaks heart'));
  expect(ids('closure').length).toBeGreaterThan(1);
  expect(run('topic', 'save', 'closure', 'pier').stderr).toBe(
    "Saved. Before, it was: onrecord topic save Closure 'pier close' 'breaks heart'\n",
  );
  expect(run('topic', 'list').stdout).toBe('topic    phrasings\nclosure  pier\n');
  expect(run('topic', 'remove', 'CLOSURE').stderr).toBe(
    'Removed. To bring it back: onrecord topic save closure pier\n',
  );
  expect(run('topic', 'remove', 'closure').stderr).toBe(
    'onrecord: no topic is saved as closure; see: onrecord topic list\n',
  );
});
