import type { Item } from '../../state/media-records.js';
import { mediaFileName } from '../item-links.js';

/** The address of the page that plays an item. Source: protocol, observed. */
export function embedUrl(serverUrl: string, { account, id, title }: Pick<Item, 'account' | 'id' | 'title'>): string {
  return `${serverUrl}/embed/account=${account}/item=${id}/${mediaFileName(title)}.html`;
}

/** The address of the oEmbed description of such a page. Source: protocol, observed. */
export function oembedUrl(serverUrl: string, page: string): string {
  return `${serverUrl}/oembed?url=${encodeURIComponent(page)}&format=json`;
}
