import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { OnrecordError } from '../document/index.ts';
import type { Contents } from './contents.ts';

/** A file in a ZIP archive. */
export interface ZippedFile {
  /** With its folders, separated by "/". */
  readonly name: string;
  /** Bytes that it unpacks to, as the archive says. */
  readonly size: number;
  readonly isEncrypted: boolean;
  /** Its bytes. Whoever reads them is given no more than `size`: a stream that goes on is an error. */
  readonly open: () => Promise<Readable>;
  /** Its bytes from one on; of a file that is packed, only from the first. */
  readonly openFrom: (start: number) => Promise<Readable>;
}

/**
 * The files of a ZIP archive (APPNOTE 6.3) in the order of its directory, folders left out.
 *
 * @throws OnrecordError `damaged`
 */
export async function* zippedFiles(contents: Contents): AsyncGenerator<ZippedFile> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
  try {
    const zip = await yauzl.fromRandomAccessReaderPromise(new ContentsReader(contents), contents.size, options);
    for await (const entry of zip.eachEntry()) {
      const file = zippedFile(zip, entry);
      if (!file.name.endsWith('/')) yield file;
    }
  } catch (cause) {
    if (cause instanceof OnrecordError) throw cause;
    throw new OnrecordError('damaged', 'the ZIP archive is damaged and cannot be read', { cause });
  }
}

/** All bytes of a file in an archive. Throws `encrypted`, `damaged`, and `too-large` beyond the limit. */
export async function unzipped(file: ZippedFile, limit: number): Promise<Buffer> {
  if (file.isEncrypted) throw new OnrecordError('encrypted', `${file.name} is encrypted and needs a password`);
  if (file.size > limit)
    throw new OnrecordError('too-large', `${file.name} unpacks to more than ${Math.round(limit / 1e6)} MB`);
  try {
    const parts: Buffer[] = [];
    for await (const part of await file.open()) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch (cause) {
    throw new OnrecordError('damaged', `${file.name} is damaged and cannot be unpacked`, { cause });
  }
}

function zippedFile(zip: yauzl.ZipFile, entry: yauzl.Entry): ZippedFile {
  const { generalPurposeBitFlag, extraFields, fileNameRaw, uncompressedSize, compressionMethod } = entry;
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  return {
    name: name.replaceAll('\\', '/'),
    size: uncompressedSize,
    isEncrypted: entry.isEncrypted(),
    open: () => zip.openReadStreamPromise(entry),
    openFrom: async (start) => {
      if (compressionMethod === 0)
        return await zip.openReadStreamPromise(entry, { decodeFileData: false, start, end: entry.compressedSize });
      return start === 0 ? await zip.openReadStreamPromise(entry) : Readable.from([]);
    },
  };
}

/** What yauzl reads an archive by. */
class ContentsReader extends yauzl.RandomAccessReader {
  readonly #contents: Contents;

  constructor(contents: Contents) {
    super();
    this.#contents = contents;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#contents.from(start, end);
  }
}
