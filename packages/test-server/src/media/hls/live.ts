import { WebRefusal } from '../../web/web-refusal.js';
import { findLivestreamPlace } from '../find-livestream-place.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { serveBlob } from '../serve-blob.js';
import { standIn } from '../stand-in/stand-in.js';
import { hlsFile } from './hls-file.js';
import { liveSegments } from './live-segments.js';
import { partUri } from './part-uri.js';
import { playlistAnswer } from './playlist-answer.js';
import { writeHls } from './write-hls.js';

async function answer({ request, target, place, context }: MediaRequest): Promise<Response> {
  const livestream = findLivestreamPlace(place, context.state);
  if (!livestream.active) throw new WebRefusal(404, { summary: 'The live stream is not on the air.' });
  const file = await hlsFile(await standIn('video'), context.contents);
  if (file === undefined) throw new Error('The file that stands in for live streams is broken.');
  if (!place.name.endsWith('.m3u8')) return serveBlob(request, file);
  const shown = liveSegments(file.segments, context.clock.now());
  return playlistAnswer(writeHls({ uri: partUri(place.name, file.extension, target), head: file.head, ...shown }));
}

/**
 * Live streams, at `/hlslive/account=A/livestream=L/NAME.m3u8` (observed): a test picture over and over,
 * by the server's clock. They need no signature (inferred).
 */
export const live = mediaRoute(['hlslive'], answer);
