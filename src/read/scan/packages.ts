import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OnrecordError } from '../../document/index.ts';

/**
 * Loads a package that is installed only when somebody wants it. The compiler knows nothing of it: `Package` says what is
 * used of it.
 *
 * @param task what it is for, as a sentence begins with it
 * @param needed all the packages that the task needs, as npm is to be told
 * @throws OnrecordError `model-unavailable`, with the command that installs what is missing
 */
export async function optional<Package>(name: string, task: string, needed: readonly string[]): Promise<Package> {
  try {
    const loaded = (await import(name)) as { default?: Package } & Package;
    return loaded.default ?? loaded;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new OnrecordError(
      'model-unavailable',
      `${task} needs packages that are not installed; install them: ${installCommand(needed)}`,
      { cause },
    );
  }
}

function isMissing(cause: unknown): boolean {
  const { code } = cause as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}

/**
 * What to type so that packages are found from here.
 *
 * @param root the folder of this package
 */
export function installCommand(packages: readonly string[], root: string = packageRoot()): string {
  const names = packages.join(' ');
  const [above, within] = root.split(`${sep}node_modules${sep}`);
  // What package.json does not name goes when packages are installed anew; it stays out of the lock file.
  if (within === undefined) return `npm install --no-save --prefix ${quoted(root)} ${names}`;
  if (existsSync(join(above!, 'package.json'))) return `npm install --prefix ${quoted(above!)} ${names}`;
  return `npm install --global ${names}`;
}

function quoted(folder: string): string {
  return /^[\w./-]+$/u.test(folder) ? folder : `"${folder}"`;
}

/** The nearest folder above this file that has a package.json. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
