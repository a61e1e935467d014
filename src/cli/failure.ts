import { OnrecordError } from '../document/index.ts';
import { limitHint } from './limit.ts';

/** The one line for a person that a failure comes to. A fault of the program's own says so and shows its trace. */
export function reasonOf(error: unknown): string {
  if (error instanceof OnrecordError) return `${error.message}${limitHint(error)}`;
  if (error instanceof Error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return 'there is no such file (any more)';
    if (code === 'EACCES' || code === 'EPERM') return 'it may not be read; check its permissions';
    if (code === 'ELOOP') return 'it is a link that leads to itself';
    if (code === 'EISDIR') return 'it is a folder';
    if (code === 'ENOSPC') return 'the disk is full';
    if (code === 'EMFILE') return 'too many files are open; try again';
    if (code === 'EIO') return 'it cannot be read (a damaged disk?)';
    if (code === 'ERR_DLOPEN_FAILED' || /bindings file|better_sqlite3\.node/u.test(error.message))
      return 'the database module does not fit this Node; run: npm rebuild better-sqlite3 (needs python3, make and a C++ compiler)';
    return `an error of Onrecord's own, please report it: ${error.stack ?? error.message}`;
  }
  return String(error);
}

/** Tells a failure on standard error and sets the exit status: 2 for wrong usage, else 1. */
export function fail(error: unknown, about?: string): void {
  process.stderr.write(`onrecord: ${about === undefined ? '' : `${about}: `}${reasonOf(error)}\n`);
  const usage = error instanceof OnrecordError && error.code === 'wrong-usage';
  process.exitCode = Math.max(Number(process.exitCode ?? 0), usage ? 2 : 1);
}
