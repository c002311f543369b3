/** How a recording is delivered; each is also the first segment of its links. Source: protocol, documented. */
export type MediaType = 'progressive' | 'hls' | 'dash' | 'hds' | 'smooth';

/** How a livestream is delivered. Source: protocol; `hls` is observed, the others are inferred from it. */
export type LiveMediaType = Exclude<MediaType, 'progressive'>;

/** What the file name of each type ends with; for Smooth it is the whole name. Source: protocol, documented. */
export const FILE_ENDINGS: Readonly<Record<MediaType, string>> = {
  progressive: '.mp4',
  hls: '.m3u8',
  dash: '.mpd',
  hds: '.f4m',
  smooth: 'Manifest',
};

/** Where media links lead unless a host is given. Source: protocol, documented. */
export const MEDIA_HOST = 'media.streamonecloud.net';

/** Where players, oEmbed and playlists as JSON are. Source: protocol, observed. */
export const CONTENT_HOST = 'content.streamonecloud.net';
