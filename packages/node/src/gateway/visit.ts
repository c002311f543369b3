import type { Sent } from '@streamone/core';
import type { ConcurrencyGate } from './concurrency-gate.js';
import type { GatewayRefusal } from './gateway-refusal.js';
import type { KeptSessions } from './kept-sessions.js';
import type { PendingLogins } from './pending-logins.js';
import type { RateLimiter } from './rate-limiter.js';
import type { ResolvedGatewayOptions } from './resolve-gateway-options.js';

/** What a gateway works with for as long as it lives. */
export interface GatewayParts {
  readonly options: ResolvedGatewayOptions;
  readonly sessions: KeptSessions;
  readonly logins: PendingLogins;
  readonly gate: ConcurrencyGate;
  /** Bounds how many bodies are read at once from one address. */
  readonly bodies: ConcurrencyGate;
  readonly limiters: { readonly address: RateLimiter; readonly person: RateLimiter; readonly login: RateLimiter };
  /** Whether people can log in: where the client is an application's. */
  canLogIn(): Promise<boolean>;
}

/** What the log is told of a request, as far as it has come. */
export interface VisitNote {
  route?: string;
  action?: string;
  signedIn?: boolean;
  status?: number;
  /** What went wrong although the request is answered well. */
  cause?: unknown;
}

/** One request on its way through a gateway. */
export interface Visit extends GatewayParts {
  readonly request: Request;
  readonly url: URL;
  /** The address of the person, where it is known. */
  readonly address: string | undefined;
  /** Ends when the page goes away, or the time is over. */
  readonly signal: AbortSignal;
  /** From here on the request may take as long as something moves. */
  readonly takeTime: () => void;
  /** The refusal of a request whose signal was raised. */
  readonly ended: (sent: Sent) => GatewayRefusal;
  readonly note: VisitNote;
}
