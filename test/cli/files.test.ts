import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesUnder } from '../../src/cli/files.ts';
import { onrecord } from './run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string | Buffer) =>
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), 'Petra Holm said so on Monday.\n');

describe('a folder', () => {
  test('in which the record lies: its own files are no documents', () => {
    copyFileSync('samples/harbour-vote.md', join(folder, 'harbour-vote.md'));
    const record = join(folder, 'r.sqlite');
    for (const name of ['r.sqlite-watch', 'r.sqlite.schema-3.bak']) put(name);
    expect(onrecord(['--record', record, 'add', folder])).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^1 document added/u),
    });
  });

  test('with links to itself is walked through once', async () => {
    put('a.txt');
    symlinkSync('.', join(folder, 'one'));
    symlinkSync('.', join(folder, 'two'));
    mkdirSync(join(folder, 'under'));
    symlinkSync('..', join(folder, 'under', 'up'));
    put('under/b.txt');
    expect(await filesUnder([folder])).toEqual({
      files: [join(folder, 'a.txt'), join(folder, 'under', 'b.txt')],
      failures: [],
    });
  });

  test.skipIf(process.platform !== 'linux')(
    'with a pipe and a name that is not UTF-8: each gets a sentence, and the rest is read',
    () => {
      put('a.txt');
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      put(Buffer.from([0x6d, 0xfc, 0x2e, 0x74, 0x78, 0x74]));
      const { status, stdout, stderr } = onrecord(['read', folder]);
      expect(status).toBe(1);
      expect(stdout.trim().split('\n')).toHaveLength(1);
      expect(stderr).toBe(
        `onrecord: ${folder}/m\ufffd.txt: its name is not UTF-8, so it cannot be opened; rename it\n` +
          `onrecord: ${folder}/pipe: it is a named pipe, not a file; to read from it, pipe it to standard input\n`,
      );
    },
  );
});

test.skipIf(process.platform === 'win32').each([
  ['extract', '/dev/zero', 'a device'],
  ['read', '/dev/zero', 'a device'],
])('%s %s is refused in a sentence', (command, path, kind) => {
  const { status, stderr } = onrecord([command, path]);
  expect(status).toBe(1);
  expect(stderr).toContain(`${path}: it is ${kind}, not a file`);
});
