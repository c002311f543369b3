import { checkMediaType, linkFileName } from './link-file-name.js';
import { linkId } from './link-id.js';
import { linkOrigin } from './link-origin.js';
import { type LiveMediaType, MEDIA_HOST } from './media-type.js';

/** What a link to a livestream is made of. Source: protocol; `hls` is observed, the other types are inferred. */
export interface LiveLinkInput {
  readonly type: LiveMediaType;
  /** The ID of the livestream's account. */
  readonly account: string;
  /** The ID of the livestream. */
  readonly livestream: string;
  /** What the file is called, without its ending; `live` unless given, which is our choice. Smooth has none. */
  readonly name?: string | undefined;
  /** `media.streamonecloud.net` unless given; https, unless it begins with `http://`. */
  readonly host?: string | undefined;
}

/**
 * A link to a livestream: `https://media.streamonecloud.net/hlslive/account=A/livestream=L/NAME.m3u8`.
 * Source: protocol, observed for `hls`; `dashlive`, `hdslive` and `smoothlive` are inferred from it and may be wrong.
 *
 * @throws InvalidArgumentError naming the part that can't be carried faithfully.
 */
export function liveLink({ type, account, livestream, name, host }: LiveLinkInput): string {
  checkMediaType(type, ['hls', 'dash', 'hds', 'smooth']);
  const owner = `/account=${linkId('account', account)}/livestream=${linkId('livestream', livestream)}`;
  return `${linkOrigin(host ?? MEDIA_HOST)}/${type}live${owner}/${linkFileName(type, name, 'live')}`;
}
