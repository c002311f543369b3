import type { Item } from '../state/media-records.js';

/** A name for the files of an item: what is left of its title in plain letters. */
export function mediaFileName(title: string): string {
  const bare = title.slice(0, 200).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const plain = bare.replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-|-$/g, '') || 'media';
}

/** What the links of an item are made of. */
export type LinkedItem = Pick<Item, 'id' | 'account' | 'title' | 'type'>;

/**
 * The links to the media of an item on this server, without its address.
 *
 * @param extension of the file, as `mp4`
 */
export function itemMediaLink(
  { id, account, title }: LinkedItem,
  extension: string,
): { progressive: string; hls: string } {
  const place = `account=${account}/item=${id}`;
  const name = mediaFileName(title);
  return { progressive: `/progressive/${place}/${name}.${extension}`, hls: `/hls/${place}/${name}.m3u8` };
}

/** The link to the poster of an item or a live stream on this server, without its address. */
export function posterPath(account: string, kind: 'item' | 'livestream', id: string): string {
  return `/thumbnail/account=${account}/${kind}=${id}/poster.jpg`;
}
