import { writeWallClock } from '@streamone/core';
import { PLATFORM_ZONE } from '../../answer/envelope.js';
import type { Item } from '../../state/media-records.js';
import { shownLink } from '../shown-link.js';

/** The size that the one quality is said to have: that of the picture that stands in (inferred). */
const SIZE = { label: '180p', width: 320, height: 180 };

function date(at: Date): string {
  return writeWallClock(at, PLATFORM_ZONE);
}

/**
 * An item's playlist as JSON. Source: protocol, observed for the fields; that the dates are in the
 * platform's zone, the account is an ID, and what the labels and types say, is inferred.
 *
 * @param type of the file, as `video/mp4`
 */
export function playlistJson(item: Item, type: string, serverUrl: string): object {
  const { progressive, hls } = item.medialink;
  return {
    items: [
      {
        title: item.title,
        description: item.description,
        poster: shownLink(item.selectedthumbnailurl, serverUrl),
        duration: item.duration ?? 0,
        account: item.account,
        datecreated: date(item.datecreated),
        publishedstart: date(item.dateaired ?? item.datecreated),
        locations: {
          ...(hls && { adaptive: [{ type: 'application/vnd.apple.mpegurl', src: shownLink(hls, serverUrl) }] }),
          ...(progressive && {
            progressive: [{ ...SIZE, sources: [{ src: shownLink(progressive, serverUrl), type }] }],
          }),
        },
      },
    ],
  };
}
