import type { Contents } from '../contents.ts';
import { WARC_PART } from '../packages.ts';
import { zippedFiles } from '../zip.ts';
import type { ArchiveEntry } from './entry.ts';
import { warcEntriesOf } from './warc.ts';

/** The pages of all WARC files of a WACZ (webrecorder's Web Archive Collection Zipped 1.1). */
export async function* waczEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  for await (const { name, openFrom } of zippedFiles(contents))
    if (WARC_PART.test(name)) yield* warcEntriesOf(openFrom, `${contents.name}#${name}`);
}
