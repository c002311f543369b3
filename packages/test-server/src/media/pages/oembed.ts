import { WebRefusal } from '../../web/web-refusal.js';
import { findMediaItem } from '../find-media-item.js';
import { type MediaPlace, readMediaPlace } from '../media-place.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { posterPath } from '../item-links.js';
import { escapeHtml } from './escape-html.js';
import { embedUrl } from './page-urls.js';

/** The size of a player unless less is asked for (inferred). */
const WIDTH = 640;

function readPage(given: string | null): MediaPlace {
  if (given === null || !URL.canParse(given)) {
    const expected = 'the address of a player, percent-encoded';
    throw new WebRefusal(given === null ? 400 : 404, {
      summary: `url: expected ${expected}.`,
      argument: 'url',
      expected,
    });
  }
  // Whatever its host: other brands serve the same paths.
  const place = readMediaPlace(new URL(given).pathname);
  if (place.kind === 'embed') return place;
  throw new WebRefusal(404, {
    summary: 'The address is none of a player: its path begins with /embed/.',
    argument: 'url',
  });
}

/** A limit in pixels; infinite where there is none. */
function limit(query: URLSearchParams, name: string): number {
  const given = query.get(name);
  if (given === null) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  const expected = 'pixels, a whole number from 1';
  throw new WebRefusal(400, { summary: `${name}: expected ${expected}.`, argument: name, expected });
}

function answer({ target, context }: MediaRequest): Response {
  const query = new URLSearchParams(target.split('?').slice(1).join('?'));
  const format = query.get('format') ?? 'json';
  if (format !== 'json') throw new WebRefusal(501, { summary: 'oEmbed is answered as JSON alone: format=json.' });
  const width = Math.max(
    1,
    Math.floor(Math.min(WIDTH, limit(query, 'maxwidth'), (limit(query, 'maxheight') * 16) / 9)),
  );
  const height = Math.max(1, Math.floor((width * 9) / 16));
  const item = findMediaItem(readPage(query.get('url')), context.state, false);
  if (item.protected) throw new WebRefusal(401, { summary: 'The item is protected.' });
  const { url } = context.place;
  const player = embedUrl(url, item);
  const title = escapeHtml(item.title);
  const frame = `<iframe src="${escapeHtml(player)}" width="${width}" height="${height}" title="${title}" allowfullscreen></iframe>`;
  const thumbnail = `${url}${posterPath(item.account, 'item', item.id)}?size=${width}x${height}`;
  const account = context.state.accounts.get(item.account);
  return Response.json({
    version: '1.0',
    type: 'video',
    title: item.title,
    ...(item.author !== null && { author_name: item.author }),
    provider_name: account?.name ?? 'StreamOne test server',
    provider_url: url,
    cache_age: 0,
    thumbnail_url: thumbnail,
    thumbnail_width: width,
    thumbnail_height: height,
    html: frame,
    width,
    height,
  });
}

/** Describes a player as oEmbed 1.0 has it, at `/oembed?url=…&format=json` (observed); `maxwidth` and `maxheight` count (inferred). */
export const oembed = mediaRoute(['oembed'], answer);
