import { WebRefusal } from '../../web/web-refusal.js';
import { findMediaItem } from '../find-media-item.js';
import { type MediaRequest, mediaRoute } from '../media-route.js';
import { findPlayable } from '../playable.js';
import { EMBED_POLICY, writeEmbedPage } from './embed-page.js';
import { embedUrl, oembedUrl } from './page-urls.js';

async function answer({ place, context }: MediaRequest): Promise<Response> {
  const item = findMediaItem(place, context.state, false);
  if (place.name !== '' && !place.name.endsWith('.html')) {
    throw new WebRefusal(404, { summary: 'The name of the page ends with ".html", or is left out.' });
  }
  if (item.protected) throw new WebRefusal(403, { summary: 'The item is protected: it plays by signed links alone.' });
  const { type } = await findPlayable(item, place, context);
  const { url } = context.place;
  const page = writeEmbedPage({
    title: item.title,
    kind: item.type === 'audio' ? 'audio' : 'video',
    // By its path alone: the page may be reached by another name of the server.
    source: {
      url: item.medialink.progressive ?? `/progressive/account=${item.account}/item=${item.id}/media.mp4`,
      type,
    },
    poster: item.selectedthumbnailurl,
    oembed: oembedUrl(url, embedUrl(url, item)),
  });
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': EMBED_POLICY,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  };
  return new Response(page, { headers });
}

/**
 * A page that plays an item, at `/embed/account=A/item=I/NAME.html`; the account and the name may be
 * left out (observed). A protected item has none (inferred).
 */
export const embed = mediaRoute(['embed'], answer);
