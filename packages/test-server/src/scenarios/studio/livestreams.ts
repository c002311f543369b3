import type { Livestream } from '../../state/media-records.js';

const MEDIA = 'https://media.streamonecloud.net';

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
  const place = `account=${account}/livestream=${id}`;
  return {
    id,
    title,
    description,
    type: { label: 'new-wowza-livestream', name: 'Live video' },
    thumbnail: `${MEDIA}/thumbnail/${place}/poster.jpg`,
    medialink: { hls: `${MEDIA}/hlslive/${place}/live.m3u8` },
    account,
    active,
  };
}
