import type { HlsPlaylist, ListedSegment } from './write-hls.js';
import type { Segment } from './segment.js';

/** How many segments a playlist of a live stream lists. */
const LISTED = 6;

/** What the playlist of a live stream lists at a moment. */
export type LiveWindow = Pick<HlsPlaylist, 'segments'> & Required<Pick<HlsPlaylist, 'live'>>;

/**
 * What a live stream that shows the same file over and over, since 1970, lists at a moment: the last
 * segments that are over.
 *
 * @param now milliseconds since 1970
 */
export function liveSegments(segments: readonly Segment[], now: number): LiveWindow {
  const loop = segments.reduce((sum, { duration }) => sum + duration, 0);
  const seconds = Math.max(0, now / 1000);
  const loops = Math.floor(seconds / loop);
  let left = seconds - loops * loop;
  let over = 0;
  for (const { duration } of segments) {
    if (duration > left) break;
    left -= duration;
    over++;
  }
  const end = loops * segments.length + over;
  const sequence = Math.max(0, end - LISTED);
  const listed: ListedSegment[] = [];
  for (let number = sequence; number < end; number++) {
    const at = number % segments.length;
    const segment = segments[at];
    if (segment !== undefined) listed.push({ ...segment, discontinuity: at === 0 && number > 0 });
  }
  // Every loop but the first begins with a discontinuity; the one before the first segment listed is still told.
  const begun = Math.floor(sequence / segments.length);
  const told = listed[0]?.discontinuity ? 1 : 0;
  return { segments: listed, live: { sequence, discontinuities: begun - told } };
}
