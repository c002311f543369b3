import { answerText, notText } from './answer-text.js';
import { AnswerTooLongError } from './unreadable-answer-error.js';

function drop(body: { cancel(): Promise<void> } | null): void {
  // Not waited for: a body that can't be cancelled must not hold up the error.
  body?.cancel().catch(() => undefined);
}

async function readCounted(body: ReadableStream<Uint8Array>, maxBytes: number, status: number): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      drop(reader);
      throw notText(status);
    }
  };
  let text = '';
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decode();
    read += value.byteLength;
    if (read > maxBytes) {
      drop(reader);
      throw new AnswerTooLongError(maxBytes, status);
    }
    text += decode(value);
  }
}

/**
 * Reads a body as text, up to a limit.
 *
 * @throws UnreadableAnswerError as soon as the limit is passed (the rest is not read), or when it is not UTF-8.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const { status, headers, body } = response;
  const length = Number(headers.get('content-length'));
  if (length > maxBytes) {
    drop(body);
    throw new AnswerTooLongError(maxBytes, status);
  }
  // A stated length is kept by the runtime, so the quick way is safe; without one, bytes are counted.
  if (length > 0 && !headers.has('content-encoding')) return answerText(await response.arrayBuffer(), status);
  return body === null ? '' : readCounted(body, maxBytes, status);
}
