import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { endToEndHeaders } from './end-to-end-headers.js';

/** A request to be handed on. */
export interface ForwardRequest {
  readonly method: string;
  /** Path and query, as received. */
  readonly target: string;
  /** Names and values by turns, as received. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** What the target answered. */
export interface ForwardAnswer {
  readonly status: number;
  /** Names and values by turns, those left out that are for one connection. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** There is no answer to hand back. */
export class ForwardError extends Error {
  override readonly name: string = 'ForwardError';
  /** The HTTP status that says so: 502, or 504 where it took too long. */
  readonly status: 502 | 504;

  constructor(status: 502 | 504, message: string) {
    super(message);
    this.status = status;
  }
}

/** How far {@link createForward} goes. */
export interface ForwardLimits {
  /** Ends every request that is under way. */
  readonly closing: AbortSignal;
  /** Milliseconds from the beginning of a request to the end of its answer. */
  readonly timeout: number;
  /** Bytes of an answer. */
  readonly largestAnswer: number;
}

/** Hands a request on. @throws ForwardError */
export type Forward = (request: ForwardRequest) => Promise<ForwardAnswer>;

const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i;

function readBody(incoming: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > largest) reject(new ForwardError(502, `its answer is larger than ${largest} bytes`));
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

function why(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `it could not be reached, or hung up${code}`;
}

/**
 * Makes the way to the target: path, query and body go on byte for byte, a redirect is an answer
 * like any other, and each request has a connection of its own, since one that is idle may be
 * closing and a write must not be sent twice.
 */
export function createForward(target: URL, { closing, timeout, largestAnswer }: ForwardLimits): Forward {
  const start = target.protocol === 'https:' ? https.request : http.request;
  const prefix = target.pathname.replace(/\/+$/, '');

  return async ({ method, target: asked, rawHeaders, body }) => {
    const tooLong = AbortSignal.timeout(timeout);
    const options: RequestOptions = {
      method,
      host: target.hostname.replace(/^\[|\]$/g, ''),
      ...(target.port !== '' && { port: target.port }),
      path: prefix + (asked.startsWith('/') ? asked : asked.replace(ORIGIN, '')),
      headers: [
        'host',
        target.host,
        'accept-encoding',
        'identity',
        'content-length',
        String(body.length),
        ...endToEndHeaders(rawHeaders, ['accept-encoding', 'cookie', 'expect', 'host']),
      ],
      agent: false,
      signal: AbortSignal.any([tooLong, closing]),
    };
    try {
      const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
        const outgoing = start(options, resolve);
        outgoing.on('error', reject);
        outgoing.end(body);
      });
      try {
        const rest = endToEndHeaders(incoming.rawHeaders, ['set-cookie']);
        return { status: incoming.statusCode ?? 502, rawHeaders: rest, body: await readBody(incoming, largestAnswer) };
      } finally {
        incoming.destroy();
      }
    } catch (error) {
      if (error instanceof ForwardError) throw error;
      if (tooLong.aborted) throw new ForwardError(504, `it took longer than ${timeout} ms`);
      throw new ForwardError(502, why(error));
    }
  };
}
