import { type Format, OnrecordError } from '../document/index.ts';
import { looksLikeEmail } from './email/head.ts';

/** First bytes of files that are no documents we read, and what to call them. */
const OTHERS: readonly (readonly [magic: readonly number[], what: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office file; save it as PDF or text'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file; save it as PDF or text'],
  [[0x1f, 0x8b], 'a gzip archive; unpack it first'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database'],
  [[0x52, 0x49, 0x46, 0x46], 'a sound, picture or film'],
  [[0x49, 0x44, 0x33], 'a sound'],
];

/** What the bytes are, by their content and not by their name. Throws `empty` and `not-a-document`. */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new OnrecordError('empty', 'the file is empty');
  if (indexOfAscii(bytes.subarray(0, 1024), '%PDF-') >= 0) return 'pdf';
  for (const [magic, what] of OTHERS) {
    if (magic.every((byte, i) => bytes[i] === byte)) throw new OnrecordError('not-a-document', `this is ${what}`);
  }
  if (looksBinary(bytes)) throw new OnrecordError('not-a-document', 'this is neither text, a web page nor a PDF');
  const head = headOf(bytes);
  if (/^\s*\{\s*"/u.test(head) && isJson(bytes)) return 'json';
  if (looksLikeEmail(head)) return 'email';
  return looksLikeHtml(head) ? 'html' : 'text';
}

function indexOfAscii(bytes: Uint8Array, word: string): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(word, 0, 'latin1');
}

/** Control characters that no text has; UTF-16 is told apart by its regular zeros. */
function looksBinary(bytes: Uint8Array): boolean {
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

const HTML =
  /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:article|section|main|div|p|h1|table)(?:\s[^<>]*)?>/iu;

/** The first letters, in an encoding in which at least those of ASCII are right. */
function headOf(bytes: Uint8Array): string {
  return new TextDecoder(isUtf16(bytes) ?? 'latin1').decode(bytes.subarray(0, 65_536));
}

/** Text may begin with a brace too. */
function isJson(bytes: Uint8Array): boolean {
  try {
    return typeof JSON.parse(new TextDecoder(isUtf16(bytes) ?? 'utf-8').decode(bytes)) === 'object';
  } catch {
    return false;
  }
}

function looksLikeHtml(head: string): boolean {
  const start = head.slice(prologLength(head), prologLength(head) + 200);
  if (/^<!doctype\s+html|^<(?:html|head|body)[\s>]/iu.test(start)) return true;
  return HTML.test(head) && /<\/(?:p|div|article|h1|a|span|body|table)>/iu.test(head);
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
