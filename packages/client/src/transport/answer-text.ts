import { UnreadableAnswerError } from './unreadable-answer-error.js';

// Fatal: a character that was replaced would be written back as if it had been meant.
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/** The refusal of an answer whose bytes are no text. */
export function notText(httpStatus: number): UnreadableAnswerError {
  return new UnreadableAnswerError('it is not UTF-8', httpStatus);
}

/**
 * The bytes of an answer as text, a byte order mark left out.
 *
 * @throws UnreadableAnswerError when they are not UTF-8.
 */
export function answerText(bytes: Uint8Array | ArrayBuffer, httpStatus: number): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw notText(httpStatus);
  }
}
