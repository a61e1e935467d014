import type { Columns } from '../columns.ts';
import type { Contents } from '../contents.ts';
import { hasParts, looksLikeEmail, looksLikeSavedPage } from '../email/head.ts';
import { looksLikeJsonList } from '../json/head.ts';
import { COMPOUND } from '../ole.ts';
import { packageKind } from '../packages.ts';
import { type Sample, startsWith } from '../sample.ts';
import { rootOf, xmlKind } from '../xml/head.ts';
import type { ArchiveEntry } from './entry.ts';

/** How a kind of file with many documents is told from others, and taken apart. */
export interface ArchiveReader {
  /** Whether a file is of the kind, by its content; its name may decide where the content does not. */
  readonly is: (sample: Sample, columns: Columns) => boolean | Promise<boolean>;
  /**
   * Its documents, one at a time: whatever its size, no more than one of them is in memory. What is broken in it is told
   * and passed over. Throws `damaged` where nothing of it can be read.
   *
   * @param columns which columns hold what, in what has columns
   */
  readonly entries: (contents: Contents, columns: Columns) => AsyncGenerator<ArchiveEntry>;
}

/** The kinds of files with many documents, in the order in which they are asked whether a file is theirs. */
export const ARCHIVES = {
  wacz: {
    is: ({ names }) => packageKind(names) === 'wacz',
    async *entries(contents) {
      yield* (await import('./wacz.ts')).waczEntries(contents);
    },
  },
  parquet: {
    is: ({ bytes, isPacked }) => !isPacked && startsWith(bytes, 'PAR1'),
    async *entries(contents, columns) {
      yield* (await import('./parquet.ts')).parquetEntries(contents, columns);
    },
  },
  warc: {
    is: ({ bytes }) => startsWith(bytes, 'WARC/'),
    async *entries(contents) {
      yield* (await import('./warc.ts')).warcEntries(contents);
    },
  },
  mbox: {
    is: ({ head }) => /^From \S.*\r?\n[\w-]+:/u.test(head.slice(0, 2000)),
    async *entries(contents) {
      yield* (await import('./mbox.ts')).mboxEntries(contents);
    },
  },
  outlook: {
    is: ({ bytes, names }) => startsWith(bytes, COMPOUND) && names.includes('__properties_version1.0'),
    async *entries(contents) {
      yield* (await import('./attachments.ts')).outlookEntries(contents);
    },
  },
  email: {
    is: ({ head }) => looksLikeEmail(head) && hasParts(head) && !looksLikeSavedPage(head),
    async *entries(contents) {
      yield* (await import('./attachments.ts')).emailEntries(contents);
    },
  },
  ndjson: {
    is: ({ head, contents }) => isNdjson(head, contents.name),
    async *entries(contents, columns) {
      yield* (await import('./ndjson.ts')).ndjsonEntries(contents, columns);
    },
  },
  feed: {
    is: async (sample) =>
      (await xmlKind(sample)) === 'feed' || /^\s*\{[^[]*"https?:\/\/jsonfeed\.org\/version/u.test(sample.head),
    async *entries(contents) {
      yield* (await import('./feed.ts')).feedEntries(contents);
    },
  },
  sitemap: {
    is: async (sample) => (await xmlKind(sample)) === 'sitemap',
    async *entries(contents) {
      yield* (await import('./sitemap.ts')).sitemapEntries(contents);
    },
  },
  news: {
    is: ({ head }) => rootOf(head) === 'newsMessage',
    async *entries(contents) {
      yield* (await import('./xml.ts')).newsEntries(contents);
    },
  },
  sitting: {
    is: async (sample) => (await import('./xml.ts')).isLongSitting(sample),
    async *entries(contents) {
      yield* (await import('./xml.ts')).sittingEntries(contents);
    },
  },
  'json-list': {
    is: looksLikeJsonList,
    async *entries(contents, columns) {
      yield* (await import('./json.ts')).jsonListEntries(contents, columns);
    },
  },
  'json-object': {
    is: async (sample, columns) => (await import('./json.ts')).holdsJsonList(sample, columns),
    async *entries(contents, columns) {
      yield* (await import('./json.ts')).jsonObjectEntries(contents, columns);
    },
  },
  table: {
    is: async ({ head }, columns) => (await import('./sniff.ts')).tableForm(head, columns) !== undefined,
    async *entries(contents, columns) {
      yield* (await import('./table.ts')).tableEntries(contents, columns);
    },
  },
  zip: {
    is: ({ bytes, names, isPacked }) =>
      !isPacked && startsWith(bytes, 'PK\x03\x04') && packageKind(names) === undefined,
    async *entries(contents) {
      yield* (await import('./zip.ts')).zipEntries(contents);
    },
  },
  gzip: {
    is: ({ isPacked }) => isPacked,
    async *entries(contents) {
      yield* (await import('./gzip.ts')).gzipEntries(contents);
    },
  },
} as const satisfies Readonly<Record<string, ArchiveReader>>;

const OBJECT = /^\s*\{\s*(?:"|\}|$)/u;

/** Lines that are JSON objects, two at least, or one by the file's name. */
function isNdjson(head: string, name: string): boolean {
  const [first = '', second = ''] = head.split(/\r?\n/u, 3);
  if (!/^\s*\{.*\}\s*$/u.test(first)) return /\.(?:ndjson|jsonl)(?:\.gz)?$/iu.test(name) && OBJECT.test(first);
  return (OBJECT.test(first) && OBJECT.test(second)) || /\.(?:ndjson|jsonl)(?:\.gz)?$/iu.test(name);
}
