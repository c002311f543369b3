import type { SessionStore, StreamOneClient } from '@streamone/client';
import type { Action } from '@streamone/core/catalogue';
import type { GatewayLimits } from './gateway-limits.js';
import type { GatewayLogEvent } from './gateway-log-event.js';
import type { ProxyTrust } from './proxy-trust.js';

/** What a server knows of a request beside the request itself. */
export interface GatewayContext {
  /** The address of the peer: who opened the connection. Not what a header says. */
  readonly ip?: string | undefined;
}

/** A gateway: give it each request under its path. It never rejects; what goes wrong is an answer. */
export type Gateway = (request: Request, context?: GatewayContext) => Promise<Response>;

/** The cookie that holds the ID of a session. */
export interface GatewayCookieOptions {
  /** Its name behind `__Host-`; `streamone` unless given. Two gateways on one host need two names. */
  readonly name?: string | undefined;
  /** `Lax` unless given. `Strict`: who comes by a link from elsewhere is signed in only from the next page on. */
  readonly sameSite?: 'Lax' | 'Strict' | undefined;
}

/** What a gateway is made of. */
export interface GatewayOptions {
  /** Signs. That of an application lets people log in; its scope is the only one that pages act in. */
  readonly client: StreamOneClient;
  /** The actions that pages may call, as `item/view`, or a declared action of your own. Never one of `session`. */
  readonly allow: readonly (string | Action)[];
  /**
   * What may be called without being logged in, with the client's own rights: some of `allow`, and `upload` where
   * `uploads` is true; `true` for all. Unless given nothing, where the client is an application's; all of it, uploads
   * too, where it is a user's, since nobody can log in there.
   */
  readonly anonymous?: boolean | readonly string[] | undefined;
  /** Further accounts that a page may name, by ID. */
  readonly accounts?: readonly string[] | undefined;
  /**
   * Where pages come from that may call, as `https://site.example`. Unless given, the origin of the request's own
   * address, or the same with https. Next.js tells a route handler an address of its own: give `origins` there.
   */
  readonly origins?: readonly string[] | undefined;
  /** The path that all routes are under; `/streamone` unless given. */
  readonly basePath?: string | undefined;
  /**
   * Where sessions are kept, and logins that were begun; in the memory of this process unless given. Processes that share
   * requests need to share it. Where it is bounded it needs room for both; a `memorySessionStore` keeps sessions alone.
   */
  readonly store?: SessionStore | undefined;
  readonly cookie?: GatewayCookieOptions | undefined;
  /**
   * Which proxies stand before the server, so that their `X-Forwarded-For` is believed: how many of them (`true` is
   * one), or their addresses. None unless given.
   */
  readonly trustProxy?: ProxyTrust | undefined;
  /**
   * Whether the hash of version 2 may pass, for people whose password the platform still keeps that way. It is worth as
   * much as the password itself. False unless given: such people can't log in.
   */
  readonly allowV2Hash?: boolean | undefined;
  /**
   * Whether pages may upload files through the gateway. False unless given. A server of `node:http` breaks off what takes
   * longer than 5 minutes: give it `requestTimeout: 0`, and `headersTimeout: 60_000`, which goes away with it.
   */
  readonly uploads?: boolean | undefined;
  readonly limits?: GatewayLimits | undefined;
  /** Told of each answer, without arguments, addresses or secrets. What it throws is ignored. */
  readonly log?: ((event: GatewayLogEvent) => void) | undefined;
}
