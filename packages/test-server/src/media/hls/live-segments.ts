import type { HlsPlaylist, ListedSegment } from './write-hls.js';
import type { Segment } from './segment.js';

/** How many segments a playlist of a live stream lists. */
const LISTED = 6;

/** Seconds of a week. */
const WEEK = 604_800;

/** What the playlist of a live stream lists at a moment. */
export type LiveWindow = Pick<HlsPlaylist, 'segments'> & Required<Pick<HlsPlaylist, 'live'>>;

/**
 * What a live stream that shows the same file over and over lists at a moment: the last segments that are over. It has run
 * since the beginning of the week before (which begin on Thursdays, as 1970 did): hls.js keeps a row as long as the number
 * of loops, and goes through all of it, which stood still for seconds with those since 1970.
 *
 * @param now milliseconds since 1970
 */
export function liveSegments(segments: readonly Segment[], now: number): LiveWindow {
  const loop = segments.reduce((sum, { duration }) => sum + duration, 0);
  const since1970 = Math.max(0, now / 1000);
  const seconds = since1970 < WEEK ? since1970 : (since1970 % WEEK) + WEEK;
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
