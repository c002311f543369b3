import http, { type Agent, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import {
  AnswerTooLongError,
  type SendingListener,
  type Transport,
  type TransportRequest,
  type TransportResponse,
  UnreadableAnswerError,
  answerText,
  brokenOff,
} from '@streamone/client';
import { flatHeaders } from './flat-headers.js';
import { isPacked } from './is-packed.js';
import { dropIdle, dropStale, limitIdle, noteHint } from './idle-limit.js';

/** Settings of {@link httpTransport}. */
export interface HttpTransportOptions {
  /** How many connections one host may have; 64 unless given. */
  readonly maxSockets?: number | undefined;
}

/**
 * A transport over Node's own HTTP: quick to load, kept-alive connections, an answer read once.
 * An idle connection is dropped after 4 s, or 1 s before the server said that it would; a write
 * takes none that was idle for 1 s, since one that meets a closing connection can't be repeated.
 */
export function httpTransport({ maxSockets = 64 }: HttpTransportOptions = {}): Transport {
  const settings = { keepAlive: true, maxSockets };
  const agents = {
    'http:': limitIdle(new http.Agent(settings)),
    'https:': limitIdle(new https.Agent(settings)),
  };
  return {
    tellsSending: true,
    send: (request) => {
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      const agent = agents[secure ? 'https:' : 'http:'];
      dropStale(agent, request.write);
      return exchange(secure ? https.request : http.request, requestOptions(url, agent, request), request);
    },
    close: () => {
      for (const agent of Object.values(agents)) dropIdle(agent);
    },
  };
}

function requestOptions(url: URL, agent: Agent, { headers, body }: TransportRequest): RequestOptions {
  return {
    method: 'POST',
    // Node wants an IPv6 address without its brackets.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: url.pathname + url.search,
    agent,
    headers: { 'accept-encoding': 'identity', ...headers, 'content-length': Buffer.byteLength(body) },
  };
}

function exchange(
  start: typeof http.request,
  options: RequestOptions,
  { body, maxBytes, signal, listener }: TransportRequest,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let status: number | undefined;
    const outgoing = start(options, (incoming) => {
      status = incoming.statusCode;
      noteHint(incoming);
      readBody(incoming, maxBytes).then(resolve, fail).finally(forget);
    });
    const fail = (error: Error): void => {
      forget();
      outgoing.destroy();
      reject(error);
    };
    const forget = (): void => signal.removeEventListener('abort', abort);
    // By hand: Node's own `signal` option takes a third of a request's time.
    const abort = (): void => fail(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    // A reset is told of the request, even when the answer has begun.
    const connected = watchHandshake(outgoing, listener);
    outgoing.on('error', (error) => {
      if (!connected()) markConnecting(error);
      fail(status === undefined ? error : brokenOff(status, error));
    });
    // Else Node ends the connection and tells nothing.
    outgoing.on('upgrade', ({ headers }, socket) => {
      forget();
      socket.destroy();
      resolve({ status: 101, headers: flatHeaders(headers), text: '' });
    });
    outgoing.end(body);
  });
}

/** Whether the connection of a request is set up, TLS included: nothing of a request is sent before. */
function watchHandshake(outgoing: http.ClientRequest, listener: SendingListener | undefined): () => boolean {
  let connected = false;
  const begin = (): void => {
    connected = true;
    listener?.sending();
  };
  outgoing.once('socket', (socket) => {
    const secure = 'encrypted' in socket;
    if (outgoing.reusedSocket || (!secure && !socket.connecting)) begin();
    else socket.once(secure ? 'secureConnect' : 'connect', begin);
  });
  return () => connected;
}

/** Says in Node's own way that an error came while connecting; TLS tells of a reset as of any other. */
function markConnecting(error: NodeJS.ErrnoException): void {
  error.syscall = 'connect';
}

function readBody(incoming: IncomingMessage, maxBytes: number): Promise<TransportResponse> {
  const { statusCode: status = 0, headers } = incoming;
  const packed = headers['content-encoding'];
  return new Promise((resolve, reject) => {
    incoming.on('error', (error) => reject(brokenOff(status, error)));
    if (isPacked(packed)) {
      throw new UnreadableAnswerError(`it is packed (${packed}), which was not asked for`, status);
    }
    if (Number(headers['content-length']) > maxBytes) throw new AnswerTooLongError(maxBytes, status);
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length > maxBytes) reject(new AnswerTooLongError(maxBytes, status));
    });
    incoming.on('end', () => {
      const [first] = chunks;
      const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks);
      try {
        resolve({ status, headers: flatHeaders(headers), text: answerText(bytes, status) });
      } catch (error) {
        reject(error);
      }
    });
  });
}
