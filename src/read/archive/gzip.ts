import { OnrecordError } from '../../document/index.ts';
import type { Contents } from '../contents.ts';
import { BROKEN, unpacked } from './bytes.ts';
import type { ArchiveEntry } from './entry.ts';
import { LARGEST } from './zip.ts';

/** The one document of a gzip file, as `curl --compressed` and browsers leave them. Throws `damaged` and `too-large`. */
export async function* gzipEntries({ name, from }: Contents): AsyncGenerator<ArchiveEntry> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(from)) {
    if (part === BROKEN) throw new OnrecordError('damaged', 'the gzip file is damaged and cannot be unpacked');
    size += part.length;
    if (size > LARGEST)
      throw new OnrecordError('too-large', `it unpacks to more than ${LARGEST / 1e6} MB; documents are not so large`);
    parts.push(part);
  }
  yield { name, bytes: Buffer.concat(parts) };
}
