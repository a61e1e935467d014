import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files and addresses to read, in a fixed order, and the paths that came to nothing. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly failures: readonly { readonly path: string; readonly error: unknown }[];
}

/** All files that `paths` name or hold, folders walked through; hidden files in folders are left out. */
export async function filesUnder(paths: readonly string[]): Promise<FoundFiles> {
  const files: string[] = [];
  const failures: { path: string; error: unknown }[] = [];
  const visit = async (path: string, named: boolean): Promise<void> => {
    try {
      if (path === '-' || isAddress(path)) files.push(path);
      else if ((await stat(path)).isDirectory()) {
        for (const name of (await readdir(path)).sort())
          if (!name.startsWith('.')) await visit(join(path, name), false);
      } else if (named || (await stat(path)).isFile()) files.push(path);
    } catch (error) {
      failures.push({ path, error });
    }
  };
  for (const path of paths) await visit(path, true);
  return { files, failures };
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
