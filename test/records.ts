import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a Postgres on which this run of the tests keeps its records; undefined where they are files. */
    postgres: string | undefined;
  }
}

/** A place for a new record: a file in a folder, or a schema of its own where this run of the tests is on Postgres. */
export function recordPlace(folder: string, name = 'r'): string {
  // Scripts use what tests use, and are no tests.
  const postgres = process.env.VITEST ? inject('postgres') : undefined;
  return postgres === undefined
    ? join(folder, `${name}.sqlite`)
    : `${postgres}?schema=t_${randomUUID().replaceAll('-', '')}`;
}
