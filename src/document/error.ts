export type ErrorCode =
  | 'empty'
  | 'not-a-document'
  | 'unreadable'
  | 'missing'
  | 'encrypted'
  | 'damaged'
  | 'no-text'
  | 'too-large'
  | 'too-deep'
  | 'wrong-usage'
  | 'record-newer'
  | 'record-damaged'
  | 'record-missing'
  | 'record-busy'
  | 'record-read-only'
  | 'disk-full'
  | 'model-unavailable'
  | 'not-found'
  | 'not-fetched'
  | 'refused';

/** What was not found in a record, for whoever can say where to look. */
export type Subject = 'document' | 'statement' | 'topic';

/** An error that a person can act on: a code for programs, a sentence for people, the cause for developers. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;
  /** For `not-found`: what was looked for. */
  readonly subject?: Subject;

  /**
   * @param code the kind of failure
   * @param message one sentence that says what is wrong and, if it helps, what to do. The file's name is added by
   *   whoever reports the error.
   */
  constructor(code: ErrorCode, message: string, options: { cause?: unknown; subject?: Subject } = {}) {
    super(message, options);
    this.name = 'OnrecordError';
    this.code = code;
    if (options.subject !== undefined) this.subject = options.subject;
  }
}
