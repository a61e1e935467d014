import type { Document, Extraction } from '../../document/index.ts';
import type { Reading } from '../../read/assemble.ts';
import type { ReadOptions } from '../../read/read.ts';
import { Pool } from './pool.ts';

/**
 * Seconds of processor time that reading a document may take, and extracting each part of `PART` characters. A machine of 2020 takes
 * some 20 seconds for such a part, so that even a slow one has time enough.
 */
export const TIME_LIMIT = 120;
const PART = 500_000;

/** How long a document may take. */
export interface Bounds {
  /** Seconds of processor time for reading, for each page on which text is recognised, and for extracting each 500,000 characters; 120 by default. */
  readonly limit?: number;
}

let shared: Pool | undefined;

/**
 * As `read` in `read/read.ts`, in a process that is ended when it takes too long or too much memory.
 *
 * @throws OnrecordError as `read` does, and `too-slow` and `too-large`
 */
export async function readBounded(
  bytes: Uint8Array,
  name: string,
  { limit = TIME_LIMIT, ...options }: ReadOptions & Bounds = {},
): Promise<Reading> {
  shared ??= new Pool(1);
  const reading = await shared.run('read', [bytes, name, options], limit);
  const inner = reading.original.bytes;
  return { ...reading, original: { ...reading.original, bytes: inner.length > 0 ? inner : bytes } };
}

/**
 * As `extract` in `pipeline/extract.ts`, in a process that is ended when it takes too long or too much memory.
 *
 * @throws OnrecordError as `extract` does, and `too-slow` and `too-large`
 */
export async function extractBounded(document: Document, { limit = TIME_LIMIT }: Bounds = {}): Promise<Extraction> {
  if (document.language !== 'en') return { statements: [], figures: [], names: [] };
  shared ??= new Pool(1);
  return await shared.run('extract', [document], secondsFor(document.text, limit));
}

/** Seconds that extracting a text may take. */
export function secondsFor(text: string, limit: number): number {
  return limit * Math.max(1, Math.ceil(text.length / PART));
}
