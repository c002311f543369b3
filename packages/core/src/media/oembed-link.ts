import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { encodeRfc3986 } from './encode-rfc3986.js';
import { linkOrigin } from './link-origin.js';
import { CONTENT_HOST } from './media-type.js';
import { splitLink } from './split-link.js';

/** Where the oEmbed description of a player is asked for. */
export interface OembedLinkOptions {
  /** `content.streamonecloud.net` unless given; https, unless it begins with `http://`. */
  readonly host?: string | undefined;
}

/**
 * The address of the oEmbed description of a player: `https://content.streamonecloud.net/oembed?url=…&format=json`.
 * No other parameter and no other format is known. Source: protocol, observed.
 *
 * @param embedUrl the player's own address, as `embedLink` gives it
 * @throws InvalidArgumentError when it is no address.
 */
export function oembedLink(embedUrl: string, { host }: OembedLinkOptions = {}): string {
  if (splitLink(embedUrl)?.origin === undefined) {
    throw new InvalidArgumentError({
      argument: 'embedUrl',
      expected: 'an address with http:// or https://, percent-encoded',
      given: embedUrl,
    });
  }
  return `${linkOrigin(host ?? CONTENT_HOST)}/oembed?url=${encodeRfc3986(embedUrl, 'embedUrl')}&format=json`;
}
