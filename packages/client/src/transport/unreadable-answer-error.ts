/** An answer came, but its body is not one that can be read: too long, not UTF-8, or packed in a way not asked for. */
export class UnreadableAnswerError extends Error {
  override readonly name: string = 'UnreadableAnswerError';
  readonly code: string = 'ERR_UNREADABLE_ANSWER';
  /** The status of HTTP that came with it. */
  readonly httpStatus: number;

  constructor(reason: string, httpStatus: number) {
    super(reason);
    this.httpStatus = httpStatus;
  }
}

/** An answer is longer than the limit. */
export class AnswerTooLongError extends UnreadableAnswerError {
  override readonly name: string = 'AnswerTooLongError';
  override readonly code: string = 'ERR_ANSWER_TOO_LONG';

  constructor(maxBytes: number, httpStatus: number) {
    super(`it is longer than ${maxBytes} bytes`, httpStatus);
  }
}
