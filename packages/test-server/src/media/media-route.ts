import { WEB_CORS, preflight } from '../web/cors.js';
import { targetOf } from '../web/target-of.js';
import type { WebContext, WebRoute } from '../web/web-route.js';
import { WebRefusal } from '../web/web-refusal.js';
import { type MediaPlace, readMediaPlace } from './media-place.js';

/** A request around media. */
export interface MediaRequest {
  readonly request: Request;
  /** Path and query as received. */
  readonly target: string;
  readonly place: MediaPlace;
  readonly context: WebContext;
}

/** Answers one. @throws WebRefusal where it can't. */
export type AnswerMedia = (asked: MediaRequest) => Response | Promise<Response>;

function refused(
  { httpStatus, explanation, headers }: WebRefusal,
  { explain, redaction }: WebContext,
  target: string,
): Response {
  // Why somebody may not see something is for the journal.
  const words =
    httpStatus === 403 && !explain ? 'Forbidden.' : redaction({ target, body: '' }).text(explanation.summary);
  const type = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(`${words}\n`, { status: httpStatus, headers: { ...headers, ...type } });
}

async function answered(request: Request, context: WebContext, answer: AnswerMedia): Promise<Response | WebRefusal> {
  const { method } = request;
  try {
    if (method === 'OPTIONS') return preflight('GET, HEAD, OPTIONS');
    if (method !== 'GET' && method !== 'HEAD') {
      throw new WebRefusal(405, { summary: 'Media is for GET and HEAD.' }, { allow: 'GET, HEAD, OPTIONS' });
    }
    const target = targetOf(request);
    const place = readMediaPlace(target.split('?', 1)[0] ?? '');
    return await answer({ request, target, place, context });
  } catch (error) {
    if (error instanceof WebRefusal) return error;
    throw error;
  }
}

/**
 * Makes a route for paths that begin with one of some segments. It takes GET and HEAD, may be asked
 * from every origin, since players are everywhere (inferred), and its requests are noted in the journal.
 */
export function mediaRoute(kinds: readonly string[], answer: AnswerMedia): WebRoute {
  return {
    takes: (path) => kinds.includes(path.split('/', 2)[1] ?? ''),
    async respond(request, context) {
      const started = performance.now();
      const target = targetOf(request);
      const found = await answered(request, context, answer);
      const response = found instanceof WebRefusal ? refused(found, context, target) : found;
      for (const [name, value] of WEB_CORS) response.headers.set(name, value);
      response.headers.set('x-content-type-options', 'nosniff');
      context.journal.note({
        method: request.method,
        target,
        httpStatus: response.status,
        durationMs: performance.now() - started,
        command: 'media',
        action: target.split(/[/?]/, 2)[1] ?? '',
        ...(found instanceof WebRefusal && { explanation: found.explanation }),
      });
      if (request.method !== 'HEAD') return response;
      await response.body?.cancel();
      return new Response(null, { status: response.status, headers: response.headers });
    },
  };
}
