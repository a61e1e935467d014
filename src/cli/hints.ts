import type { ErrorCode } from '../document/index.ts';

/**
 * What to type next, by what went wrong: messages of the library name no commands. Where a code comes with several kinds of
 * messages, the first hint whose words fit counts; one without words fits all.
 */
const HINTS: Readonly<Record<ErrorCode, readonly { readonly of?: RegExp; readonly hint: string }[]>> = {
  empty: [],
  'not-a-document': [],
  unreadable: [],
  missing: [],
  encrypted: [],
  damaged: [],
  'no-text': [],
  'too-large': [],
  'too-deep': [],
  'wrong-usage': [{ of: /which has no queue/u, hint: 'onrecord move FILE postgres://…' }],
  'record-newer': [],
  'record-damaged': [],
  'record-missing': [{ of: /^there is no record/u, hint: 'onrecord add FILE…' }],
  'record-busy': [],
  'disk-full': [],
  'model-unavailable': [],
  'not-found': [
    { of: /review/u, hint: 'onrecord review list' },
    { of: /decision/u, hint: 'onrecord people log' },
    { of: /^no removed document/u, hint: 'onrecord list --removed' },
    { of: /^no document/u, hint: 'onrecord list' },
    { of: /^no search/u, hint: 'onrecord searches' },
    { of: /^no alert/u, hint: 'onrecord alerts --dead' },
    { of: /^no failed job/u, hint: 'onrecord jobs' },
    { of: /^no statement/u, hint: 'onrecord show DOCUMENT' },
    { of: /^(?:no entity|nobody and nothing)/u, hint: 'onrecord people list' },
  ],
  'not-fetched': [],
  refused: [],
};

/** The command that helps with a failure; undefined where the message says all, or names a command already. */
export function hintFor(code: ErrorCode, message: string): string | undefined {
  if (/\bonrecord [a-z]/u.test(message)) return undefined;
  return HINTS[code].find(({ of }) => of === undefined || of.test(message))?.hint;
}
