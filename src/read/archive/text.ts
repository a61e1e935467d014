import chardet from 'chardet';
import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { isUtf16 } from '../sample.ts';
import { BROKEN, unpacked } from './bytes.ts';

/** Bytes by which a character set is guessed. */
const GUESSED = 100_000;

/** The text of a file of any length, piece by piece, unpacked where it is gzip. Throws `damaged` where it cannot be unpacked. */
export async function* textOf(contents: Contents): AsyncGenerator<string> {
  const decoder = new TextDecoder(await charsetOf(contents));
  for await (const bytes of bytesOf(contents)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** All bytes of a file up to a limit. Throws `damaged`, and `too-large` beyond it. */
export async function wholeBytes(contents: Contents, limit: number, what: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const bytes of bytesOf(contents)) {
    size += bytes.length;
    if (size > limit)
      throw new OnrecordError('too-large', `it has more than ${limit / 1e6} MB; ${what} are read up to that`);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function* bytesOf(contents: Contents): AsyncGenerator<Buffer> {
  for await (const bytes of unpacked(contents.from)) {
    if (bytes === BROKEN) throw new OnrecordError('damaged', 'it is damaged and cannot be unpacked');
    yield bytes;
  }
}

/** The character set of a whole file: letters beyond ASCII may stand anywhere in it. */
async function charsetOf(contents: Contents): Promise<string> {
  const utf8 = new TextDecoder('utf-8');
  let broken = 0;
  let beyondAscii = 0;
  let isFirst = true;
  let foreign: Buffer | undefined;
  for await (const bytes of bytesOf(contents)) {
    const utf16 = isFirst ? isUtf16(bytes) : undefined;
    if (utf16) return utf16;
    isFirst = false;
    const before = beyondAscii;
    for (const byte of bytes) if (byte >= 0x80) beyondAscii++;
    if (beyondAscii > before) foreign ??= bytes;
    broken += utf8.decode(bytes, { stream: true }).split('\ufffd').length - 1;
  }
  if (!foreign || broken * 20 < beyondAscii) return 'utf-8';
  const guess = chardet.analyse(foreign.subarray(0, GUESSED)).find(({ confidence }) => confidence >= 40)?.name;
  return guess === undefined || /^(?:utf-8|ascii|iso-8859-1)$/iu.test(guess) ? 'windows-1252' : guess;
}
