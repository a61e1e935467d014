import { startsWith } from '../sample.ts';

/** First bytes of the pictures that text is recognised in, and what to call one. */
const PICTURES: readonly (readonly [magic: readonly number[] | string, what: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
];

/** What to call a picture, by its first bytes; undefined where they are none. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  return PICTURES.find(([magic]) => startsWith(bytes, magic))?.[1];
}
