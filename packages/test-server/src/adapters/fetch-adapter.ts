import type { Answer } from '../answer/answer.js';
import { LARGEST_BODY, type RawRequest, type RawResponse } from '../answer/raw-request.js';
import { byteString } from '../form/byte-string.js';
import { type WebAnswer, isWebTarget } from '../web/web-answer.js';

/** HTTP statuses whose answers have no body; `Response` refuses one. */
const BODYLESS: ReadonlySet<number> = new Set([204, 205, 304]);

async function rawRequest(request: Request, target: string): Promise<RawRequest> {
  const body = new Uint8Array(await request.arrayBuffer());
  return {
    method: request.method,
    target,
    headers: Object.fromEntries(request.headers),
    body: byteString(body.subarray(0, LARGEST_BODY + 1)),
  };
}

/** Path and query. Not pathname and search: a "?" with nothing behind it counts. */
function targetOf({ url }: Request): string {
  return url.slice(new URL(url).origin.length).split('#', 1)[0] ?? '/';
}

function webResponse({ status, headers, body }: RawResponse): Response {
  return new Response(BODYLESS.has(status) ? null : body, { status, headers: { ...headers } });
}

/**
 * Makes a `fetch` that is answered in process. It fails as a real one does: with a TypeError, or the signal's reason.
 *
 * @param closing ends what waits on purpose
 */
export function fetchAdapter(
  answer: Answer,
  web: WebAnswer,
  closing: AbortSignal,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const target = targetOf(request);
    if (isWebTarget(target)) return web(request);
    const response = answer(await rawRequest(request, target));
    if (response.misbehave !== undefined) {
      const { misbehaveInProcess } = await import('./misbehave-in-process.js');
      const signal = AbortSignal.any([request.signal, closing]);
      return misbehaveInProcess(response.misbehave, response, () => webResponse(response), signal);
    }
    return webResponse(response);
  };
}
