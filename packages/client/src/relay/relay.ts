import type { ApiRequest, ResponseHeader, TransportError } from '@streamone/core';
import type { ResponseCache } from '../cache/response-cache.js';
import type { AttemptWire } from '../pipeline/attempt-request.js';
import type { TransportResponse } from '../transport/transport.js';

/** Who acts, for what is remembered of their rights and answers. */
export interface Actor {
  /** A text that differs for each of them, and holds no secret. */
  readonly key: string;
  /** An application's rights are asked for by an action of their own. */
  readonly type: 'user' | 'application' | 'session';
  /** Whether they act somewhere also where a request names neither account nor customer: a relay has a scope of its own. */
  readonly ownScope?: boolean;
}

/** Where an error happened. */
export interface RelayedPlace {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
  readonly attempts: number;
}

/** A refusal of the relay's own, which the platform knows nothing of. */
export interface RelayRefusal {
  readonly error: TransportError;
  /** Whether another attempt may be answered otherwise; a write is sent again only where nothing was sent on. */
  readonly repeatable: boolean;
}

/** One request on its way through a relay. */
export interface RelayedRequest {
  /** What is sent. */
  readonly wire: AttemptWire;
  /** The refusal that an answer is; `undefined` for one that is none, as a proxy's. */
  refusal(http: TransportResponse, place: RelayedPlace): RelayRefusal | undefined;
  /** Told of what the platform answered. */
  answered(header: ResponseHeader): void;
}

/**
 * Somebody in between who signs and hands on, as the gateway of a browser: what goes to it is not signed, and the
 * platform's clock is its own matter. The rest of a call is as ever.
 */
export interface Relay {
  /** Who the relay acts for now, as far as this side knows. */
  actor(): Actor;
  /** A cache, for answers to whoever acts now; `undefined` where that is not known. */
  cacheFor(cache: ResponseCache): ResponseCache | undefined;
  /**
   * Writes a request.
   *
   * @throws InvalidArgumentError naming the part that can't be sent faithfully
   */
  write(request: ApiRequest): RelayedRequest;
}
