import { type DocumentDetails, type Format, OnrecordError } from '../document/index.ts';
import { assemble, type Reading, type ReadResult } from './assemble.ts';
import { type CharsetHints, decode } from './charset.ts';
import { readEmail } from './email/email.ts';
import { formatOf } from './format.ts';
import { readHtml } from './html/html.ts';
import { readJson } from './json/json.ts';
import { readPdf } from './pdf/pdf.ts';
import { readText } from './text/text.ts';

/** The most bytes that each format is read at; beyond them reading would take more than a gigabyte of memory. */
const LIMITS: Readonly<Record<Format, number>> = {
  text: 10_000_000,
  html: 10_000_000,
  pdf: 64_000_000,
  json: 10_000_000,
  email: 30_000_000,
};

const PLURALS: Readonly<Record<Format, string>> = {
  text: 'texts',
  html: 'web pages',
  pdf: 'PDFs',
  json: 'JSON documents',
  email: 'messages',
};

/** What is known of a file besides its bytes. */
export interface ReadOptions extends CharsetHints {
  /** What the document does not say of itself, or says wrong; each overrides what is read. */
  readonly details?: DocumentDetails;
  /** What is known of it besides, where it says nothing itself. */
  readonly defaults?: DocumentDetails;
}

/**
 * Bytes → document: the type is found from the content, and each format's reader ends in one type.
 *
 * @param name where the bytes come from, kept with them
 * @throws OnrecordError `empty`, `not-a-document`, `too-large`, `too-deep`, `encrypted`, `damaged`, `no-text`
 */
export async function read(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<Reading> {
  const format = formatOf(bytes);
  if (bytes.length > LIMITS[format]) {
    const megabytes = (size: number) => `${Math.round(size / 1e6)} MB`;
    throw new OnrecordError(
      'too-large',
      `it has ${megabytes(bytes.length)}; ${PLURALS[format]} are read up to ${megabytes(LIMITS[format])}`,
    );
  }
  const result = await readAs(format, bytes, options);
  return assemble(bytes, format, name, { ...options.defaults, ...known(result), ...options.details });
}

/** What a file says of itself, without what it does not say. */
function known(result: ReadResult): ReadResult {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as ReadResult;
}

async function readAs(format: Format, bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  switch (format) {
    case 'text':
      return readText(decode(bytes, options));
    case 'html':
      return readHtml(decode(bytes, options), options.details?.url);
    case 'pdf':
      return readPdf(bytes);
    case 'json':
      return readJson(decode(bytes, options));
    case 'email':
      return readEmail(bytes);
  }
}
