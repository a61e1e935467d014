import type { Format } from '../document/index.ts';
import type { ReadResult } from './assemble.ts';
import { decode } from './charset.ts';
import { looksLikeEmail } from './email/head.ts';
import { looksLikeHtml } from './html/head.ts';
import { looksLikeJson } from './json/head.ts';
import type { ReadOptions } from './options.ts';
import type { Sample } from './sample.ts';

/** How a format of one document is told from others, and read. */
export interface FormatReader {
  /** What several of them are called in a sentence. */
  readonly plural: string;
  /** The most bytes that are read; beyond them reading would take more than a gigabyte of memory. */
  readonly limit: number;
  /** Whether it is written in letters: then it is asked only of bytes that hold no others. */
  readonly isText: boolean;
  /** Whether a file is of the format, by its content. Nothing is loaded for it that takes time. */
  readonly is: (sample: Sample) => boolean | Promise<boolean>;
  /** Loads what reads the format, and reads. Throws an `OnrecordError` for what is broken. */
  readonly read: (bytes: Uint8Array, options: ReadOptions) => Promise<ReadResult>;
}

const MB = 1_000_000;

/**
 * The formats of one document, in the order in which they are asked whether bytes are theirs: what is told by its first
 * bytes before what is told by its words, and plain text, which is whatever nobody else claims, last.
 */
export const READERS: Readonly<Record<Format, FormatReader>> = {
  pdf: {
    plural: 'PDFs',
    limit: 64 * MB,
    isText: false,
    is: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-', 0, 'latin1'),
    read: async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes),
  },
  json: {
    plural: 'JSON documents',
    limit: 10 * MB,
    isText: true,
    is: looksLikeJson,
    read: async (bytes, options) => (await import('./json/json.ts')).readJson(decode(bytes, options)),
  },
  email: {
    plural: 'messages',
    limit: 30 * MB,
    isText: true,
    is: ({ head }) => looksLikeEmail(head),
    read: async (bytes) => (await import('./email/email.ts')).readEmail(bytes),
  },
  html: {
    plural: 'web pages',
    limit: 10 * MB,
    isText: true,
    is: looksLikeHtml,
    read: async (bytes, options) =>
      (await import('./html/html.ts')).readHtml(decode(bytes, options), options.details?.url),
  },
  text: {
    plural: 'texts',
    limit: 10 * MB,
    isText: true,
    is: () => true,
    read: async (bytes, options) => (await import('./text/text.ts')).readText(decode(bytes, options)),
  },
};
