import { WebRefusal } from '../../web/web-refusal.js';
import { checkLink } from '../check-link.js';
import { type Clip, readClip } from '../clip.js';
import { findMediaItem } from '../find-media-item.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { findPlayable } from '../playable.js';
import { serveBlob } from '../serve-blob.js';
import { hlsFile } from './hls-file.js';
import { partUri } from './part-uri.js';
import { playlistAnswer } from './playlist-answer.js';
import type { Segment } from './segment.js';
import { writeHls } from './write-hls.js';

/** The segments that a clip touches: it is cut where segments begin, not within them. */
function clipped(segments: readonly Segment[], { start, end }: Clip): Segment[] {
  let from = 0;
  return segments.filter(({ duration }) => {
    const [begins, ends] = [from, from + duration];
    from = ends;
    return begins < end && ends > start;
  });
}

async function answer(asked: MediaRequest): Promise<Response> {
  const { request, target, place, context } = asked;
  const item = findMediaItem(place, context.state, true);
  checkLink(target, item, context);
  const clip = readClip(place);
  const playable = await findPlayable(item, place, context);
  const file = await hlsFile(playable, context.contents);
  if (file === undefined) {
    throw new WebRefusal(404, {
      summary: `A file of the type ${playable.type} is not played by HLS, or it is broken.`,
    });
  }
  if (!place.name.endsWith('.m3u8')) return serveBlob(request, file);
  const found = clipped(file.segments, clip);
  // The file that stands in for a longer item plays as a whole.
  const segments = found.length === 0 && playable.standsIn ? file.segments : found;
  if (segments.length === 0) {
    throw new WebRefusal(404, { summary: 'The clip begins behind the end of the recording.', argument: 'smartstart' });
  }
  return playlistAnswer(writeHls({ uri: partUri(place.name, file.extension, target), head: file.head, segments }));
}

/**
 * HLS, at `/hls/account=A/item=I/NAME.m3u8` (documented): a media playlist over parts of one file, which
 * lies beside it. A clip (`smartstart`, `smartend`) begins and ends with whole segments (inferred).
 */
export const hls = mediaRoute(['hls'], answer);
