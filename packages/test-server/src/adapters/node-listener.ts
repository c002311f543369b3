import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Answer } from '../answer/answer.js';
import { LARGEST_BODY, type RawResponse } from '../answer/raw-request.js';
import { isCrowded } from './is-crowded.js';
import { type WebAnswer, isWebTarget } from '../web/web-answer.js';

/** What is read of a body that is too large before the connection is given up: a client should see the 413. */
const MOST_READ = 16 * LARGEST_BODY;

function send({ status, headers, body }: RawResponse, response: ServerResponse): void {
  response.sendDate = false;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  response.end(bytes);
}

function respond(
  answer: Answer,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  closing: AbortSignal,
): void {
  const answered = answer({
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    body,
  });
  const { misbehave } = answered;
  if (misbehave === undefined) {
    send(answered, response);
    return;
  }
  const proper = (): void => send(answered, response);
  if (isCrowded(response)) {
    request.socket.destroy();
    return;
  }
  void import('./misbehave-on-socket.js').then(({ misbehaveOnSocket }) =>
    misbehaveOnSocket(misbehave, answered, response, proper, closing),
  );
}

/**
 * Makes the listener of a node:http server. It hands on the bytes as they came.
 *
 * @param closing ends what waits on purpose
 */
export function nodeListener(answer: Answer, web: WebAnswer, closing: AbortSignal): RequestListener {
  return (request, response) => {
    if (isWebTarget(request.url ?? '')) {
      void import('./web-listener.js').then(({ answerWeb }) => answerWeb(web, request, response));
      return;
    }
    let body = '';
    let read = 0;
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (body.length <= LARGEST_BODY) body += chunk.toString('latin1');
      else if (read > MOST_READ) {
        // Answered (413) without its end, and no more of it is read.
        request.removeAllListeners('data').removeAllListeners('end').pause();
        response.setHeader('connection', 'close');
        respond(answer, request, body, response, closing);
      }
    });
    request.on('end', () => respond(answer, request, body, response, closing));
    // A client that goes away half-way is no fault of the server's.
    request.on('error', () => response.destroy());
  };
}
