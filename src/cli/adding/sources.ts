import { readFile, stat } from 'node:fs/promises';
import { compact } from '../../document/index.ts';
import type { AddOptions } from '../../pipeline/add.ts';
import { contentsOfFile } from '../../read/contents.ts';
import { isAddress, readStdin } from '../files.ts';

/** A document that is to be added, or why it cannot be had. */
export type Source =
  | { readonly name: string; readonly bytes: Uint8Array; readonly known: AddOptions; readonly isArchived?: boolean }
  | { readonly name: string; readonly failure: unknown };

/** The documents that a path stands for: one, or all that an archive holds, one at a time. */
export async function* sourcesOf(path: string, allowPrivate: boolean): AsyncGenerator<Source> {
  try {
    if (path === '-') yield { name: path, bytes: await readStdin(), known: {} };
    else if (isAddress(path)) yield await fetched(path, allowPrivate);
    else {
      const { archiveEntries, archiveKind } = await archives();
      const contents = (await stat(path)).isFile() ? await contentsOfFile(path) : undefined;
      const kind = contents && (await archiveKind(contents));
      if (contents === undefined || kind === undefined) yield { name: path, bytes: await readFile(path), known: {} };
      else
        for await (const entry of archiveEntries(contents, kind)) {
          if ('failure' in entry) yield entry;
          else {
            const { name, bytes, details, header } = entry;
            const known = { ...compact({ details, header }) };
            yield { name, bytes, known, isArchived: true };
          }
        }
    }
  } catch (failure) {
    yield { name: path, failure };
  }
}

/** Whether any of these is an archive: then nobody knows how many documents there are. */
export async function holdsArchive(paths: readonly string[]): Promise<boolean> {
  const { archiveKind } = await archives();
  for (const path of paths) {
    if (path === '-' || isAddress(path)) continue;
    const kind = await contentsOfFile(path)
      .then(archiveKind)
      .catch(() => undefined);
    if (kind !== undefined) return true;
  }
  return false;
}

/** Loaded by the commands that read alone: the others start in a moment. */
const archives = () => import('../../read/archive/archive.ts');

async function fetched(address: string, allowPrivate: boolean): Promise<Source> {
  const { fetchDocument } = await import('../../net/fetch.ts');
  const { bytes, url, charset } = await fetchDocument(address, { allowPrivate });
  return { name: url, bytes, known: { details: { url }, ...compact({ header: charset }) } };
}
