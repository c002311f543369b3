import type { IncomingHttpHeaders } from 'node:http';
import {
  AnswerTooLongError,
  type TransportRequest,
  type TransportResponse,
  UnreadableAnswerError,
  answerText,
  brokenOff,
} from '@streamone/client';
import type { Dispatcher } from 'undici';
import { flatHeaders } from './flat-headers.js';
import { isPacked } from './is-packed.js';
import type { Connection, ConnectionPool, Waiting } from './connection-pool.js';

/** What an exchange is made of. */
export interface ExchangeParts {
  readonly request: TransportRequest;
  /** Path and query, as they are sent. */
  readonly path: string;
  readonly pool: ConnectionPool;
  readonly resolve: (response: TransportResponse) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One request and its answer, told by undici's parser without a stream: the chunks are put together
 * once, at the end. The caller's signal ends it at any time, while it waits for a connection too.
 */
export class Exchange implements Dispatcher.DispatchHandler, Waiting {
  readonly #parts: ExchangeParts;
  #connection: Connection | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #chunks: Buffer[] = [];
  #length = 0;
  #ended = false;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
    parts.request.signal.addEventListener('abort', this.#abort);
  }

  /** Whether it is over, whatever came of it. */
  get ended(): boolean {
    return this.#ended;
  }

  start(connection: Connection): void {
    this.#connection = connection;
    const { headers, body } = this.#parts.request;
    connection.client.dispatch(
      { method: 'POST', path: this.#parts.path, headers: { 'accept-encoding': 'identity', ...headers }, body },
      this,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // The connection is made, and what comes next is the first byte.
    if (this.#ended) controller.abort(new Error('the request was ended before it was sent'));
    else this.#parts.request.listener?.sending();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // 103 and the like come before the answer and tell nothing. Of a 100 that nobody asked for undici makes an error.
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
    const { maxBytes } = this.#parts.request;
    const packed = headers['content-encoding'];
    if (isPacked(packed)) {
      this.#fail(new UnreadableAnswerError(`it is packed (${packed}), which was not asked for`, status));
    } else if (Number(headers['content-length']) > maxBytes) this.#fail(new AnswerTooLongError(maxBytes, status));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    this.#chunks.push(chunk);
    const { maxBytes } = this.#parts.request;
    if (this.#length > maxBytes) this.#fail(new AnswerTooLongError(maxBytes, this.#status));
  }

  onResponseEnd(): void {
    const connection = this.#end();
    if (connection === undefined) return;
    const { pool, resolve, reject } = this.#parts;
    const headers = flatHeaders(this.#headers);
    pool.release(connection, headers['keep-alive']);
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    try {
      resolve({ status: this.#status, headers, text: answerText(bytes, this.#status) });
    } catch (error) {
      reject(error);
    }
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(this.#status === 0 ? error : brokenOff(this.#status, error));
  }

  readonly #abort = (): void => this.#fail(this.#parts.request.signal.reason);

  #fail(error: unknown): void {
    if (this.#ended) return;
    const connection = this.#end();
    // Dropping the connection ends what is under way on it.
    if (connection !== undefined) this.#parts.pool.drop(connection);
    this.#parts.reject(error);
  }

  /** Marks it as over, and gives its connection back, if it had one. */
  #end(): Connection | undefined {
    if (this.#ended) return undefined;
    this.#ended = true;
    this.#parts.request.signal.removeEventListener('abort', this.#abort);
    return this.#connection;
  }
}
