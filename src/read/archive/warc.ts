import { WARCParser } from 'warcio';
import { compact, OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { BROKEN, type OpenFrom, unpacked } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';

/** The longest record that is taken, and the longest head of one, in bytes. */
const RECORD = 64_000_000;
const HEAD = 1_000_000;
const NOTHING = Buffer.alloc(0);
const UNPACKABLE = 'cannot be unpacked';
const BEGINNING = Buffer.from('WARC/');
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Kinds of documents that are read. */
const TYPES =
  /^(?:text\/(?:html|plain|markdown|rtf)|application\/(?:xhtml\+xml|pdf|rtf|msword|epub\+zip|vnd\.(?:openxmlformats-officedocument\.wordprocessingml|oasis\.opendocument\.text)[\w.]*))/iu;

/** The pages of a WARC file (ISO 28500), gzip or not; records that are broken are told and passed over. */
export function warcEntries({ name, from }: Contents): AsyncGenerator<ArchiveEntry> {
  return warcEntriesOf(from, name);
}

/** As `warcEntries`, of what may be a part of a file. */
export async function* warcEntriesOf(from: OpenFrom, name: string): AsyncGenerator<ArchiveEntry> {
  let number = 0;
  for await (const record of recordsOf(from)) {
    number++;
    if (typeof record === 'string')
      yield {
        name: `${name}#${number}`,
        failure: new OnrecordError('damaged', `record ${number} ${record}; left out`),
      };
    else {
      const entry = await entryOf(record, name, number);
      if (entry) yield entry;
    }
  }
}

/** The bytes of each record; or what is wrong with it. */
async function* recordsOf(from: OpenFrom): AsyncGenerator<Buffer | string> {
  const source = new Bytes(unpacked(from));
  while (await source.skipLineEnds()) {
    if (!(await source.beginsWith(BEGINNING))) {
      if (source.passBreak()) yield UNPACKABLE;
      else {
        yield 'does not begin as one';
        await source.skipTo(BEGINNING);
      }
      continue;
    }
    const head = await source.headLength();
    const length = head === undefined ? undefined : contentLength(source.peek(head));
    if (head === undefined || length === undefined) {
      if (source.passBreak()) yield UNPACKABLE;
      else {
        yield 'has no head that can be read';
        await source.skipPast(BEGINNING.length, BEGINNING);
      }
      continue;
    }
    if (head + length > RECORD) {
      yield `has ${Math.round(length / 1e6)} MB, more than is read`;
      await source.skip(head + length);
      continue;
    }
    const isWhole = await source.fill(head + length);
    if (!isWhole) {
      if (source.passBreak()) yield UNPACKABLE;
      else {
        yield 'breaks off';
        await source.skipPast(BEGINNING.length, BEGINNING);
      }
      continue;
    }
    if (!(await source.endsRecordAt(head + length, BEGINNING))) {
      yield 'is longer or shorter than it says';
      await source.skipPast(head, BEGINNING);
      continue;
    }
    yield source.take(head + length);
  }
}

/** `Content-Length` of a record's head; undefined where it has none. */
function contentLength(head: Buffer): number | undefined {
  const length = /^content-length:\s*(\d{1,15})\s*$/imu.exec(head.toString('latin1'))?.[1];
  return length === undefined ? undefined : Number(length);
}

async function entryOf(record: Buffer, file: string, number: number): Promise<ArchiveEntry | undefined> {
  const type = /^warc-type:\s*(\w+)/imu.exec(record.subarray(0, HEAD).toString('latin1'))?.[1]?.toLowerCase();
  // Requests, and what a crawler notes of itself, are many: they are not looked into.
  if (type !== 'response' && type !== 'resource' && type !== 'conversion') return undefined;
  const name = `${file}#${number}`;
  try {
    const parsed = await WARCParser.parse([record]);
    if (!parsed) return { name, failure: new OnrecordError('damaged', `record ${number} cannot be read; left out`) };
    const url = parsed.warcTargetURI ?? undefined;
    const isResponse = type === 'response';
    const status = Number(parsed.httpHeaders?.statusCode ?? 0);
    if (isResponse && status !== 200) return undefined;
    const content =
      (isResponse ? parsed.httpHeaders?.headers.get('content-type') : parsed.warcContentType) ?? undefined;
    if (content === undefined ? type !== 'conversion' : !TYPES.test(content)) return undefined;
    const bytes = await parsed.readFully(true);
    if (bytes.length === 0) return undefined;
    const charset = /charset="?([\w.:-]+)/iu.exec(content ?? '')?.[1];
    return {
      name: url ?? name,
      bytes,
      ...(url && /^https?:/iu.test(url) ? { details: { url } } : {}),
      ...compact({ header: charset }),
    };
  } catch (cause) {
    return { name, failure: new OnrecordError('damaged', `record ${number} cannot be read; left out`, { cause }) };
  }
}

/** Bytes that come in pieces, looked at from the front. */
class Bytes {
  readonly #source: AsyncIterator<Buffer | typeof BROKEN>;
  #pieces: Buffer[] = [];
  #size = 0;
  #isEnded = false;
  /** Bytes before which something could not be unpacked. */
  #breakAt: number | undefined;

  constructor(source: AsyncIterable<Buffer | typeof BROKEN>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Reads until there are so many bytes; false where there are not, or where something between is broken. */
  async fill(size: number): Promise<boolean> {
    while (this.#size < size && !this.#isEnded && this.#breakAt === undefined) await this.#pull();
    return this.#size >= size && (this.#breakAt === undefined || this.#breakAt >= size);
  }

  async #pull(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) this.#isEnded = true;
    else if (value === BROKEN) {
      this.#breakAt ??= this.#size;
    } else {
      this.#pieces.push(value);
      this.#size += value.length;
    }
  }

  peek(size: number): Buffer {
    if (this.#pieces.length > 1 && this.#pieces[0]!.length < size) this.#pieces = [Buffer.concat(this.#pieces)];
    return (this.#pieces[0] ?? NOTHING).subarray(0, size);
  }

  take(size: number): Buffer {
    const taken = Buffer.from(this.peek(size));
    this.#drop(size);
    return taken;
  }

  /** Skips what stands before a place that could not be unpacked; false where there is no such place. */
  passBreak(): boolean {
    if (this.#breakAt === undefined) return false;
    this.#drop(this.#breakAt);
    this.#breakAt = undefined;
    return true;
  }

  #drop(size: number): void {
    this.#size -= size;
    if (this.#breakAt !== undefined) this.#breakAt = Math.max(0, this.#breakAt - size);
    let left = size;
    while (left > 0) {
      const first = this.#pieces[0]!;
      if (first.length > left) {
        this.#pieces[0] = first.subarray(left);
        return;
      }
      left -= first.length;
      this.#pieces.shift();
    }
  }

  /** Skips empty lines; false at the end. */
  async skipLineEnds(): Promise<boolean> {
    for (;;) {
      if (!(await this.fill(1))) {
        if (this.#breakAt === 0) return true;
        if (this.#size === 0) return false;
      }
      const byte = this.peek(1)[0];
      if (byte !== 13 && byte !== 10) return true;
      this.#drop(1);
    }
  }

  async beginsWith(word: Buffer): Promise<boolean> {
    return (await this.fill(word.length)) && this.peek(word.length).equals(word);
  }

  /** Bytes of a record's head with the empty line that ends it; undefined where that does not come. */
  async headLength(): Promise<number | undefined> {
    for (let size = 2048; ; size *= 2) {
      const isThere = await this.fill(size);
      const end = this.peek(size).indexOf(END_OF_HEAD);
      if (end >= 0) return end + END_OF_HEAD.length;
      if (!isThere || size > HEAD) return undefined;
    }
  }

  /** Whether a record that ends after so many bytes is followed by its two line ends and another, or by nothing. */
  async endsRecordAt(size: number, next: Buffer): Promise<boolean> {
    await this.fill(size + END_OF_HEAD.length + next.length);
    const after = this.peek(size + END_OF_HEAD.length + next.length).subarray(size);
    const printed = after.toString('latin1');
    const words = printed.replace(/^[\r\n]*/u, '');
    return (
      printed.startsWith('\r\n\r\n') ||
      words === '' ||
      'WARC/'.startsWith(words.slice(0, next.length)) ||
      this.#breakAt !== undefined
    );
  }

  async skip(size: number): Promise<void> {
    let left = size;
    while (left > 0 && (await this.fill(1))) {
      const step = Math.min(left, this.#size);
      this.#drop(step);
      left -= step;
    }
  }

  /** Skips so many bytes, and on to the next line that begins so. */
  async skipPast(size: number, word: Buffer): Promise<void> {
    await this.fill(size);
    this.#drop(Math.min(size, this.#size));
    await this.skipTo(word);
  }

  async skipTo(word: Buffer): Promise<void> {
    const line = Buffer.concat([Buffer.from('\n'), word]);
    for (;;) {
      await this.fill(Math.max(this.#size, line.length));
      const found = this.peek(this.#size).indexOf(line);
      if (found >= 0) {
        this.#drop(found + 1);
        return;
      }
      // What comes after a break begins anew.
      if (this.passBreak()) return;
      this.#drop(Math.max(0, this.#size - line.length + 1));
      if (this.#isEnded) {
        this.#drop(this.#size);
        return;
      }
      await this.#pull();
    }
  }
}
