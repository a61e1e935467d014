import type { Columns } from '../columns.ts';
import type { Contents } from '../contents.ts';
import { sampleOf } from '../sample.ts';
import { ARCHIVES, type ArchiveReader } from './archives.ts';
import type { ArchiveEntry } from './entry.ts';

/** The kinds of files with many documents. */
export type ArchiveKind = keyof typeof ARCHIVES;

/** What kind of archive a file is, by its content; undefined for a file that is one document. */
export async function archiveKind(contents: Contents, columns: Columns = {}): Promise<ArchiveKind | undefined> {
  const sample = await sampleOf(contents);
  for (const [kind, reader] of Object.entries(ARCHIVES) as [ArchiveKind, ArchiveReader][])
    if (await reader.is(sample, columns)) return kind;
  return undefined;
}

/** The documents of an archive, as the reader of its kind gives them. */
export function archiveEntries(
  contents: Contents,
  kind: ArchiveKind,
  columns: Columns = {},
): AsyncGenerator<ArchiveEntry> {
  return ARCHIVES[kind].entries(contents, columns);
}
