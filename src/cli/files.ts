import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OnrecordError } from '../document/index.ts';

/** The files and addresses to read, in a fixed order, and the paths that came to nothing. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * All files that `paths` name or hold. Folders are walked through, each real folder once, whatever links lead to it;
 * hidden files in them are left out, and so are the files of the record, which may lie among the documents.
 *
 * @param record the record's file, where there is one
 */
export async function filesUnder(paths: readonly string[], record?: string): Promise<FoundFiles> {
  const files: string[] = [];
  const failures: { path: string; error: unknown }[] = [];
  const walked = new Set<string>();
  const isOfRecord = await recordFiles(record);
  const walk = async (folder: string): Promise<void> => {
    const place = await realpath(folder);
    if (walked.has(place)) return;
    walked.add(place);
    for (const name of (await readdir(folder)).sort())
      if (!name.startsWith('.') && !isOfRecord(place, name)) await visit(join(folder, name));
  };
  const visit = async (path: string): Promise<void> => {
    try {
      if (path === '-' || isAddress(path)) files.push(path);
      else if ((await stat(path)).isDirectory()) await walk(path);
      else {
        await checkRegular(path);
        files.push(path);
      }
    } catch (cause) {
      failures.push({ path, error: misnamed(path, cause) });
    }
  };
  for (const path of paths) await visit(path);
  return { files, failures };
}

/**
 * What SQLite and Onrecord keep beside a record: its log, its locks, and its copies from before a migration, as in
 * `onrecord.sqlite-wal` and `onrecord.sqlite.schema-3.bak`.
 */
async function recordFiles(record: string | undefined): Promise<(folder: string, name: string) => boolean> {
  const place = record === undefined ? undefined : await realpath(record).catch(() => undefined);
  if (place === undefined) return () => false;
  const own = basename(place);
  return (folder, name) =>
    folder === dirname(place) &&
    name.startsWith(own) &&
    /^(?:-watch|\.schema-\d+\.bak)?(?:-(?:wal|shm|journal))?$/u.test(name.slice(own.length));
}

/** What a shell hands over in place of a file: `onrecord add <(zcat article.gz)`. */
const OF_SHELL = /^\/dev\/(?:fd\/\d+|stdin)$/u;

/** That a path can be read from beginning to end. Throws `not-a-document` for pipes and devices, and what asking throws. */
export async function checkRegular(path: string): Promise<void> {
  const found = await stat(path).catch((cause: unknown) => {
    throw misnamed(path, cause);
  });
  if (found.isFile() || found.isDirectory() || OF_SHELL.test(path)) return;
  const kind = found.isFIFO() ? 'a named pipe' : found.isSocket() ? 'a socket' : 'a device';
  throw new OnrecordError('not-a-document', `it is ${kind}, not a file; to read from it, pipe it to standard input`);
}

/** Names that are not UTF-8 reach the program with a replacement character, and nothing is found by them. */
function misnamed(path: string, cause: unknown): unknown {
  if (!path.includes('\ufffd') || (cause as NodeJS.ErrnoException).code !== 'ENOENT') return cause;
  return new OnrecordError('missing', 'its name is not UTF-8, so it cannot be opened; rename it', { cause });
}

/** Whether it is fetched, not read from disk. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//iu.test(path);
}

/** All bytes of standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
