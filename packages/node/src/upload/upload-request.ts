import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { TLSSocket } from 'node:tls';
import { UploadStalledError } from './upload-stalled-error.js';

/** A body on its way to a server. */
export interface UploadRequest {
  readonly url: URL;
  readonly contentType: string;
  /** How many bytes the body has. */
  readonly length: number;
  /** The body; a chunk is not used any more once the next is asked for. */
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal | undefined;
  /** How long nothing may move, in milliseconds. */
  readonly stallTimeout: number;
  /** How connections are made, as `ca`; Node's own way unless given. */
  readonly connection?: RequestOptions | https.RequestOptions | undefined;
}

/** What a server answered, without its body. */
export interface UploadAnswer {
  readonly status: number;
  readonly location: string | undefined;
}

/** Waits until a chunk has left, so that its memory can be used again. */
function write(request: ClientRequest, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    request.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

/** Settles once the connection is made, TLS included. Where it is not, the request fails. */
function connected(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    request.once('socket', (socket) => {
      if (socket.connecting) socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => resolve());
      else resolve();
    });
  });
}

function answered(incoming: IncomingMessage): UploadAnswer {
  return { status: incoming.statusCode ?? 0, location: incoming.headers.location };
}

/**
 * Sends a body of known length over `node:http`, chunk by chunk, at constant memory. No redirect is
 * followed. A server that answers before the end has made up its mind: the rest is not sent.
 *
 * @throws the runtime's own error, the signal's reason, UploadStalledError, or what the body throws
 */
export function sendUpload({
  url,
  contentType,
  length,
  body,
  signal,
  stallTimeout,
  connection,
}: UploadRequest): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const start = url.protocol === 'https:' ? https.request : http.request;
    // A server that closes after an early answer would reset the connection, and the answer could be lost.
    const headers = { 'content-type': contentType, 'content-length': length, connection: 'keep-alive' };
    // Beside an agent, Node passes over a way of connecting of one's own, as through a proxy.
    const agent = connection?.createConnection === undefined ? { agent: false } : {};
    const request = start(url, { ...connection, method: 'POST', headers, ...agent });
    let over = false;
    const end = (settle: () => void): void => {
      if (over) return;
      over = true;
      clearTimeout(connecting);
      signal?.removeEventListener('abort', abort);
      settle();
    };
    const fail = (error: unknown): void =>
      end(() => {
        request.destroy();
        reject(error);
      });
    const abort = (): void => fail(signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const stalled = (): void => fail(new UploadStalledError(stallTimeout));
    // Node counts from when the connection is made only.
    const connecting = setTimeout(stalled, stallTimeout);
    request.setTimeout(stallTimeout, stalled);
    request.on('error', fail);
    request.on('response', (incoming) => {
      incoming.on('error', () => undefined);
      end(() => resolve(answered(incoming)));
      // Its body may have no end, and nobody reads it.
      request.destroy();
    });
    // Else Node ends the connection and tells nothing.
    request.on('upgrade', (incoming, socket) => {
      socket.destroy();
      end(() => resolve(answered(incoming)));
    });
    const pour = async (): Promise<void> => {
      // Nothing is read before: a stream that can be read but once is still whole for another try.
      await connected(request);
      clearTimeout(connecting);
      for await (const chunk of body) {
        if (over) return;
        await write(request, chunk);
      }
      request.end();
    };
    // When the connection breaks, a write fails and so does the request, which knows more of why.
    pour().catch((error: unknown) => (request.destroyed ? setImmediate(fail, error) : fail(error)));
  });
}
