import { createReadStream } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';

/** The bytes of a file, wherever they are: any part of them can be had without the others. */
export interface Contents {
  /** Where they come from; the names of what is in it begin with this. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from one on, to before another, as a stream. */
  readonly from: (start: number, end?: number) => Readable;
  /** The bytes from one to before another; fewer at the end. */
  readonly slice: (start: number, end: number) => Promise<Buffer>;
  /** Files that stand beside it, and in the folder above, whose names are wanted; only for files of the disk. */
  readonly beside?: (isWanted: (name: string) => boolean) => Promise<Contents[]>;
}

/** Bytes of a file that are read at once. */
const STEP = 262_144;

/** A file of the disk, read as it is needed. */
export async function contentsOfFile(path: string, name = path): Promise<Contents> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return {
      name,
      size,
      from: (start, end = Number.POSITIVE_INFINITY) =>
        start < end ? createReadStream(path, { start, end: end - 1, highWaterMark: STEP }) : Readable.from([]),
      slice: (start, end) => sliceOf(path, start, Math.min(end, size)),
      beside: (isWanted) => filesBeside(path, isWanted),
    };
  } finally {
    await file.close();
  }
}

async function filesBeside(path: string, isWanted: (name: string) => boolean): Promise<Contents[]> {
  const found: Contents[] = [];
  for (const folder of [dirname(path), dirname(dirname(resolve(path)))])
    for (const entry of await readdir(folder, { withFileTypes: true }))
      if (entry.isFile() && entry.name !== basename(path) && isWanted(entry.name))
        found.push(await contentsOfFile(join(folder, entry.name)));
  return found;
}

/** Bytes that are in memory. */
export function contentsOfBytes(bytes: Uint8Array, name: string): Contents {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    name,
    size: buffer.length,
    from: (start, end) => Readable.from(start < buffer.length ? [buffer.subarray(start, end)] : []),
    slice: async (start, end) => buffer.subarray(start, end),
  };
}

async function sliceOf(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const length = Math.max(0, end - start);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
