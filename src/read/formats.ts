import type { Format } from '../document/index.ts';
import type { ReadResult } from './assemble.ts';
import { decode } from './charset.ts';
import { looksLikeEmail, looksLikeSavedPage } from './email/head.ts';
import { looksLikeHtml } from './html/head.ts';
import { looksLikeJson } from './json/head.ts';
import { looksLikeOpenDocument } from './office/head.ts';
import { COMPOUND } from './ole.ts';
import type { ReadOptions } from './options.ts';
import { noProse } from './others.ts';
import { packageKind } from './packages.ts';
import { type Sample, startsWith } from './sample.ts';
import { pictureKind } from './scan/kinds.ts';
import { looksLikeSubtitles } from './subtitles/head.ts';
import { xmlKind } from './xml/head.ts';

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
 * bytes before what is told by its words. Plain text comes last: it is what nobody else claims and what may be prose.
 */
export const READERS: Readonly<Record<Format, FormatReader>> = {
  pdf: {
    plural: 'PDFs',
    limit: 64 * MB,
    isText: false,
    is: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-', 0, 'latin1'),
    read: async (bytes, options) => (await import('./pdf/pdf.ts')).readPdf(bytes, options),
  },
  picture: {
    plural: 'pictures',
    limit: 64 * MB,
    isText: false,
    is: ({ bytes }) => pictureKind(bytes) !== undefined,
    read: async (bytes, options) => (await import('./scan/picture.ts')).readPicture(bytes, options),
  },
  docx: {
    plural: 'Word documents',
    limit: 64 * MB,
    isText: false,
    is: ({ names }) => packageKind(names) === 'docx',
    read: async (bytes) => (await import('./office/docx.ts')).readDocx(bytes),
  },
  doc: {
    plural: 'Word documents',
    limit: 20 * MB,
    isText: false,
    is: ({ bytes, names }) => startsWith(bytes, COMPOUND) && names.includes('WordDocument'),
    read: async (bytes) => (await import('./office/doc.ts')).readDoc(bytes),
  },
  odt: {
    plural: 'OpenDocument texts',
    limit: 64 * MB,
    isText: false,
    is: looksLikeOpenDocument,
    read: async (bytes) => (await import('./office/odt.ts')).readOdt(bytes),
  },
  epub: {
    plural: 'books',
    limit: 64 * MB,
    isText: false,
    is: ({ names }) => packageKind(names) === 'epub',
    read: async (bytes) => (await import('./epub/epub.ts')).readEpub(bytes),
  },
  msg: {
    plural: 'messages',
    limit: 30 * MB,
    isText: false,
    is: ({ bytes, names }) => startsWith(bytes, COMPOUND) && names.includes('__properties_version1.0'),
    read: async (bytes) => (await import('./email/outlook.ts')).readOutlook(bytes),
  },
  rtf: {
    plural: 'RTF documents',
    limit: 30 * MB,
    isText: false,
    is: ({ head }) => /^\s*\{\\rtf/u.test(head),
    read: async (bytes) => (await import('./rtf/rtf.ts')).readRtf(bytes),
  },
  json: {
    plural: 'JSON documents',
    limit: 10 * MB,
    isText: true,
    is: looksLikeJson,
    read: async (bytes, options) => (await import('./json/json.ts')).readJson(decode(bytes, options), options.columns),
  },
  subtitles: {
    plural: 'subtitles',
    limit: 10 * MB,
    isText: true,
    is: looksLikeSubtitles,
    read: async (bytes, options) => (await import('./subtitles/subtitles.ts')).readSubtitles(decode(bytes, options)),
  },
  xml: {
    plural: 'XML documents',
    limit: 32 * MB,
    isText: true,
    is: async (sample) => (await xmlKind(sample)) !== undefined,
    read: async (bytes, options) => (await import('./xml/xml.ts')).readXml(decode(bytes, options)),
  },
  mhtml: {
    plural: 'saved web pages',
    limit: 30 * MB,
    isText: true,
    is: ({ head }) => looksLikeSavedPage(head),
    read: async (bytes, options) => (await import('./email/mhtml.ts')).readMhtml(bytes, options.details?.url),
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
    is: (sample) => noProse(sample) === undefined,
    read: async (bytes, options) => (await import('./text/text.ts')).readText(decode(bytes, options)),
  },
};

/** The most bytes of a document of any format. */
export const LARGEST_DOCUMENT = Math.max(...Object.values(READERS).map(({ limit }) => limit));
