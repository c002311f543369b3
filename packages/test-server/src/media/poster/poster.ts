import type { MediaFile } from '../../state/media-records.js';
import { WebRefusal } from '../../web/web-refusal.js';
import { findLivestreamPlace } from '../find-livestream-place.js';
import { findMediaItem } from '../find-media-item.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { serveBlob } from '../serve-blob.js';
import { posterJpeg } from './poster-jpeg.js';
import { readPosterSize, usualPosterSize } from './poster-size.js';

/** How many stills an item has (inferred). */
const STILLS = 10;

const NAME = /^(?:poster|([1-9]\d{0,3}))\.jpg$/;

/** The uploaded picture: the chosen one for `poster`, else by its number among them. */
function uploaded({ context }: MediaRequest, item: string, number: number | undefined): MediaFile | undefined {
  const pictures = [...context.state.files].filter((file) => file.item === item && file.kind === 'thumbnail');
  return number === undefined ? pictures.find(({ selected }) => selected) : pictures[number - 1];
}

async function answer(asked: MediaRequest): Promise<Response> {
  const { request, target, place, context } = asked;
  const [found, still] = NAME.exec(place.name) ?? [];
  const number = still === undefined ? undefined : Number(still);
  if (found === undefined || (number !== undefined && number > STILLS)) {
    const expected = `poster.jpg, or a number from 1 to ${STILLS}`;
    throw new WebRefusal(404, { summary: `There is no such picture: ${expected}.`, expected });
  }
  const live = place.parts.has('livestream');
  const { id } = live ? findLivestreamPlace(place, context.state) : findMediaItem(place, context.state, true);
  const size = readPosterSize(new URLSearchParams(target.split('?').slice(1).join('?')));
  const picture = live ? undefined : uploaded(asked, id, number);
  const content = picture && context.contents.get(picture.content);
  if (picture !== undefined && content !== undefined) {
    return serveBlob(request, { blob: content, type: picture.type, tag: picture.content });
  }
  const jpeg = await posterJpeg(`${id} ${number ?? 'poster'}`, size ?? usualPosterSize(), request.signal);
  const { width, height } = size ?? usualPosterSize();
  const tag = `poster-${id}-${number ?? 0}-${width}x${height}`;
  return serveBlob(request, { blob: new Blob([jpeg]), type: 'image/jpeg', tag });
}

/**
 * Posters, at `/thumbnail/account=A/item=I/NAME.jpg`, of items and live streams; the path before
 * `account` is not known (inferred). An uploaded picture is served as it is, whatever size is asked
 * for; else one is drawn.
 */
export const poster = mediaRoute(['thumbnail'], answer);
