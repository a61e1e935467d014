import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { OnrecordError } from '../../document/index.ts';
import type { ArchiveEntry } from './entry.ts';
import { warcEntriesOf } from './warc.ts';

const WARC = /^archive\/[^/]+\.warc(?:\.gz)?$/iu;

/** The pages of all WARC files of a WACZ (webrecorder's Web Archive Collection Zipped 1.1). */
export async function* waczEntries(path: string): AsyncGenerator<ArchiveEntry> {
  let zip: yauzl.ZipFile;
  try {
    zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, {
      lazyEntries: true,
      autoClose: false,
    });
  } catch (cause) {
    throw new OnrecordError('damaged', 'the ZIP archive is damaged and cannot be read', { cause });
  }
  try {
    const files = await filesOf(zip);
    if (files.length === 0) throw new OnrecordError('not-a-document', 'this ZIP archive holds no archive/….warc.gz');
    for (const file of files) yield* warcEntriesOf((start) => openPart(zip, file, start), `${path}#${file.fileName}`);
  } finally {
    zip.close();
  }
}

async function filesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return await new Promise((resolve, reject) => {
    const found: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      if (WARC.test(entry.fileName)) found.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(found));
    zip.on('error', (cause) =>
      reject(new OnrecordError('damaged', 'the ZIP archive is damaged and cannot be read', { cause })),
    );
    zip.readEntry();
  });
}

/** A file of the archive from a byte on; one that is packed once more can be opened from its beginning alone. */
async function openPart(zip: yauzl.ZipFile, entry: yauzl.Entry, start: number) {
  const open = promisify<yauzl.Entry, yauzl.ZipFileOptions, NodeJS.ReadableStream>(
    zip.openReadStream.bind(zip) as never,
  );
  const isStored = entry.compressionMethod === 0;
  if (!isStored && start > 0) {
    const { Readable } = await import('node:stream');
    return Readable.from([]);
  }
  const options = isStored ? { start, end: entry.compressedSize } : {};
  return (await open(entry, {
    decompress: isStored ? null : true,
    ...options,
  } as never)) as import('node:stream').Readable;
}
