import type { Segment } from './segment.js';

/** A segment in a playlist. */
export interface ListedSegment extends Segment {
  /** Whether something else begins with it, so that times start anew. */
  readonly discontinuity?: boolean;
}

/** What a media playlist of HLS says. */
export interface HlsPlaylist {
  /** The address of the file, relative to the playlist's. */
  readonly uri: string;
  /** How many bytes at its beginning say what it is. */
  readonly head: number;
  readonly segments: readonly ListedSegment[];
  /** Of a live stream: the number of the first segment, and how often something else began before it. */
  readonly live?: { readonly sequence: number; readonly discontinuities: number };
}

function* lines({ uri, head, segments, live }: HlsPlaylist): Generator<string> {
  const longest = Math.max(1, ...segments.map(({ duration }) => duration));
  yield '#EXTM3U';
  yield '#EXT-X-VERSION:7';
  yield `#EXT-X-TARGETDURATION:${Math.ceil(longest)}`;
  yield `#EXT-X-MEDIA-SEQUENCE:${live?.sequence ?? 0}`;
  if (live === undefined) yield '#EXT-X-PLAYLIST-TYPE:VOD';
  else yield `#EXT-X-DISCONTINUITY-SEQUENCE:${live.discontinuities}`;
  for (const [index, { offset, length, duration, discontinuity = false }] of segments.entries()) {
    if (discontinuity) yield '#EXT-X-DISCONTINUITY';
    if (head > 0 && (index === 0 || discontinuity)) yield `#EXT-X-MAP:URI="${uri}",BYTERANGE="${head}@0"`;
    yield `#EXTINF:${duration.toFixed(6)},`;
    yield `#EXT-X-BYTERANGE:${length}@${offset}`;
    yield uri;
  }
  if (live === undefined) yield '#EXT-X-ENDLIST';
}

/** Writes a media playlist (RFC 8216) over the parts of one file. */
export function writeHls(playlist: HlsPlaylist): string {
  return `${[...lines(playlist)].join('\n')}\n`;
}
