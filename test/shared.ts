import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of the shared data, beside the repository; undefined where it is not there. */
export const SHARED: string | undefined = (() => {
  const folder = resolve('..', 'shared', 'data');
  return existsSync(folder) ? folder : undefined;
})();

/** A path under the shared data. Only inside tests that `needsShared` guards. */
export function shared(...parts: string[]): string {
  return join(SHARED!, ...parts);
}

/** Appended to the names of tests that are skipped without the shared data. */
export const WITHOUT_SHARED = SHARED ? '' : ' (skipped: ../shared/data is not there)';
