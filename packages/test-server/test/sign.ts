import { createHmac } from 'node:crypto';
import type { ActorCredentials } from '../src/index.js';

/** A request to be signed, by a signer of the tests' own: no code of the packages helps it. */
export interface Wish {
  readonly key: ActorCredentials;
  readonly type?: 'user' | 'application';
  /** With an application: the session that the request is in. */
  readonly session?: { readonly id: string; readonly key: string };
  readonly path?: string;
  readonly account?: string;
  readonly customer?: string;
  readonly timezone?: string;
  readonly timestamp?: number | string;
  readonly args?: Readonly<Record<string, string>>;
  /** Instead of `args`, the body as it is. */
  readonly body?: string;
  /** Changes the parameters before they are signed. */
  readonly parameters?: (pairs: [string, string][]) => [string, string][];
}

/** A signed request. */
export interface Signed {
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly signature: string;
  readonly target: string;
}

/** Encodes as PHP's urlencode does. */
export function escape(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9._-]/.test(character)) return character;
      return byte === 32 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** Writes a form. */
export function form(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&');
}

/** HMAC-SHA1 in hex. */
export function hmac(key: string, text: string): string {
  return createHmac('sha1', key).update(text, 'latin1').digest('hex');
}

/** Signs a request. */
export function sign(wish: Wish): Signed {
  const {
    key,
    session,
    type = session === undefined ? 'user' : 'application',
    path = '/api/item/view',
    account,
    customer,
    timezone,
  } = wish;
  const { timestamp = Math.floor(Date.now() / 1000), args = {}, parameters = (pairs) => pairs } = wish;
  const pairs: [string, string][] = [
    ['api', '3'],
    ['format', 'json'],
    ['authentication_type', type],
  ];
  if (account !== undefined) pairs.push(['account', account]);
  if (customer !== undefined) pairs.push(['customer', customer]);
  if (timezone !== undefined) pairs.push(['timezone', timezone]);
  pairs.push(['timestamp', String(timestamp)], [type, key.id]);
  if (session !== undefined) pairs.push(['session', session.id]);
  const query = form(parameters(pairs));
  const body = wish.body ?? form(Object.entries(args));
  const signature = hmac(key.psk + (session?.key ?? ''), `${path}?${query}&${body}`);
  const signedQuery = `${query}&signature=${signature}`;
  return { path, query: signedQuery, body, signature, target: `${path}?${signedQuery}` };
}
