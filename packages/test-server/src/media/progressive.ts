import { checkLink } from './check-link.js';
import { checkStart, readClip } from './clip.js';
import { findMediaItem } from './find-media-item.js';
import { type MediaRequest, mediaRoute } from './media-route.js';
import { findPlayable } from './playable.js';
import { serveBlob } from './serve-blob.js';

async function answer({ request, target, place, context }: MediaRequest): Promise<Response> {
  const item = findMediaItem(place, context.state, true);
  checkLink(target, item, context);
  readClip(place);
  checkStart(target.split('?').slice(1).join('?'));
  return serveBlob(request, await findPlayable(item, place, context));
}

/**
 * Files as they are, at `/progressive/account=A/item=I/NAME.mp4` (documented). `start` and a clip are
 * checked and change nothing: the whole file is sent (inferred).
 */
export const progressive = mediaRoute(['progressive'], answer);
