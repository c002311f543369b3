import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ConnectionResetError } from '../faults/connection-reset-error.js';
import { rememberTarget } from '../web/target-of.js';
import { type WebAnswer, isUploadTarget } from '../web/web-answer.js';
import { allowLongUpload } from './allow-long-upload.js';
import { isCrowded } from './is-crowded.js';

function webRequest(message: IncomingMessage, signal: AbortSignal): Request {
  const { method = 'GET', url = '/', headers } = message;
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) given.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const bodyless = method === 'GET' || method === 'HEAD';
  // The name under which the client knows the server: links in answers are made of it.
  const request = new Request(new URL(url, `http://${headers.host ?? 'localhost'}`), {
    method,
    headers: given,
    signal,
    ...(!bodyless && { body: Readable.toWeb(message), duplex: 'half' as const }),
  });
  return rememberTarget(request, url);
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  to.writeHead(response.status, [...response.headers].flat());
  if (response.body === null) to.end();
  else await pipeline(Readable.fromWeb(response.body), to);
}

/** Hands a request that is not one of the API to its route, and streams the answer. */
export async function answerWeb(answer: WebAnswer, message: IncomingMessage, to: ServerResponse): Promise<void> {
  if (isCrowded(to)) {
    message.socket.destroy();
    return;
  }
  if (isUploadTarget(message.url ?? '')) allowLongUpload(message);
  const left = new AbortController();
  to.once('close', () => left.abort());
  try {
    await send(await answer(webRequest(message, left.signal)), to);
  } catch (error) {
    // A fault wants it so, the client went away, or its request is none.
    if (error instanceof ConnectionResetError) message.socket.resetAndDestroy();
    else if (to.headersSent) to.destroy();
    else to.writeHead(400, { connection: 'close' }).end();
  }
}
