import { constants, inflateRawSync } from 'node:zlib';
import { headLength } from './archive/bytes.ts';
import type { Contents } from './contents.ts';
import { COMPOUND, compoundNames } from './ole.ts';
import { zippedFiles } from './zip.ts';

/** Bytes from which is told what a file is, and letters of them. */
const HEAD = 65_536;
/** Names of files in an archive that are looked at. */
const NAMES = 10_000;

/** What is told of a file to find out what it is. Made once for all that ask. */
export interface Sample {
  readonly contents: Contents;
  /** The first bytes, unpacked where the file is gzip. */
  readonly bytes: Uint8Array;
  /** Whether the file itself is gzip. */
  readonly isPacked: boolean;
  /** The first letters, in an encoding in which at least those of ASCII are right; without a byte order mark. */
  readonly head: string;
  /** `head` from its first element on: without white space, an XML declaration and comments. */
  readonly start: string;
  /** The names of the files in a ZIP archive, or of the parts of a compound file; none of anything else. */
  readonly names: readonly string[];
}

/** What can be told of a file. */
export async function sampleOf(contents: Contents): Promise<Sample> {
  const first = await contents.slice(0, HEAD);
  const bytes = unpackedHead(first);
  const head = new TextDecoder(isUtf16(bytes) ?? 'latin1').decode(bytes).replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/u, '');
  return {
    contents,
    bytes,
    isPacked: bytes !== first,
    head,
    start: head.slice(prologLength(head)),
    names: await namesIn(first, contents),
  };
}

/** As much as can be unpacked of the head of a gzip file; other bytes as they are. */
function unpackedHead(head: Buffer): Buffer {
  const start = headLength(head);
  if (start === undefined) return head;
  try {
    // The file goes on: what is there of its first member is taken.
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 256 * HEAD };
    return inflateRawSync(head.subarray(start), options).subarray(0, HEAD);
  } catch {
    return Buffer.alloc(0);
  }
}

/** None where the archive is damaged: what reads it will say so. */
async function namesIn(first: Buffer, contents: Contents): Promise<string[]> {
  if (startsWith(first, COMPOUND)) return await compoundNames(contents);
  if (!startsWith(first, 'PK\x03\x04')) return [];
  const names: string[] = [];
  try {
    for await (const { name } of zippedFiles(contents)) if (names.push(name) === NAMES) break;
  } catch {
    return [];
  }
  return names;
}

/** Whether the bytes begin so. */
export function startsWith(bytes: Uint8Array, magic: readonly number[] | string): boolean {
  const wanted = typeof magic === 'string' ? [...magic].map((letter) => letter.charCodeAt(0)) : magic;
  return wanted.every((byte, i) => bytes[i] === byte);
}

/** Control characters that no text has; UTF-16 is told apart by its regular zeros. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if (isUtf16(sample)) return false;
  let strange = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) strange++;
  }
  return strange > sample.length / 50;
}

/** Whether the bytes are UTF-16, with its mark or by zeros in every other place. */
export function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  if (odd > sample.length / 4 && even < sample.length / 50) return 'utf-16le';
  return even > sample.length / 4 && odd < sample.length / 50 ? 'utf-16be' : undefined;
}

/** Letters of what may stand before a page's first element: white space, an XML declaration, comments. */
function prologLength(head: string): number {
  let at = afterSpace(head, 0);
  if (head.startsWith('<?xml', at)) at = afterSpace(head, after(head, '>', at));
  while (head.startsWith('<!--', at)) at = afterSpace(head, after(head, '-->', at + '<!--'.length));
  return at;
}

/** Where the next `end` is over, from a place on; the end of the text where there is none. */
function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found + end.length;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at]!.trim() === '') at++;
  return at;
}
