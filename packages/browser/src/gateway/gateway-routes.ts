import type { TransportResponse } from '@streamone/client/runtime';
import {
  AbortedError,
  type ApiResponse,
  HttpError,
  MalformedResponseError,
  NetworkError,
  Status,
  TimeoutError,
  createApiError,
  isStreamOneError,
  parseResponse,
  redactText,
} from '@streamone/core';
import type { Gateway } from './gateway.js';
import type { RefusedPlace } from './gateway-error-of.js';

/** What the answers of these routes may have at most, in bytes. */
const MAX_BYTES = 65_536;

/** A request to one of the gateway's own routes. */
export interface RouteRequest {
  /** As `login/initialize`. */
  readonly route: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal | undefined;
  /** The action of `session/*` that it stands for, in errors. */
  readonly action?: 'initialize' | 'create' | 'delete';
}

/** Asks the gateway's own routes, each once: none of them is to be repeated unasked. */
export class GatewayRoutes {
  readonly #gateway: Gateway;
  readonly #timeout: number;

  /** @param timeout for one request, in milliseconds */
  constructor(gateway: Gateway, timeout: number) {
    this.#gateway = gateway;
    this.#timeout = timeout;
  }

  /**
   * Asks a route that answers as the platform does.
   *
   * @throws ApiError when the platform says no, GatewayError when the gateway does, TransportError when neither answers
   */
  async ask(request: RouteRequest): Promise<ApiResponse> {
    const { status, text } = await this.#send(request);
    const response = parseResponse(text);
    if (response.header.status === Status.OK) return response;
    const { action = 'create' } = request;
    throw createApiError({ command: 'session', action, attempts: 1, ...response, httpStatus: status });
  }

  /**
   * Asks a route that answers `{ "session": … }`.
   *
   * @throws GatewayError when the gateway says no, TransportError when it does not answer
   */
  async askSession(request: RouteRequest): Promise<Readonly<Record<string, unknown>> | null> {
    const { text } = await this.#send(request);
    const answer: unknown = parsedOrNot(text);
    const session: unknown = typeof answer === 'object' && answer !== null && 'session' in answer ? answer.session : 0;
    if (typeof session === 'object') return session as Readonly<Record<string, unknown>> | null;
    throw new MalformedResponseError({
      ...placeOf(request),
      reason: 'the answer is none of a gateway',
      sent: 'yes',
      excerpt: '',
    });
  }

  async #send(request: RouteRequest): Promise<TransportResponse> {
    const { route, members, signal } = request;
    const gateway = this.#gateway;
    gateway.checkReachable();
    const place = placeOf(request);
    const ends = new AbortController();
    const end = (): void => ends.abort(signal?.reason);
    const timer = setTimeout(() => ends.abort(), this.#timeout);
    let http: TransportResponse;
    try {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', end, { once: true });
      http = await gateway.transport.send({
        url: `${gateway.address}/${route}`,
        headers: gateway.headers,
        body: JSON.stringify(members),
        signal: ends.signal,
        maxBytes: MAX_BYTES,
        write: true,
      });
    } catch (error) {
      throw this.#failure(error, request, ends.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
    const { status, text } = http;
    if (status === 200) return http;
    const reason = `HTTP status ${status} and no answer of a gateway`;
    throw (
      gateway.errorOf(status, text, place) ??
      new HttpError({ ...place, reason, sent: 'yes', httpStatus: status, excerpt: '' })
    );
  }

  #failure(error: unknown, request: RouteRequest, ended: AbortSignal): Error {
    const place = placeOf(request);
    const sent = 'unknown';
    if (request.signal?.aborted === true) {
      return new AbortedError({ ...place, sent, reason: 'the caller ended it', cause: request.signal.reason });
    }
    if (ended.aborted) {
      const reason = `no answer of the gateway within ${this.#timeout} ms`;
      return new TimeoutError({ ...place, sent, reason, limit: 'attempt', timeout: this.#timeout });
    }
    if (isStreamOneError(error)) return error;
    // Of the browser's own, which tells nothing but that there was none.
    const cause = error instanceof Error ? error : new Error(String(error));
    return new NetworkError({
      ...place,
      sent,
      reason: `no answer of the gateway: ${redactText(cause.message)}`,
      cause,
    });
  }
}

function placeOf({ action }: RouteRequest): RefusedPlace {
  return action === undefined ? { attempts: 1 } : { command: 'session', action, attempts: 1 };
}

function parsedOrNot(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
