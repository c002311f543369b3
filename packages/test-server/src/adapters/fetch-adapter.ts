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

/** Waits, but no longer than the caller. */
function wait(ms: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** A body that ends in an error half-way, as `fetch` shows a connection that broke. */
function brokenBody(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
}

function webResponse({ status, headers, body, misbehave }: RawResponse): Response {
  if (misbehave === 'truncated') return new Response(brokenBody(body), { status, headers: { ...headers } });
  return new Response(BODYLESS.has(status) ? null : body, { status, headers: { ...headers } });
}

/** Makes a `fetch` that is answered in process. It fails as a real one does: with a TypeError, or the signal's reason. */
export function fetchAdapter(
  answer: Answer,
  web: WebAnswer,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const target = targetOf(request);
    if (isWebTarget(target)) return web(request);
    const response = answer(await rawRequest(request, target));
    if (response.delay !== undefined) await wait(response.delay, request.signal);
    if (response.misbehave === 'hang') await wait(undefined, request.signal);
    if (response.misbehave === 'reset') throw new TypeError('fetch failed', { cause: new Error('connection reset') });
    return webResponse(response);
  };
}
