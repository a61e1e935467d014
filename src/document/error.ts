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
  | 'disk-full'
  | 'model-unavailable'
  | 'not-found'
  | 'not-fetched'
  | 'refused';

/** An error that a person can act on: a code for programs, a sentence for people, the cause for developers. */
export class OnrecordError extends Error {
  readonly code: ErrorCode;

  /**
   * @param code what kind of failure it is
   * @param message one sentence that says what is wrong and, where it helps, what to do; the place that reports
   *   the error puts the file's name before it
   */
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'OnrecordError';
    this.code = code;
  }
}
