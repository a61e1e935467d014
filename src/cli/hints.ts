import type { OnrecordError, Subject } from '../document/index.ts';

/** The command that lists what can be named instead of something that was not found. */
const COMMANDS: Readonly<Record<Subject, string>> = {
  document: 'onrecord list',
  statement: 'onrecord show DOCUMENT',
  topic: 'onrecord topic list',
};

/** What to type next after an error, to put behind its message; empty if nothing helps. */
export function hintFor({ subject }: OnrecordError): string {
  return subject === undefined ? '' : `; see: ${COMMANDS[subject]}`;
}
