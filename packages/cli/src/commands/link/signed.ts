import { InvalidArgumentError, nodeHmac } from '@streamone/node';
import { signMediaLink } from '@streamone/core/media';
import type { Context } from '../../program/context.js';
import { ownLink } from './find-item.js';
import { linkPlace } from './link-place.js';
import { type MediaOptions, checkLookup, madeLink } from './media-options.js';
import { validUntil } from './valid-until.js';

/** Options of a signed link. */
export interface SignedLinkOptions extends MediaOptions {
  readonly valid?: string;
  readonly until?: string;
}

/** A signed link, and until when it holds. */
export interface SignedLink {
  readonly link: string;
  readonly until: Date;
}

async function unsigned(context: Context, item: string, options: MediaOptions): Promise<string> {
  if (/^https?:\/\//i.test(item)) return item;
  checkLookup(options);
  if (options.lookup === true) return ownLink(context, item, options.format, options);
  return madeLink(item, options, await linkPlace(context, options));
}

/**
 * Signs a link, of an item or given as it is, by the user whose credentials are set.
 *
 * @throws InvalidArgumentError when there is no such user, or something is wrong with the link
 */
export async function signedLink(context: Context, item: string, options: SignedLinkOptions): Promise<SignedLink> {
  const until = validUntil(options.valid, options.until, Date.now());
  const { credentials, problem } = await context.settings(options);
  if (credentials === undefined)
    throw problem ?? new InvalidArgumentError({ expected: 'credentials', given: undefined });
  const { value: user } = credentials;
  if (user.type !== 'user') {
    throw new InvalidArgumentError({
      argument: credentials.from,
      expected: 'credentials of a user, who alone can sign links',
      given: `those of an application`,
      advice: 'Set STREAMONE_AUTH_TYPE=user, or take another profile by --profile.',
    });
  }
  const link = await signMediaLink(await unsigned(context, item, options), { user, until, hmac: nodeHmac });
  return { link, until: new Date(until * 1000) };
}
