import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { zippedFiles } from '../zip.ts';
import type { ArchiveEntry } from './entry.ts';
import { warcEntriesOf } from './warc.ts';

const WARC = /^archive\/[^/]+\.warc(?:\.gz)?$/iu;

/** The pages of all WARC files of a WACZ (webrecorder's Web Archive Collection Zipped 1.1). */
export async function* waczEntries(contents: Contents): AsyncGenerator<ArchiveEntry> {
  let isEmpty = true;
  for await (const { name, openFrom } of zippedFiles(contents)) {
    if (!WARC.test(name)) continue;
    isEmpty = false;
    yield* warcEntriesOf(openFrom, `${contents.name}#${name}`);
  }
  if (isEmpty) throw new OnrecordError('not-a-document', 'this ZIP archive holds no archive/….warc.gz');
}
