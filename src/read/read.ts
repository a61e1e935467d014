import { type DocumentDetails, OnrecordError } from '../document/index.ts';
import { archiveEntries, archiveKind } from './archive/archive.ts';
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
  const only = await onlyEntry(bytes, name, options);
  if (only) return read(only.bytes, name, { ...options, defaults: { ...options.defaults, ...only.details } });
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
async function onlyEntry(bytes: Uint8Array, name: string, { columns }: ReadOptions) {
  const contents = contentsOfBytes(bytes, name);
  const kind = bytes.length === 0 ? undefined : await archiveKind(contents, columns);
  if (kind === undefined) return undefined;
  let only: { readonly bytes: Uint8Array; readonly details?: DocumentDetails } | undefined;
  for await (const entry of archiveEntries(contents, kind, columns)) {
    if ('failure' in entry) throw entry.failure;
    // A message with attachments is a document itself.
    if (entry.isWhole) return undefined;
    if (only) throw new OnrecordError('not-a-document', 'it holds many documents; each is read by itself');
    only = entry;
  }
  if (!only) throw new OnrecordError('no-text', 'it holds no document');
  return only;
}

/** What a file says of itself, without what it does not say. */
function known(result: ReadResult): ReadResult {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as ReadResult;
}
