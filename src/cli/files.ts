import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OnrecordError } from '../document/index.ts';

/** The files to read, in a fixed order, and the paths that came to nothing. */
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
      if (path === '-') files.push(path);
      else if (/^https?:\/\//iu.test(path))
        throw new OnrecordError('wrong-usage', 'addresses are not fetched yet; save the page and add the file');
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

/** All bytes of standard input. */
export async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
