import type { Readable } from 'node:stream';
import { createGunzip, inflateRawSync } from 'node:zlib';

/** Opens a file, or a part of one, from a byte on. */
export type OpenFrom = (start: number) => Promise<Readable> | Readable;

/** Stands in a stream of bytes for what could not be unpacked. */
export const BROKEN = Symbol('broken');

const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

/** The longest member that is unpacked at once, packed and unpacked; a longer one is unpacked as it comes. */
const PACKED = 8_000_000;
const UNPACKED = 128_000_000;
/** Bytes of a member after its data: a check sum, and its length. */
const TRAILER = 8;

/**
 * The bytes of a file, unpacked where it is gzip (RFC 1952) of one or many members. A member that is broken gives `BROKEN`,
 * and reading goes on with the next.
 */
export async function* unpacked(from: OpenFrom): AsyncGenerator<Buffer | typeof BROKEN> {
  const window = new Window(from);
  while (window.bytes.length < GZIP.length && (await window.more())) {}
  if (!window.bytes.subarray(0, GZIP.length).equals(GZIP)) {
    yield* window.rest();
    return;
  }
  while (window.bytes.length > 0 || (await window.more())) {
    const member = await memberIn(window);
    if (member === 'long') {
      const next = yield* unpackedAsItComes(from, window.offset);
      if (next === undefined) return;
      await window.restart(next);
    } else if (member === 'broken') {
      yield BROKEN;
      if (!(await window.skipTo(GZIP))) return;
    } else yield member;
  }
}

/** The next member, unpacked, which is taken from the window; or why it is not. */
async function memberIn(window: Window): Promise<Buffer | 'long' | 'broken'> {
  for (;;) {
    const head = headLength(window.bytes);
    if (head === undefined) {
      if (window.bytes.length < 4096 && (await window.more())) continue;
      return 'broken';
    }
    try {
      const { buffer, engine } = inflateRawSync(window.bytes.subarray(head), {
        info: true,
        maxOutputLength: UNPACKED,
      }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
      const length = head + engine.bytesWritten + TRAILER;
      // Its last bytes may be in the next part of the file.
      while (window.bytes.length < length && (await window.more())) {}
      window.drop(length);
      return buffer;
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') return 'long';
      if (code !== 'Z_BUF_ERROR') return 'broken';
      if (window.bytes.length > PACKED) return 'long';
      // It goes on: as much again is read, so that no byte is unpacked many times.
      const wanted = 2 * window.bytes.length;
      let isMore = false;
      while (window.bytes.length < wanted && (await window.more())) isMore = true;
      if (!isMore) return 'broken';
    }
  }
}

/** Bytes of a member's head (RFC 1952); undefined where there is none. */
export function headLength(bytes: Buffer): number | undefined {
  if (bytes.length < 18 || !bytes.subarray(0, GZIP.length).equals(GZIP)) return undefined;
  const flags = bytes[3]!;
  let at = 10;
  if (flags & 4) at += 2 + bytes.readUInt16LE(at);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at + (flags & 2 ? 2 : 0);
}

/** All members from a byte on, in pieces. Gives where to go on after one that is broken; undefined at the end. */
async function* unpackedAsItComes(
  from: OpenFrom,
  start: number,
): AsyncGenerator<Buffer | typeof BROKEN, number | undefined> {
  const input = await from(start);
  const gunzip = createGunzip({ chunkSize: 262_144 });
  input.on('error', (cause) => gunzip.destroy(cause));
  try {
    yield* input.pipe(gunzip) as AsyncIterable<Buffer>;
    return undefined;
  } catch (cause) {
    if (!/^(?:Z_|ERR_)/u.test((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
    yield BROKEN;
    return await nextMember(from, start + Math.max(1, gunzip.bytesWritten - GZIP.length));
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** The part of a file that is looked at. */
class Window {
  bytes: Buffer = Buffer.alloc(0);
  /** Where in the file it begins. */
  offset = 0;
  readonly #from: OpenFrom;
  #input: AsyncIterator<Buffer> | undefined;

  constructor(from: OpenFrom) {
    this.#from = from;
  }

  /** Reads on; false at the end. */
  async more(): Promise<boolean> {
    this.#input ??= ((await this.#from(this.offset)) as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    const { value, done } = await this.#input.next();
    if (done) return false;
    this.bytes = this.bytes.length === 0 ? value : Buffer.concat([this.bytes, value]);
    return true;
  }

  drop(size: number): void {
    const dropped = Math.min(size, this.bytes.length);
    this.bytes = this.bytes.subarray(dropped);
    this.offset += dropped;
  }

  /** Goes on to the next place that begins so, after this one; false where there is none. */
  async skipTo(magic: Buffer): Promise<boolean> {
    this.drop(1);
    for (;;) {
      const found = this.bytes.indexOf(magic);
      if (found >= 0) {
        this.drop(found);
        return true;
      }
      this.drop(Math.max(0, this.bytes.length - magic.length + 1));
      if (!(await this.more())) return false;
    }
  }

  async restart(offset: number): Promise<void> {
    await this.#input?.return?.();
    this.#input = undefined;
    this.bytes = Buffer.alloc(0);
    this.offset = offset;
  }

  async *rest(): AsyncGenerator<Buffer> {
    do {
      yield this.bytes;
      this.bytes = Buffer.alloc(0);
    } while (await this.more());
  }
}

/** Where, from a byte on, the next member of gzip begins; undefined where none does. */
async function nextMember(from: OpenFrom, start: number): Promise<number | undefined> {
  const input = await from(start);
  let at = start;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of input) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const found = bytes.indexOf(GZIP);
    if (found >= 0) {
      input.destroy();
      return at + found;
    }
    rest = bytes.subarray(Math.max(0, bytes.length - GZIP.length + 1));
    at += bytes.length - rest.length;
  }
  return undefined;
}

/** The longest line that is taken, in bytes. */
const LINE = 64_000_000;

/** The lines of a file, without their ends; undefined for one that is broken or longer than what is taken. */
export async function* linesOf(from: OpenFrom): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = [];
  let size = 0;
  let isBroken = false;
  for await (const chunk of unpacked(from)) {
    if (chunk === BROKEN) {
      isBroken = true;
      continue;
    }
    let begin = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, begin)) {
      parts.push(chunk.subarray(begin, end));
      const line = Buffer.concat(parts);
      yield isBroken || size > LINE ? undefined : line.at(-1) === 13 ? line.subarray(0, -1) : line;
      [parts, size, isBroken, begin] = [[], 0, false, end + 1];
    }
    size += chunk.length - begin;
    if (size > LINE) parts = [];
    else parts.push(chunk.subarray(begin));
  }
  if (isBroken) yield undefined;
  else if (parts.length > 0) yield Buffer.concat(parts);
}
