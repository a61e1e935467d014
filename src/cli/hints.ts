import type { ErrorCode, OnrecordError } from '../document/index.ts';

/**
 * What to type next, by the code of an error: messages of the library name no commands. Where a code has several kinds of
 * messages, the first hint whose pattern fits counts; one without a pattern fits all.
 */
const HINTS: Readonly<Record<ErrorCode, readonly { readonly of?: RegExp; readonly hint: string }[]>> = {
  empty: [],
  'not-a-document': [{ of: /^this is .* picture; text in it/u, hint: 'read it with --ocr' }],
  unreadable: [],
  missing: [],
  encrypted: [],
  damaged: [],
  'no-text': [{ of: /only pictures/u, hint: 'read it with --ocr' }],
  'too-large': [],
  'too-slow': [{ hint: 'allow more with --limit SECONDS' }],
  'too-deep': [],
  'wrong-usage': [
    { of: /which has no queue/u, hint: 'move it there with: onrecord move FILE postgres://…' },
    { of: /is out of date/u, hint: 'see: onrecord versions ID' },
  ],
  'record-newer': [],
  'record-damaged': [],
  'record-missing': [{ of: /^there is no record/u, hint: 'make one with: onrecord add FILE…' }],
  'record-busy': [],
  'record-read-only': [],
  'disk-full': [],
  'model-unavailable': [],
  'not-found': [
    { of: /review/u, hint: 'see: onrecord review list' },
    { of: /decision/u, hint: 'see: onrecord people log' },
    { of: /^no removed document/u, hint: 'see: onrecord list --removed' },
    { of: /^no document/u, hint: 'see: onrecord list' },
    { of: /^no topic/u, hint: 'see: onrecord topic list' },
    { of: /^no search/u, hint: 'see: onrecord searches' },
    { of: /^no feed/u, hint: 'see: onrecord feeds' },
    { of: /^no alert/u, hint: 'see: onrecord alerts --dead' },
    { of: /^no failed job/u, hint: 'see: onrecord jobs' },
    { of: /^no statement/u, hint: 'see: onrecord show DOCUMENT' },
    { of: /^(?:no entity|nobody and nothing)/u, hint: 'see: onrecord people list' },
  ],
  'not-fetched': [],
  refused: [],
};

/** What helps with a failure, to be put behind its message; empty where the message says all or names a command itself. */
export function hintFor({ code, message }: OnrecordError): string {
  if (/\bonrecord [a-z]/u.test(message)) return '';
  const found = HINTS[code].find(({ of }) => of === undefined || of.test(message));
  return found ? `; ${found.hint}` : '';
}
