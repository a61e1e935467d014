import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { unzipped, zippedFiles } from '../zip.ts';
import type { ArchiveEntry } from './entry.ts';

/** The most bytes that a file in an archive unpacks to. */
export const LARGEST = 64_000_000;
/** What systems put into archives beside what people do. */
const OF_SYSTEM = new Set(['__MACOSX', 'Thumbs.db', 'desktop.ini']);

/** The files of a ZIP archive, with their folders in their names; hidden files are left out, as in folders of the disk. */
export async function* zipEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  for await (const file of zippedFiles(contents)) {
    if (file.name.split('/').some(isHidden)) continue;
    const name = `${contents.name}#${file.name}`;
    try {
      yield { name, bytes: await unzipped(file, LARGEST) };
    } catch (cause) {
      if (!(cause instanceof OnrecordError)) throw cause;
      yield { name, failure: cause };
    }
  }
}

function isHidden(part: string): boolean {
  return OF_SYSTEM.has(part) || (part.startsWith('.') && part !== '.' && part !== '..');
}
