import { isSecretName } from '@streamone/core';
import type { RecordedAnswer, RecordedForm, RecordedRequest } from '../recording.js';
import type { MaskBook, NameSecret } from './mask-book.js';

/** A session's ID is no secret, but it is another one each time: masked, the same story gives the same files. */
const nameParameter: NameSecret = (name) => (name === 'session' || isSecretName(name) ? name : undefined);

const nameOther: NameSecret = () => undefined;

function nameField({ command, action }: RecordedRequest): NameSecret {
  if (command !== 'session' || action !== 'create') return nameOther;
  return (name) => (name === 'id' ? 'session' : undefined);
}

/** Takes note of the secrets of a request. */
export function learnRequest(book: MaskBook, request: RecordedRequest): void {
  book.learn(request.parameters, nameParameter);
  book.learn(request.arguments, nameOther);
}

/** Takes note of the secrets of an answer. */
export function learnAnswer(book: MaskBook, request: RecordedRequest, answer: RecordedAnswer): void {
  if ('malformed' in answer) return;
  book.learn(answer.header, nameOther);
  book.learn(answer.body, nameField(request));
}

/** A request with its secrets masked. */
export function maskRequest(book: MaskBook, request: RecordedRequest): RecordedRequest {
  return {
    command: request.command,
    action: request.action,
    // Masking changes texts and nothing else.
    parameters: book.mask(request.parameters, nameParameter) as RecordedForm,
    arguments: book.mask(request.arguments, nameOther) as RecordedForm,
  };
}

/** An answer with its secrets masked. */
export function maskAnswer(book: MaskBook, request: RecordedRequest, answer: RecordedAnswer): RecordedAnswer {
  if ('malformed' in answer) return answer;
  return {
    httpStatus: answer.httpStatus,
    header: book.mask(answer.header, nameOther) as Record<string, unknown>,
    body: book.mask(answer.body, nameField(request)),
  };
}
