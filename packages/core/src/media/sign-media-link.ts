import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { type UserCredentials, checkCredentials } from '../signing/credentials.js';
import { type Hmac, webHmac } from '../signing/web-hmac.js';
import { encodeRfc3986 } from './encode-rfc3986.js';
import { linkStringToSign } from './link-string-to-sign.js';
import { normalizeQuery } from './normalize-query.js';
import { splitLink } from './split-link.js';
import { unixSeconds } from './unix-seconds.js';

/** Who signs a link, and how long it holds. */
export interface SignLinkOptions {
  /** Who signs; the user needs `item-play` in the item's account. Source: protocol, documented. */
  readonly user: UserCredentials;
  /** Until when the link holds: a Date, or UNIX time in whole seconds. */
  readonly until: Date | number;
  /** How HMAC-SHA1 is computed; WebCrypto unless given. */
  readonly hmac?: Hmac | undefined;
}

// A browser takes dot segments out of a path, which would then no longer be the one that was signed.
const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
const SIGNED = /(?:^|&)(?:signuser|signts|signature)(?:=|&|$)/;

/**
 * Signs a media link: adds `signuser`, `signts` and `signature` to its query. What the query holds already is written
 * anew by RFC 3986, with its meaning kept; a fragment stays behind it, unsigned. Whoever has the link can use it until
 * it expires, so it belongs in no log. Source: protocol, documented; the exact string and the hex form are inferred.
 *
 * @throws InvalidArgumentError when the link is not one that stays as it is on its way, or is signed already.
 */
export async function signMediaLink(link: string, { user, until, hmac = webHmac }: SignLinkOptions): Promise<string> {
  checkCredentials(user);
  if (user.type !== 'user') {
    throw new InvalidArgumentError({
      argument: 'user',
      expected: 'credentials of a user, as user(…) gives',
      given: user,
    });
  }
  const { origin, path, query = '', fragment } = splitLink(link) ?? {};
  if (origin === undefined || path === undefined || DOT_SEGMENT.test(path)) {
    throw new InvalidArgumentError({
      argument: 'link',
      expected: 'an address with http:// or https://, percent-encoded, without "." and ".." as segments',
      given: link,
    });
  }
  const kept = normalizeQuery(query);
  if (SIGNED.test(kept)) {
    throw new InvalidArgumentError({ argument: 'link', expected: 'a link that is not signed yet', given: link });
  }
  const added = `signuser=${encodeRfc3986(user.id, 'user.id')}&signts=${unixSeconds('until', until)}`;
  const signed = kept === '' ? added : `${kept}&${added}`;
  const signature = await hmac(user.psk.reveal(), linkStringToSign(path, signed));
  return `${origin}${path}?${signed}&signature=${signature}${fragment ?? ''}`;
}
