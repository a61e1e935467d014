import type { Added } from '../pipeline/add.ts';

/** What came of the documents of an archive. */
export interface Held {
  /** Documents that are now in the record, and those that were there already. */
  added: number;
  known: number;
  statements: number;
  failed: number;
  /** Names of the first documents that could not be added, with the sentences that say why. */
  readonly failures: { readonly name: string; readonly code: string; readonly reason: string }[];
  first?: Added;
}

/** The last that is told of a file that was to be added. */
export type Whole =
  | ({
      readonly state: 'done';
      /** Of an archive, what came of all its documents; the rest tells of the first. */
      readonly held?: Omit<Held, 'first'>;
    } & Added)
  | { readonly state: 'failed'; readonly code: string; readonly reason: string };

/** Failures that are told one by one. */
const TOLD = 20;

/** Of no document yet. */
export function newHeld(): Held {
  return { added: 0, known: 0, statements: 0, failed: 0, failures: [] };
}

/** Counts a document that was added. */
export function noteAdded(held: Held, added: Added): void {
  held.first ??= added;
  if (added.outcome === 'known') held.known++;
  else held.added++;
  held.statements += added.statements;
}

/** Counts a document that was not. */
export function noteFailure(held: Held, name: string, failure: { code: string; reason: string }): void {
  held.failed++;
  if (held.failures.length < TOLD) held.failures.push({ name, ...failure });
}

/** What came of a file: of one document as of that, of an archive as of all that it holds. */
export function whole({ first, ...held }: Held): Whole {
  const documents = held.added + held.known;
  if (first && documents === 1 && held.failed === 0) return { state: 'done', ...first };
  if (first) return { state: 'done', ...first, statements: held.statements, held };
  const [failure] = held.failures;
  if (!failure) return { state: 'failed', code: 'no-text', reason: 'there is no document in it' };
  const { code, reason } = failure;
  return {
    state: 'failed',
    code,
    reason: held.failed === 1 ? reason : `of ${held.failed} documents in it none was added; the first: ${reason}`,
  };
}
