import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { route } from '../../answer/route.js';
import { type Forward, ForwardError } from './forward.js';
import type { KeepExchange } from './keep-exchange.js';

/** What the listener is made of. */
export interface ListenerSetup {
  readonly forward: Forward;
  readonly keep: KeepExchange;
  readonly problem: (text: string) => void;
}

/** Bytes of a request's body: more than any form of the API has. */
const LARGEST_BODY = 16_777_216;

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LARGEST_BODY) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** Makes the listener: hands API calls on, keeps what came back, and answers as the target did. */
export function recorderListener({ forward, keep, problem }: ListenerSetup): RequestListener {
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers, rawHeaders } = request;
    const path = url.split('?', 1)[0] ?? '';
    if (path === '/__streamone/health') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
      return;
    }
    if (route(path) === undefined) {
      sendText(response, 404, 'The recorder hands on calls of the API alone: /api/{command}/{action}.');
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      response.shouldKeepAlive = false;
      sendText(response, 413, `The body is larger than ${LARGEST_BODY} bytes, so it was not handed on.`);
      return;
    }
    const asked = { method, target: url, rawHeaders, body };
    const keepAnswer = keep(asked, headers);
    const answer = await forward(asked);
    // First the file, then the answer: whoever has the answer can rely on the file.
    await keepAnswer(answer);
    response.sendDate = false;
    response.writeHead(answer.status, [...answer.rawHeaders, 'content-length', String(answer.body.length)]);
    response.end(answer.body);
  }

  function fail(error: unknown, response: ServerResponse): void {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    const known = error instanceof ForwardError;
    const text = known
      ? `The target of the recorder gave no answer: ${error.message}.`
      : 'The recorder could not hand on the request or its answer.';
    problem(text);
    sendText(response, known ? error.status : 502, text);
  }

  return (request, response) => {
    // A client that goes away half-way is no fault of the recorder's.
    response.on('error', () => response.destroy());
    respond(request, response).catch((error: unknown) => fail(error, response));
  };
}
