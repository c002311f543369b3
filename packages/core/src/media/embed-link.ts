import { linkId } from './link-id.js';
import { linkName } from './link-name.js';
import { linkOrigin } from './link-origin.js';
import { CONTENT_HOST } from './media-type.js';

/** What the link of an embedded player is made of. Source: protocol, observed. */
export interface EmbedLinkInput {
  /** The ID of the item's account; may be left out. */
  readonly account?: string | undefined;
  /** The ID of the item. */
  readonly item: string;
  /** What the page is called, without `.html`; may be left out. */
  readonly name?: string | undefined;
  /** `content.streamonecloud.net` unless given; https, unless it begins with `http://`. */
  readonly host?: string | undefined;
}

/**
 * The address of a page that plays an item, for an iframe:
 * `https://content.streamonecloud.net/embed/account=A/item=I/NAME.html`. Source: protocol, observed; that nothing, not
 * even a slash, is left where the name was is inferred.
 *
 * @throws InvalidArgumentError naming the part that can't be carried faithfully.
 */
export function embedLink({ account, item, name, host }: EmbedLinkInput): string {
  const owner = account === undefined ? '' : `/account=${linkId('account', account)}`;
  const page = name === undefined ? '' : `/${linkName(name)}.html`;
  return `${linkOrigin(host ?? CONTENT_HOST)}/embed${owner}/item=${linkId('item', item)}${page}`;
}
