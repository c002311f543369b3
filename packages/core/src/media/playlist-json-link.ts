import { linkId } from './link-id.js';
import { linkOrigin } from './link-origin.js';
import { CONTENT_HOST } from './media-type.js';

/** What the link of a playlist as JSON is made of. Source: protocol, observed. */
export interface PlaylistJsonLinkInput {
  /** The ID of the item's account; may be left out. */
  readonly account?: string | undefined;
  /** The ID of the item. */
  readonly item: string;
  /** `content.streamonecloud.net` unless given; https, unless it begins with `http://`. */
  readonly host?: string | undefined;
}

/**
 * The address of an item's playlist as JSON, which needs no signature:
 * `https://content.streamonecloud.net/playlist/account=A/item=I/playlist.json`. Source: protocol, observed.
 *
 * @throws InvalidArgumentError naming the part that can't be carried faithfully.
 */
export function playlistJsonLink({ account, item, host }: PlaylistJsonLinkInput): string {
  const owner = account === undefined ? '' : `/account=${linkId('account', account)}`;
  return `${linkOrigin(host ?? CONTENT_HOST)}/playlist${owner}/item=${linkId('item', item)}/playlist.json`;
}
