import type { Credentials, Hmac, Mismatch, signRequest } from '@streamone/core';
import type { Action, Command } from '@streamone/core/catalogue';
import type { RunAttempts } from '../attempts/run-attempts.js';
import type { ResponseCache } from '../cache/response-cache.js';
import type { AttemptRequest } from '../pipeline/attempt-request.js';
import type { Relay } from '../relay/relay.js';
import type { StreamOneClient } from '../stream-one-client.js';
import type { Tracer } from '../observe/tracer.js';
import type { ExtraParts } from '../extra-parts.js';
import type { FailureCodes } from '../transport/coded-failures.js';
import type { SessionParts } from '../session/session-parts.js';
import type { SessionStore } from '../session/session-store.js';
import type { Fetch } from '../transport/fetch-transport.js';
import type { Transport, TransportResponse } from '../transport/transport.js';
import type { LogEvent } from './log-event.js';

/** Who signs: credentials, or a function that is asked for them before each attempt. */
export type Auth = Credentials | (() => Credentials | Promise<Credentials>);

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** How many attempts may follow the first; 2 unless given. */
  readonly limit?: number | undefined;
  /** The longest wait that a server's `Retry-After` may ask for, in milliseconds; 30,000 unless given. */
  readonly maxRetryAfter?: number | undefined;
}

/** Time limits, in milliseconds. */
export interface TimeoutOptions {
  /** For one attempt, from signing to the last byte of its answer; 10,000 unless given. */
  readonly attempt?: number | undefined;
  /** For the call with all its attempts and waits; 60,000 unless given. */
  readonly total?: number | undefined;
}

/** A step around each attempt: it may look, add headers, or answer itself. */
export type Middleware = (
  request: AttemptRequest,
  next: (request: AttemptRequest) => Promise<TransportResponse>,
) => Promise<TransportResponse>;

/** A field of a response that contradicts the catalogue, with where it came from. */
export interface ReportedMismatch extends Mismatch {
  readonly command: string;
  readonly action: string;
  readonly requestId: string;
}

/** In which account(s), or for which customer, calls act: at most one of the three. */
export interface ScopeOptions {
  /** The account, by ID. */
  readonly account?: string | undefined;
  /** Several accounts, by ID. */
  readonly accounts?: readonly string[] | undefined;
  /** The customer, by ID. */
  readonly customer?: string | undefined;
}

/** What a single call may set otherwise than its client. */
export interface CallOptions extends ScopeOptions {
  /** Ends the call, its waits included, with an AbortedError. */
  readonly signal?: AbortSignal | undefined;
  /** Time limits; a number limits each attempt and the whole call. */
  readonly timeout?: number | TimeoutOptions | undefined;
  /** How failed attempts are repeated; a number is the limit, 0 for never. */
  readonly retry?: number | RetryOptions | undefined;
  /** IANA zone of the dates, both ways; the actor's own unless given. */
  readonly timezone?: string | undefined;
  /** Where this call's answer may come from and is kept; `false` asks the platform and keeps nothing. */
  readonly cache?: ResponseCache | false | undefined;
}

/** How `call` is told about an action that is not declared. */
export interface UntypedCallOptions extends CallOptions {
  /** Whether the action only reads, so that it may be repeated; an action that is not declared counts as a write. */
  readonly read?: boolean | undefined;
  /** Whether it takes `limit` and `offset` and answers a count. */
  readonly paged?: boolean | undefined;
}

/** What a client may have set otherwise by `with`. */
export interface SharedOptions extends ScopeOptions {
  /** Who signs. */
  readonly auth?: Auth | undefined;
  /** IANA zone of the dates, both ways; the actor's own unless given. */
  readonly timezone?: string | undefined;
  /** How failed attempts are repeated; a number is the limit, 0 for never. */
  readonly retry?: number | RetryOptions | undefined;
  /** Time limits; a number limits each attempt and the whole call. */
  readonly timeout?: number | TimeoutOptions | undefined;
  /** Told of each step, without arguments or secrets. What it throws is ignored. */
  readonly log?: ((event: LogEvent) => void) | undefined;
  /** Gives each call a span: a tracer of OpenTelemetry, as `trace.getTracer('my-app')`. */
  readonly tracer?: Tracer | undefined;
  /** Steps around each attempt, the first outermost. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Whether a response that contradicts the catalogue is an error; it is left as it is otherwise. */
  readonly strict?: boolean | undefined;
  /** Where answers that the platform calls cacheable are kept: `memoryCache()`. None unless given; `false` for none. */
  readonly cache?: ResponseCache | false | undefined;
  /** Told of each field of a response that contradicts the catalogue. What it throws is ignored. */
  readonly onMismatch?: ((mismatch: ReportedMismatch) => void) | undefined;
}

/** What a client is made of. */
export interface ClientOptions<
  Commands extends readonly (Command | Action)[] = readonly (Command | Action)[],
> extends SharedOptions {
  /** Who signs. */
  readonly auth: Auth;
  /** The API's address; the platform's unless given. A missing scheme is https, on loopback http. */
  readonly url?: string | undefined;
  /** Permits plain HTTP to another machine. Whoever is on the way can then repeat each request. */
  readonly allowInsecure?: boolean | undefined;
  /** The commands that the client has as members. */
  readonly commands?: Commands | undefined;
  /** How requests travel; the runtime's own way unless given. */
  readonly fetch?: Fetch | undefined;
  /** The time, in milliseconds since 1970; `Date.now` unless given. */
  readonly clock?: (() => number) | undefined;
  /** Where sessions are kept; in memory unless given. */
  readonly store?: SessionStore | undefined;
}

/** Options of a client whose runtime may sign otherwise: without `auth` where it brings a relay. */
export type RuntimeClientOptions<Commands extends readonly (Command | Action)[] = readonly (Command | Action)[]> = Omit<
  ClientOptions<Commands>,
  'auth'
> &
  Pick<SharedOptions, 'auth'>;

/** A member that a runtime adds, as `upload`. */
export type RuntimeMember = (client: StreamOneClient, ...args: never[]) => unknown;

/** What a runtime brings: its fastest parts in the place of the portable ones. */
export interface RuntimeParts {
  /** Makes the attempts of a call, as `kyAttempts`. */
  readonly attempts: RunAttempts;
  /** Signs requests: core's own, or what loads that when it is needed. */
  readonly sign: typeof signRequest;
  readonly hmac: Hmac;
  /** What sessions of a client's own need, as `sessionParts`; without them it has none. */
  readonly sessions?: SessionParts | undefined;
  readonly transport: Transport;
  /** What the runtime's failures tell by their codes, as `codedFailures`; nothing unless given. */
  readonly failures?: FailureCodes | undefined;
  /** What only some calls need, as `extraParts`; loaded with the first of them unless given. */
  readonly extras?: ExtraParts | undefined;
  /** Members that the runtime's clients have beside those of every client: each is given the client that it is called on. */
  readonly members?: Readonly<Record<string, RuntimeMember>> | undefined;
  /** What can be read of such a client beside its members: each is given the client that it is read from. */
  readonly properties?: Readonly<Record<string, (client: StreamOneClient) => unknown>> | undefined;
  /** Who signs and hands on, where clients of this runtime don't sign for themselves. */
  readonly relay?: Relay | undefined;
  /** Who listens to events of a type, beside the caller's log; asked for each, so that nothing is done for nobody. */
  readonly observe?: ((type: LogEvent['type']) => ((event: LogEvent) => void) | undefined) | undefined;
}
