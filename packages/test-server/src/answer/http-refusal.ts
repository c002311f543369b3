import { LARGEST_BODY, LONGEST_TARGET, MOST_VARIABLES, type RawRequest, type RawResponse } from './raw-request.js';

function text(status: number, body: string, headers: Readonly<Record<string, string>> = {}): RawResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers }, body: `${body}\n` };
}

/** Refuses a path that is not of the API, with HTTP 404 as text. That the platform does so is inferred. */
export function notTheApi(): RawResponse {
  return text(404, 'Not found. The API is at /api/{command}/{action}, as in POST /api/item/view.');
}

/** Refuses what HTTP alone shows to be wrong: another method (405), a target (414) or a body (413) that is too large. */
export function refuseByHttp({ method, target, body }: RawRequest): RawResponse | undefined {
  if (target.length > LONGEST_TARGET) return text(414, `The request target is longer than ${LONGEST_TARGET} bytes.`);
  if (method !== 'POST') {
    // Whoever opens the server's address in a browser wants to look at it.
    const inspector = target === '/' ? ' What this server was asked, and has, shows at /__streamone/.' : '';
    return text(405, `The API takes POST only.${inspector}`, { allow: 'POST' });
  }
  if (body.length > LARGEST_BODY) {
    return text(413, `The body is larger than ${LARGEST_BODY} bytes.`, { connection: 'close' });
  }
  return undefined;
}

/** Refuses more variables than PHP reads, with HTTP 400: read by half, they would be another request. */
export function tooManyVariables(): RawResponse {
  return text(400, `More than ${MOST_VARIABLES} parameters or arguments.`);
}
