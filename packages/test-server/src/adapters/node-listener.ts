import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Answer } from '../answer/answer.js';
import { LARGEST_BODY, type RawResponse } from '../answer/raw-request.js';
import { type WebAnswer, isWebTarget } from '../web/web-answer.js';

/** What is read of a body that is too large before the connection is given up: a client should see the 413. */
const MOST_READ = 16 * LARGEST_BODY;

function truncate(response: ServerResponse, body: Buffer): void {
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function send({ status, headers, body, misbehave }: RawResponse, response: ServerResponse): void {
  if (misbehave === 'hang') return;
  if (misbehave === 'reset') {
    // A reset and not an end: an answer that ends early could be taken for an empty one.
    response.socket?.resetAndDestroy();
    return;
  }
  response.sendDate = false;
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (misbehave === 'truncated') truncate(response, bytes);
  else response.end(bytes);
}

function respond(answer: Answer, request: IncomingMessage, body: string, response: ServerResponse): void {
  const answered = answer({
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headers,
    body,
  });
  if (answered.delay === undefined) send(answered, response);
  else setTimeout(send, answered.delay, answered, response).unref();
}

/** Makes the listener of a node:http server. It hands on the bytes as they came. */
export function nodeListener(answer: Answer, web: WebAnswer): RequestListener {
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
      else if (read > MOST_READ) request.destroy();
    });
    request.on('end', () => respond(answer, request, body, response));
    // A client that goes away half-way is no fault of the server's.
    request.on('error', () => response.destroy());
  };
}
