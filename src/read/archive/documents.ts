import { compact, OnrecordError } from '../../document/index.ts';
import { type Contents, contentsOfBytes } from '../contents.ts';
import { LARGEST_DOCUMENT } from '../formats.ts';
import type { ReadOptions } from '../options.ts';
import { archiveEntries, archiveKind } from './archive.ts';
import type { ArchiveEntry } from './entry.ts';

/** Archives in archives that are opened: a message in a mailbox in a ZIP archive, with a ZIP archive attached. */
const DEPTH = 4;
/** What an archive may unpack to in all: bytes, and times its own size if that is more. Bombs unpack to millions of times it. */
const UNPACKED = 1_000_000_000;
const TIMES = 100;

/** A document that a file holds, with what is known of it besides; or why it cannot be had. */
export type HeldDocument =
  | ({ readonly name: string; readonly bytes: Uint8Array } & ReadOptions)
  | Extract<ArchiveEntry, { failure: unknown }>;

/**
 * The documents that a file holds, one at a time: itself, or those of an archive, and of the archives in it. Throws as the
 * readers of archives do, and `too-large`.
 *
 * @param known what came with the file: it holds for itself, and but for its columns and `ocr` not for what is in it
 */
export async function* documentsIn(contents: Contents, known: ReadOptions = {}): AsyncGenerator<HeldDocument> {
  const unpacked = { left: Math.max(UNPACKED, TIMES * contents.size) };
  yield* opened(contents, { ...known, name: contents.name }, 0, unpacked);
}

type Known = ReadOptions & { readonly name: string };

async function* opened(
  contents: Contents,
  known: Known,
  depth: number,
  unpacked: { left: number },
): AsyncGenerator<HeldDocument> {
  const { columns, ocr } = known;
  const kind = await archiveKind(contents, columns);
  if (kind === undefined) {
    if (contents.size > LARGEST_DOCUMENT) throw tooLarge(contents.size);
    yield { ...known, bytes: await contents.slice(0, contents.size) };
    return;
  }
  if (depth === DEPTH)
    throw new OnrecordError('too-deep', `archives are opened within ${DEPTH} others, and not in more`);
  for await (const entry of archiveEntries(contents, kind, columns)) {
    if ('failure' in entry) {
      yield entry;
      continue;
    }
    const { bytes, isWhole, ...own } = entry;
    const inner = { ...own, ...compact({ columns, ocr }) };
    if (!isWhole) unpacked.left -= bytes.length;
    if (unpacked.left < 0) {
      yield { name: entry.name, failure: tooMuch() };
      return;
    }
    if (isWhole) yield { ...known, bytes };
    else
      yield* held(
        contentsOfBytes(bytes, entry.name),
        entry.name === known.name ? { ...known, ...inner } : inner,
        depth + 1,
        unpacked,
      );
  }
}

/** What an entry holds: what is wrong with it costs no other. */
async function* held(...[contents, ...rest]: Parameters<typeof opened>): AsyncGenerator<HeldDocument> {
  try {
    yield* opened(contents, ...rest);
  } catch (failure) {
    if (!(failure instanceof OnrecordError)) throw failure;
    yield { name: contents.name, failure };
  }
}

function tooLarge(size: number): OnrecordError {
  const [has, most] = [size, LARGEST_DOCUMENT].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
  return new OnrecordError('too-large', `it has ${has}; documents are read up to ${most}`);
}

function tooMuch(): OnrecordError {
  return new OnrecordError('too-large', 'the archive unpacks to very much more than its size; the rest is left out');
}
