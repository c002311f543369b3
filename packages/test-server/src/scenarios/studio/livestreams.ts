import { posterPath } from '../../media/item-links.js';
import type { Livestream } from '../../state/media-records.js';

/** What is told about a live stream of the studio. */
export interface StudioLivestream {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly account: string;
  readonly active: boolean;
}

/** Makes a live stream. Its label is the one that was observed. */
export function makeLivestream({ id, title, description, account, active }: StudioLivestream): Livestream {
  return {
    id,
    title,
    description,
    type: { label: 'new-wowza-livestream', name: 'Live video' },
    thumbnail: posterPath(account, 'livestream', id),
    medialink: { hls: `/hlslive/account=${account}/livestream=${id}/live.m3u8` },
    account,
    active,
  };
}
