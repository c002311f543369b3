import type { Item } from '../../state/media-records.js';
import { WebRefusal } from '../../web/web-refusal.js';
import { findMediaItem } from '../find-media-item.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { findPlayable } from '../playable.js';
import { shownLink } from '../shown-link.js';
import { playlistJson } from './playlist-json.js';
import { embedUrl } from './page-urls.js';

/** An item's playlist as XSPF, with the platform's extension (documented). Which fields it fills is inferred. */
async function xspf(item: Item, serverUrl: string): Promise<string> {
  const { writePlaylist } = await import('@streamone/core/media');
  const { progressive, hls } = item.medialink;
  const links = [progressive, hls].filter((link) => link !== undefined);
  return writePlaylist({
    title: item.title,
    tracks: [
      {
        title: item.title,
        identifiers: [`urn:streamone:item:${item.id}`],
        info: embedUrl(serverUrl, item),
        locations: links.map((link, index) => ({
          url: shownLink(link, serverUrl),
          label: link === progressive ? '180p' : 'HLS',
          ...(link === progressive && { height: 180 }),
          default: index === 0,
        })),
        ...(item.author !== null && { creator: item.author }),
        ...(item.description !== null && { annotation: item.description }),
        ...(item.selectedthumbnailurl !== null && { image: shownLink(item.selectedthumbnailurl, serverUrl) }),
        ...(item.duration !== null && { duration: item.duration * 1000 }),
      },
    ],
  });
}

async function answer({ place, context }: MediaRequest): Promise<Response> {
  const item = findMediaItem(place, context.state, false);
  const { url } = context.place;
  if (place.name === 'playlist.json') {
    const { type } = await findPlayable(item, place, context);
    return Response.json(playlistJson(item, type, url));
  }
  if (place.name === 'playlist.xspf') {
    return new Response(await xspf(item, url), { headers: { 'content-type': 'application/xspf+xml' } });
  }
  throw new WebRefusal(404, { summary: 'There is no such playlist: it is playlist.json, or playlist.xspf.' });
}

/**
 * An item's playlist, without a signature: at `/playlist/account=A/item=I/playlist.json`, where the
 * account may be left out (observed); `playlist.xspf` beside it is inferred.
 */
export const playlist = mediaRoute(['playlist'], answer);
