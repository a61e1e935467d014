import { OnrecordError } from '../document/index.ts';
import { assemble, type Reading, type ReadResult } from './assemble.ts';
import { formatOf } from './format.ts';
import { READERS } from './formats.ts';
import type { ReadOptions } from './options.ts';

export type { ReadOptions } from './options.ts';

/**
 * Bytes → document: the type is found from the content, and each format's reader ends in one type.
 *
 * @param name where the bytes come from, kept with them
 * @throws OnrecordError `empty`, `not-a-document`, `too-large`, `too-deep`, `encrypted`, `damaged`, `no-text`
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
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

/** What a file says of itself, without what it does not say. */
function known(result: ReadResult): ReadResult {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as ReadResult;
}
