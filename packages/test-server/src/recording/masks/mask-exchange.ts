import type { RecordedAnswer, RecordedForm, RecordedRequest, Recording } from '../recording.js';
import { isRecordedSecret } from './is-recorded-secret.js';
import type { MaskBook, NameSecret } from './mask-book.js';

/** A session's ID is no secret, but it is another one each time: masked, the same story gives the same files. */
const nameParameter: NameSecret = (name) => (name === 'session' || isRecordedSecret(name) ? name : undefined);

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

/** A recording that was masked before, with every secret masked that is known by now. */
export function maskAgain(book: MaskBook, recording: Recording): Recording {
  return {
    ...recording,
    // Masking changes texts and nothing else.
    parameters: book.maskAgain(recording.parameters) as RecordedForm,
    arguments: book.maskAgain(recording.arguments) as RecordedForm,
    answers: recording.answers.map((answer) =>
      'malformed' in answer
        ? answer
        : {
            ...answer,
            header: book.maskAgain(answer.header) as Record<string, unknown>,
            body: book.maskAgain(answer.body),
          },
    ),
  };
}
