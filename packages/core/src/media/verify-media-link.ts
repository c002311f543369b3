import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import type { SigningKey } from '../signing/credentials.js';
import { type Hmac, webHmac } from '../signing/web-hmac.js';
import { linkStringToSign } from './link-string-to-sign.js';
import { sameText } from './same-text.js';
import { splitLink } from './split-link.js';
import { unixSeconds } from './unix-seconds.js';

/** What a signed link is verified with: one key for all, or a lookup by the user's ID. */
export interface VerifyLinkOptions {
  /** The key of the one user whose links are expected, whatever ID the link has. */
  readonly psk?: SigningKey | undefined;
  /** The key of a user by their ID; undefined for one who is not known, or must not play the item. */
  readonly lookup?: ((user: string) => SigningKey | undefined | Promise<SigningKey | undefined>) | undefined;
  /** The present as UNIX time in seconds; a fraction is cut off. */
  readonly now: number;
  /** How HMAC-SHA1 is computed; WebCrypto unless given. */
  readonly hmac?: Hmac | undefined;
}

/**
 * Why a signed link is accepted or refused, in the order in which it is looked at: `missing` (no link, or not exactly
 * one each of `signuser`, `signts` and `signature`), `unknown-user`, `bad-signature`, `expired`, `ok`.
 */
export type LinkVerificationReason = 'ok' | 'missing' | 'unknown-user' | 'expired' | 'bad-signature';

/** What verifying a link found. It holds no key. */
export interface LinkVerification {
  readonly valid: boolean;
  readonly reason: LinkVerificationReason;
  /** The ID that the link says it was signed by; proven only when valid or expired. */
  readonly user: string | undefined;
  /** The last second in which it holds, UNIX time; proven only when valid or expired. */
  readonly until: number | undefined;
  /** What was signed, if the link is what it says. */
  readonly stringToSign: string | undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function readSigned(
  link: string,
): { user: string; until: number; signature: string; stringToSign: string } | undefined {
  const { path = '', query = '' } = splitLink(link) ?? {};
  const pairs = query.split('&');
  const values = (name: string): string[] =>
    pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
  const [[id = '', ...ids], [until = '', ...untils], [signature = '', ...signatures]] = [
    values('signuser'),
    values('signts'),
    values('signature'),
  ];
  const user = decode(id);
  const isOne = ids.length + untils.length + signatures.length === 0;
  if (user === undefined || user === '' || !/^\d{1,15}$/.test(until) || signature === '' || !isOne) return undefined;
  const rest = pairs.filter((pair) => !pair.startsWith('signature=')).join('&');
  return { user, until: Number(until), signature, stringToSign: linkStringToSign(path, rest) };
}

function isKey(key: unknown): key is SigningKey {
  return typeof key === 'string' ? key !== '' : typeof key === 'object' && key !== null && 'algorithm' in key;
}

/**
 * Verifies a signed media link, or the target of a request for one (`/path?query`), on its bytes as they are. What is
 * no link at all is `missing`, not an error: it came from outside. A link holds up to and with the second that it
 * names, which is inferred. Source: protocol, documented; the exact string and the hex form are inferred.
 *
 * @throws InvalidArgumentError when the key or the time is not one, which is the caller's doing.
 */
export async function verifyMediaLink(link: string, options: VerifyLinkOptions): Promise<LinkVerification> {
  const { psk, lookup, hmac = webHmac } = options;
  const now = unixSeconds('now', Math.floor(options.now));
  if (lookup === undefined ? !isKey(psk) : psk !== undefined) {
    throw new InvalidArgumentError({
      argument: 'psk',
      expected: 'either psk, a key that is not empty, or lookup',
      given: psk,
    });
  }
  const found = readSigned(link);
  const result = (reason: LinkVerificationReason): LinkVerification => ({
    valid: reason === 'ok',
    reason,
    user: found?.user,
    until: found?.until,
    stringToSign: found?.stringToSign,
  });
  if (found === undefined) return result('missing');
  const key = lookup === undefined ? psk : await lookup(found.user);
  // An empty key would let everybody sign.
  if (!isKey(key)) return result('unknown-user');
  if (!sameText(await hmac(key, found.stringToSign), found.signature)) return result('bad-signature');
  return result(now > found.until ? 'expired' : 'ok');
}
