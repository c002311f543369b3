import { type SessionStore, type StreamOneClient, memorySessionStore } from '@streamone/client';
import { type ClientInside, isMemorySessionStore, lookInside } from '@streamone/client/gateway';
import { InvalidArgumentError } from '@streamone/core';
import type { Action } from '@streamone/core/catalogue';
import { type GatewayCookies, resolveCookies } from './gateway-cookie.js';
import { type ResolvedGatewayLimits, resolveGatewayLimits } from './gateway-limits.js';
import type { GatewayOptions } from './gateway-options.js';
import { limitedStore } from './limited-store.js';
import { type ResolvedProxyTrust, resolveProxyTrust } from './proxy-trust.js';
import { resolveAllow } from './resolve-allow.js';
import { type OriginCheck, resolveOrigins } from './resolve-origins.js';

/** What a gateway works with, all of it checked. */
export interface ResolvedGatewayOptions {
  readonly client: StreamOneClient;
  readonly allow: ReadonlyMap<string, Action>;
  /** What may be done without a session; `undefined` where it depends on who signs. */
  readonly anonymous: ReadonlySet<string> | undefined;
  /** Accounts that pages may name beside the client's own. */
  readonly accounts: ReadonlySet<string>;
  readonly isOrigin: OriginCheck;
  /** Without a slash at its end; empty for the root. */
  readonly basePath: string;
  readonly sessions: SessionStore;
  readonly logins: SessionStore;
  readonly cookies: GatewayCookies;
  readonly proxies: ResolvedProxyTrust | undefined;
  readonly allowV2Hash: boolean;
  readonly uploads: boolean;
  readonly limits: ResolvedGatewayLimits;
  readonly log: GatewayOptions['log'];
  /** The client's own clock, in milliseconds since 1970. */
  readonly clock: () => number;
}

const NAMES: ReadonlySet<string> = new Set<keyof GatewayOptions>([
  'client',
  'allow',
  'anonymous',
  'accounts',
  'origins',
  'basePath',
  'store',
  'cookie',
  'trustProxy',
  'allowV2Hash',
  'uploads',
  'limits',
  'log',
]);

function check(right: boolean, argument: string, expected: string, given: unknown): void {
  if (!right) throw new InvalidArgumentError({ argument, expected, given });
}

function isTexts(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.every((entry) => typeof entry === 'string' && entry !== '');
}

function checkNames(options: GatewayOptions): void {
  check(typeof options === 'object' && options !== null, 'options', 'an object with { client, allow }', options);
  for (const name of Object.keys(options)) {
    check(NAMES.has(name), 'options', `options named ${[...NAMES].join(', ')}`, name);
  }
  for (const name of ['allowV2Hash', 'uploads'] as const) {
    check(['boolean', 'undefined'].includes(typeof options[name]), name, 'true or false', options[name]);
  }
  check(['function', 'undefined'].includes(typeof options.log), 'log', 'a function', options.log);
}

function resolveBasePath(given = '/streamone'): string {
  const bare = typeof given === 'string' ? given.replace(/\/+$/, '') : given;
  const expected = 'a path of letters, digits, "-", "_", "." and "/", as "/streamone"';
  check(typeof bare === 'string' && /^(\/[\w.-]*[\w-])*$/.test(bare), 'basePath', expected, given);
  return bare;
}

function resolveAnonymous(
  given: GatewayOptions['anonymous'],
  allow: ReadonlyMap<string, Action>,
  uploads: boolean | undefined,
): ReadonlySet<string> | undefined {
  if (given === undefined) return undefined;
  const all = new Set([...allow.keys(), ...(uploads === true ? ['upload'] : [])]);
  if (typeof given === 'boolean') return given ? all : new Set();
  const expected = 'true, false, or an array of names that `allow` has, and "upload" where `uploads` is true';
  check(isTexts(given) && given.every((name) => all.has(name)), 'anonymous', expected, given);
  return new Set(given);
}

const loginsBeside = new WeakMap<SessionStore, SessionStore>();

/** A store in memory is bounded: logins that are begun and never ended must drive nobody out who is logged in. */
function loginsOf(store: SessionStore): SessionStore {
  if (!isMemorySessionStore(store)) return store;
  const logins = loginsBeside.get(store) ?? memorySessionStore();
  // By the store, so that gateways which share it share the logins too.
  loginsBeside.set(store, logins);
  return logins;
}

function resolveStores(
  store: SessionStore = memorySessionStore(),
): Pick<ResolvedGatewayOptions, 'sessions' | 'logins'> {
  const names = ['load', 'save', 'remove'] as const;
  const fits = typeof store === 'object' && store !== null && names.every((name) => typeof store[name] === 'function');
  check(fits, 'store', 'a store of sessions, as memorySessionStore() or keyvSessionStore() gives it', store);
  return { sessions: limitedStore(store), logins: limitedStore(loginsOf(store)) };
}

/**
 * Brings the options of a gateway to one form.
 *
 * @throws InvalidArgumentError naming the one that is wrong.
 */
export function resolveGatewayOptions(options: GatewayOptions): ResolvedGatewayOptions {
  checkNames(options);
  const inside: ClientInside = lookInside(options.client);
  const allow = resolveAllow(options.allow, inside);
  const uploads = options.uploads === true && !('upload' in options.client);
  check(!uploads, 'uploads', 'a client of @streamone/node, which can upload', 'another');
  const { accounts = [] } = options;
  check(isTexts(accounts), 'accounts', 'an array of IDs of accounts', accounts);
  return {
    client: options.client,
    allow,
    anonymous: resolveAnonymous(options.anonymous, allow, options.uploads),
    accounts: new Set(accounts),
    isOrigin: resolveOrigins(options.origins),
    basePath: resolveBasePath(options.basePath),
    ...resolveStores(options.store),
    cookies: resolveCookies(options.cookie),
    proxies: resolveProxyTrust(options.trustProxy),
    allowV2Hash: options.allowV2Hash ?? false,
    uploads: options.uploads ?? false,
    limits: resolveGatewayLimits(options.limits),
    log: options.log,
    clock: inside.options.clock,
  };
}
