import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Uploads } from '../../src/server/uploads.ts';

let uploads: Uploads;
beforeEach(() => {
  uploads = new Uploads();
});
afterEach(() => uploads.close());

async function* body(chunks: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < chunks; i++) yield Buffer.alloc(1_000_000, i);
}

test('an upload waits on disk', async () => {
  const upload = await uploads.keep(body(3), 0);
  expect(upload.size).toBe(3_000_000);
  expect(existsSync(upload.file)).toBe(true);
  expect(readFileSync(upload.file)[2_500_000]).toBe(2);
});

test('one that turns out too long is given up, and nothing of it stays', async () => {
  const { file } = await uploads.keep(body(1), 0);
  await expect(uploads.keep(body(65), 0)).rejects.toMatchObject({ code: 'too-large' });
  expect(readdirSync(dirname(file))).toHaveLength(1);
});

test('one that says it is too long is refused before it is read', async () => {
  let isRead = false;
  async function* watched() {
    isRead = true;
    yield Buffer.alloc(1);
  }
  await expect(uploads.keep(watched(), 1e9)).rejects.toMatchObject({ code: 'too-large' });
  expect(isRead).toBe(false);
});

test('what is left is removed at the end', async () => {
  const { file } = await uploads.keep(body(1), 0);
  await uploads.close();
  expect(existsSync(dirname(file))).toBe(false);
});
