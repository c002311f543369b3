import type { RawRequest, RawResponse } from './raw-request.js';

/** Answers `/__streamone/health`, by which a script waits for the server; `undefined` for any other path. */
export function healthResponse({ target }: RawRequest): RawResponse | undefined {
  if (target !== '/__streamone/health') return undefined;
  return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"ok"}' };
}
