import { readFile, stat } from 'node:fs/promises';
import { compact, type DocumentDetails } from '../../document/index.ts';
import type { AddOptions } from '../../pipeline/add.ts';
import type { Columns } from '../../read/columns.ts';
import { type Contents, contentsOfBytes, contentsOfFile } from '../../read/contents.ts';
import { isAddress, readStdin } from '../files.ts';

/** A document that is to be added, or why it cannot be had. */
export type Source =
  | { readonly name: string; readonly bytes: Uint8Array; readonly known: AddOptions; readonly isArchived: boolean }
  | { readonly name: string; readonly failure: unknown };

/** What is known of paths beforehand. */
export interface SourceOptions {
  /** Addresses may be of a private network. */
  readonly allowPrivate?: boolean;
  /** Which columns of tables, and fields of JSON, hold what. */
  readonly columns?: Columns;
  /** Whether text is recognised in pictures. */
  readonly ocr?: boolean;
}

/** The documents that a path stands for: one, or all that an archive holds, one at a time. */
export async function* sourcesOf(
  path: string,
  { allowPrivate, columns, ocr }: SourceOptions = {},
): AsyncGenerator<Source> {
  try {
    const { documentsIn } = await import('../../read/archive/documents.ts');
    const { contents, ...came } = await contentsAt(path, allowPrivate ?? false);
    for await (const document of documentsIn(contents, { ...came, ...compact({ columns, ocr }) })) {
      if ('failure' in document) yield document;
      else {
        const { name, bytes, ...known } = document;
        yield { name, bytes, known, isArchived: name !== path };
      }
    }
  } catch (failure) {
    yield { name: path, failure };
  }
}

/** Whether any of these is an archive: then nobody knows how many documents there are. */
export async function holdsArchive(paths: readonly string[]): Promise<boolean> {
  const { archiveKind } = await import('../../read/archive/archive.ts');
  for (const path of paths) {
    if (path === '-' || isAddress(path)) continue;
    const kind = await contentsOfFile(path)
      .then((contents) => archiveKind(contents))
      .catch(() => undefined);
    if (kind !== undefined) return true;
  }
  return false;
}

/** The bytes at a path or an address, and what came with them. */
interface Found {
  readonly contents: Contents;
  readonly details?: DocumentDetails;
  readonly header?: string;
}

async function contentsAt(path: string, allowPrivate: boolean): Promise<Found> {
  if (path === '-') return { contents: contentsOfBytes(await readStdin(), path) };
  if (isAddress(path)) {
    const { fetchDocument } = await import('../../net/fetch.ts');
    const { bytes, url, charset } = await fetchDocument(path, { allowPrivate });
    return { contents: contentsOfBytes(bytes, url), details: { url }, ...compact({ header: charset }) };
  }
  // What a shell hands over in place of a file can be read only once, from its beginning.
  const isFile = (await stat(path)).isFile();
  return { contents: isFile ? await contentsOfFile(path) : contentsOfBytes(await readFile(path), path) };
}
