import type { Contents } from './contents.ts';

/** First bytes of a compound file (MS-CFB), in which Office kept documents and Outlook keeps messages. */
export const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** A number of a sector at which a chain of sectors ends: this and all above. */
const END = 0xfffffffa;
/** Bytes of an entry of the directory, and entries that are looked at. */
const ENTRY = 128;
const ENTRIES = 4096;

/** The names of the streams and storages in the directory of a compound file, in no order. None where it is damaged. */
export async function compoundNames(contents: Contents): Promise<string[]> {
  const head = await contents.slice(0, 512);
  if (head.length < 512) return [];
  const size = 2 ** head.readUInt16LE(30);
  if (size !== 512 && size !== 4096) return [];
  const sector = (number: number) => contents.slice((number + 1) * size, (number + 2) * size);
  const names: string[] = [];
  let number = head.readUInt32LE(48);
  for (let seen = 0; number < END && seen < (ENTRIES * ENTRY) / size; seen++) {
    const bytes = await sector(number);
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
      const length = bytes.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(bytes.toString('utf16le', at, at + length - 2));
    }
    number = await nextSector(head, sector, number, size);
  }
  return names;
}

/** The sector after one in its chain, by the table of sectors. */
async function nextSector(
  head: Buffer,
  sector: (number: number) => Promise<Buffer>,
  number: number,
  size: number,
): Promise<number> {
  const perSector = size / 4;
  const table = Math.floor(number / perSector);
  // Tables beyond the first 109 are listed elsewhere; files with so many are over 6 MB, and their directory begins early.
  if (table >= 109) return END;
  const bytes = await sector(head.readUInt32LE(76 + 4 * table));
  const at = 4 * (number % perSector);
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : END;
}
