import { InvalidArgumentError } from '@streamone/core';
import { fetchTransport } from '../transport/fetch-transport.js';
import type { SessionHolder } from '../session/session-holder.js';
import type { SessionStore } from '../session/session-store.js';
import { relayedAuth } from '../relay/relayed-auth.js';
import { PLATFORM_URL, baseUrl } from './base-url.js';
import { checkNames } from './check-names.js';
import { checkOptionTypes } from './check-option-types.js';
import type {
  Auth,
  CallOptions,
  RuntimeClientOptions,
  RuntimeParts,
  ScopeOptions,
  SharedOptions,
} from './client-options.js';
import { isCredentials } from './is-credentials.js';
import { CALL_NAMES, CLIENT_NAMES, DERIVED_NAMES } from './option-names.js';
import { type ResolvedRetry, type ResolvedTimeout, resolveRetry, resolveTimeout } from './resolve-limits.js';
import { resolveScope } from './resolve-scope.js';

/** What a client works with, all of it set: its options, and what its runtime brings. */
export interface ResolvedOptions
  extends
    Omit<SharedOptions, 'auth' | 'retry' | 'timeout' | keyof ScopeOptions>,
    Omit<RuntimeParts, 'members' | 'properties'> {
  readonly auth: Auth;
  /** Without a slash at its end. */
  readonly url: string;
  readonly scope: ScopeOptions;
  readonly retry: ResolvedRetry;
  readonly timeout: ResolvedTimeout;
  readonly clock: () => number;
  /** Where sessions are kept; none where the client has none of its own. */
  readonly store: SessionStore | undefined;
  /** The session that signs, where one does. */
  readonly session?: SessionHolder | undefined;
}

const NO_SCOPE: ScopeOptions = Object.freeze({});

function checkAuth(auth: Auth | undefined): void {
  if (typeof auth === 'function' || isCredentials(auth)) return;
  throw new InvalidArgumentError({
    argument: 'auth',
    expected: 'credentials, by user({ id, psk }) or application({ id, psk }), or a function that gives them',
    given: auth,
  });
}

/**
 * Brings the options of a new client to one form.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function resolveOptions(options: RuntimeClientOptions, parts: RuntimeParts): ResolvedOptions {
  checkNames(options, CLIENT_NAMES);
  checkOptionTypes(options);
  const { auth, url = PLATFORM_URL, allowInsecure, clock = Date.now, fetch, retry, timeout } = options;
  const { cache, log, middleware, onMismatch, strict, timezone, tracer } = options;
  const { store = parts.sessions?.memorySessionStore() } = options;
  const { relay } = parts;
  if (relay === undefined) checkAuth(auth);
  return {
    ...parts,
    auth: relay === undefined && auth !== undefined ? auth : relayedAuth,
    url: baseUrl(url, allowInsecure),
    scope: resolveScope(options) ?? NO_SCOPE,
    retry: resolveRetry(retry),
    timeout: resolveTimeout(timeout),
    clock,
    transport:
      fetch === undefined ? parts.transport : fetchTransport(fetch, relay === undefined ? 'omit' : 'same-origin'),
    store,
    cache,
    log,
    middleware,
    onMismatch,
    strict,
    timezone,
    tracer,
  };
}

/**
 * The options of a derived client: those given here, the rest as before. A new scope replaces the whole old one.
 *
 * @throws InvalidArgumentError naming the option that is wrong, or that only a new client takes.
 */
export function deriveOptions(base: ResolvedOptions, given: SharedOptions): ResolvedOptions {
  checkNames(given, DERIVED_NAMES, 'A derived client shares the rest with the one that it comes from.');
  checkOptionTypes(given);
  // A relay signs as whom it acts for.
  if (base.relay !== undefined && given.auth !== undefined) relayedAuth();
  const { auth = base.auth, retry, timeout, account: _a, accounts: _b, customer: _c, ...rest } = given;
  checkAuth(auth);
  return {
    ...base,
    ...rest,
    auth,
    // Whoever signs from now on, it is not the session.
    session: given.auth === undefined ? base.session : undefined,
    scope: resolveScope(given) ?? base.scope,
    retry: resolveRetry(retry, base.retry),
    timeout: resolveTimeout(timeout, base.timeout),
  };
}

/**
 * What a single call works with: its own options, else its client's.
 *
 * @throws InvalidArgumentError naming the option that is wrong.
 */
export function callOptions(base: ResolvedOptions, given: CallOptions): ResolvedOptions {
  checkNames(given, CALL_NAMES);
  checkOptionTypes({ cache: given.cache, timezone: given.timezone });
  const { signal, timezone = base.timezone } = given;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new InvalidArgumentError({
      argument: 'signal',
      expected: "an AbortSignal, as a controller's signal",
      given: signal,
    });
  }
  return {
    ...base,
    scope: resolveScope(given) ?? base.scope,
    retry: resolveRetry(given.retry, base.retry),
    timeout: resolveTimeout(given.timeout, base.timeout),
    timezone,
    cache: given.cache ?? base.cache,
  };
}
