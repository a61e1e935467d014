export type ErrorCode =
  | 'empty'
  | 'not-a-document'
  | 'unreadable'
  | 'missing'
  | 'encrypted'
  | 'damaged'
  | 'no-text'
  | 'too-large'
  | 'too-slow'
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

/** An error that a person can act on: a code for programs, a sentence for people, the cause for developers. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;

  /**
   * @param code the kind of failure
   * @param message one sentence that says what is wrong and, if it helps, what to do. The file's name is added by
   *   whoever reports the error.
   */
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OnrecordError';
    this.code = code;
  }
}
