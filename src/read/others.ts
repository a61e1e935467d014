import { startsWith } from './sample.ts';

/** First bytes of files that are no documents we read, and what to call them. */
const MAGIC: readonly (readonly [magic: readonly number[] | string, what: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['PK\x03\x04', 'a ZIP archive or an Office file; save it as PDF or text'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file; save it as PDF or text'],
  [[0x1f, 0x8b], 'a gzip archive; unpack it first'],
  ['\x7fELF', 'a program'],
  ['MZ', 'a program'],
  ['SQLite', 'a database'],
  ['RIFF', 'a sound, picture or film'],
  ['ID3', 'a sound'],
];

/** What bytes with control characters are that no format claims, as a sentence goes on after "this is". */
export function otherThanDocument(bytes: Uint8Array): string {
  return MAGIC.find(([magic]) => startsWith(bytes, magic))?.[1] ?? 'neither text, a web page nor a PDF';
}
