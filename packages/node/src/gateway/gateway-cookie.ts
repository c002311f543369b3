import { randomBytes } from 'node:crypto';
import { InvalidArgumentError } from '@streamone/core';
import type { GatewayCookieOptions } from './gateway-options.js';

const PREFIX = '__Host-';
/** 32 bytes in Base64 for addresses, and what HTTP counts as space. */
const ID = /^([A-Za-z0-9_-]{43})[ \t]*$/;

/** What a cookie was found to hold: an ID, nothing at all, or something that no gateway has set. */
export type CookieFound = { readonly id: string } | 'none' | 'foreign';

/** A cookie that holds a random ID and nothing else. */
export interface GatewayCookie {
  /** What a request brought. */
  read(headers: Headers): CookieFound;
  /** The header that sets it. @param seconds how long the browser keeps it */
  set(id: string, seconds: number): string;
  /** The header that makes the browser forget it. */
  clear(): string;
}

/** An ID that nobody can guess. */
export function randomId(): string {
  return randomBytes(32).toString('base64url');
}

function cookie(name: string, sameSite: 'Lax' | 'Strict'): GatewayCookie {
  // Only a host itself can set a cookie with this prefix, over TLS and for all of its paths: none of its neighbours.
  const full = `${PREFIX}${name}`;
  const write = (value: string, seconds: number): string =>
    `${full}=${value}; Path=/; Max-Age=${Math.floor(seconds)}; Secure; HttpOnly; SameSite=${sameSite}`;
  return {
    read(headers) {
      // Only what HTTP counts as space is taken off: a neighbour can set a cookie whose name begins with another one.
      const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.replace(/^[ \t]+/, ''));
      const values = pairs.filter((pair) => pair.startsWith(`${full}=`)).map((pair) => pair.slice(full.length + 1));
      const [value] = values;
      if (value === undefined) return 'none';
      const id = values.length === 1 ? ID.exec(value)?.[1] : undefined;
      return id === undefined ? 'foreign' : { id };
    },
    set: write,
    clear: () => write('', 0),
  };
}

/** The cookies of a gateway: one for the session, one for a login that is under way. */
export interface GatewayCookies {
  readonly session: GatewayCookie;
  readonly login: GatewayCookie;
}

/**
 * Makes the cookies of a gateway.
 *
 * @throws InvalidArgumentError for a name that is none, or a setting that would be weaker.
 */
export function resolveCookies(given: GatewayCookieOptions = {}): GatewayCookies {
  const { name = 'streamone', sameSite = 'Lax', ...others } = given;
  const [other] = Object.keys(others);
  if (other !== undefined) {
    const expected = 'only name and sameSite; all else is fixed: HttpOnly, Secure, Path=/, no Domain';
    throw new InvalidArgumentError({ argument: 'cookie', expected, given: other });
  }
  const bare = typeof name === 'string' && name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
  if (typeof bare !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(bare)) {
    const expected = 'letters, digits, "-" and "_", at most 64';
    throw new InvalidArgumentError({ argument: 'cookie.name', expected, given: name });
  }
  if (sameSite !== 'Lax' && sameSite !== 'Strict') {
    throw new InvalidArgumentError({ argument: 'cookie.sameSite', expected: '"Lax" or "Strict"', given: sameSite });
  }
  return { session: cookie(bare, sameSite), login: cookie(`${bare}-login`, sameSite) };
}
