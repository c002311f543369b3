import { control } from '../control/control.js';
import { hls } from '../media/hls/hls.js';
import { live } from '../media/hls/live.js';
import { otherTypes } from '../media/other-types.js';
import { embed } from '../media/pages/embed.js';
import { oembed } from '../media/pages/oembed.js';
import { playlist } from '../media/pages/playlist.js';
import { poster } from '../media/poster/poster.js';
import { progressive } from '../media/progressive.js';
import { upload } from '../uploads/upload.js';
import { failureText, isUnanswered } from './is-unanswered.js';
import { targetOf } from './target-of.js';
import type { WebContext, WebRoute } from './web-route.js';

/** Everything that is answered beside the API; the first that takes a path answers. */
const routes: readonly WebRoute[] = [
  control,
  upload,
  progressive,
  hls,
  live,
  otherTypes,
  poster,
  embed,
  oembed,
  playlist,
];

function text(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

/** Answers a request beside the API. Rejects only when there is to be no answer: on order of a fault, or when nobody waits for it. */
export async function respond(request: Request, context: WebContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const route = routes.find((candidate) => candidate.takes(pathname));
  if (route === undefined) return text(404, 'Not found.');
  try {
    return await route.respond(request, context);
  } catch (error) {
    if (isUnanswered(error, request)) throw error;
    const mask = context.redaction({ target: targetOf(request), body: '' });
    return text(500, mask.text(failureText(error)));
  }
}
