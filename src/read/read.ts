import { compact, OnrecordError } from '../document/index.ts';
import { archiveKind } from './archive/archive.ts';
import { documentsIn, type HeldDocument } from './archive/documents.ts';
import { assemble, type Reading, type ReadResult } from './assemble.ts';
import { contentsOfBytes } from './contents.ts';
import { formatOf } from './format.ts';
import { READERS } from './formats.ts';
import type { ReadOptions } from './options.ts';

export type { ReadOptions } from './options.ts';

/**
 * Bytes → document: the type is found from the content, and each format's reader ends in one type. A file of many
 * documents, such as a feed or a table, is read where it holds one alone.
 *
 * @param name where the bytes come from, kept with them
 * @throws OnrecordError `empty`, `not-a-document`, `too-large`, `too-deep`, `encrypted`, `damaged`, `no-text`
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  const only = await onlyDocument(bytes, name, options);
  if (!only) return readOne(bytes, name, options);
  return readOne(only.bytes, name, {
    ...options,
    defaults: { ...options.defaults, ...only.defaults, ...only.details },
  });
}

async function readOne(bytes: Uint8Array, name: string, options: ReadOptions): Promise<Reading> {
  const format = await formatOf(bytes);
  const { plural, limit, read: readAs } = READERS[format];
  if (bytes.length > limit) {
    const megabytes = (size: number) => `${Math.round(size / 1e6)} MB`;
    throw new OnrecordError(
      'too-large',
      `it has ${megabytes(bytes.length)}; ${plural} are read up to ${megabytes(limit)}`,
    );
  }
  const result = await readAs(bytes, options);
  return assemble(bytes, format, name, { ...options.defaults, ...known(result), ...options.details });
}

/** The document that a file of many holds, where it is one; undefined for a file that is a document. Throws `not-a-document` for several. */
async function onlyDocument(bytes: Uint8Array, name: string, { columns }: ReadOptions): Promise<Held | undefined> {
  const contents = contentsOfBytes(bytes, name);
  if (bytes.length === 0 || (await archiveKind(contents, columns)) === undefined) return undefined;
  let only: Held | undefined;
  for await (const document of documentsIn(contents, { ...compact({ columns }) })) {
    if ('failure' in document) throw document.failure;
    if (only) throw new OnrecordError('not-a-document', 'it holds many documents; each is read by itself');
    // A message with attachments is a document itself.
    if (document.bytes.length === bytes.length) return undefined;
    only = document;
  }
  if (!only) throw new OnrecordError('no-text', 'it holds no document');
  return only;
}

type Held = Exclude<HeldDocument, { failure: unknown }>;

/** What a file says of itself, without what it does not say. */
function known(result: ReadResult): ReadResult {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as ReadResult;
}
