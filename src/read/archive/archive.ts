import { open } from 'node:fs/promises';
import { constants, inflateRawSync } from 'node:zlib';
import { headLength } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';
import { mboxEntries } from './mbox.ts';
import { ndjsonEntries } from './ndjson.ts';
import { parquetEntries } from './parquet.ts';
import { waczEntries } from './wacz.ts';
import { warcEntries } from './warc.ts';

/** The kinds of files with many documents. */
export type ArchiveKind = 'warc' | 'wacz' | 'ndjson' | 'parquet' | 'mbox';

/** Bytes from which is told what a file is. */
const HEAD = 65_536;

/** What kind of archive a file is, by its content; undefined for a file that is one document. */
export async function archiveKind(path: string): Promise<ArchiveKind | undefined> {
  const head = await headOf(path);
  if (head[0] === 0x50 && head[1] === 0x4b) return /\.wacz$/iu.test(path) ? 'wacz' : undefined;
  if (startsWith(head, 'PAR1')) return 'parquet';
  const text = unzipped(head);
  if (startsWith(text, 'WARC/')) return 'warc';
  if (/^From \S.*\r?\n[\w-]+:/u.test(text.subarray(0, 2000).toString('latin1'))) return 'mbox';
  return isNdjson(text, path) ? 'ndjson' : undefined;
}

/**
 * The documents of an archive, one at a time: whatever its size, no more than one of them is in memory. What is broken in
 * it is told and passed over.
 *
 * @throws what reading the file throws; OnrecordError `damaged` where nothing of it can be read
 */
export function archiveEntries(path: string, kind: ArchiveKind): AsyncGenerator<ArchiveEntry> {
  switch (kind) {
    case 'warc':
      return warcEntries(path);
    case 'wacz':
      return waczEntries(path);
    case 'ndjson':
      return ndjsonEntries(path);
    case 'parquet':
      return parquetEntries(path);
    case 'mbox':
      return mboxEntries(path);
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function startsWith(bytes: Buffer, word: string): boolean {
  return bytes.subarray(0, word.length).toString('latin1') === word;
}

/** As much as can be unpacked of the head of a gzip file; other bytes as they are. */
function unzipped(head: Buffer): Buffer {
  const start = headLength(head);
  if (start === undefined) return head;
  try {
    // The file goes on: what is there of its first member is taken.
    return inflateRawSync(head.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 256 * HEAD });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Lines that are JSON objects, two at least, or one by the file's name. */
function isNdjson(text: Buffer, path: string): boolean {
  const [first = '', second = ''] = text
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u, 3);
  if (!/^\s*\{.*\}\s*$/u.test(first)) return /\.(?:ndjson|jsonl)(?:\.gz)?$/iu.test(path) && /^\s*\{/u.test(first);
  return /^\s*\{/u.test(second) || /\.(?:ndjson|jsonl)(?:\.gz)?$/iu.test(path);
}
