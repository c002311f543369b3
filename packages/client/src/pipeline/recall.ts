import { cacheKey } from '../cache/cache-key.js';
import type { CachedResponse, ResponseCache } from '../cache/response-cache.js';
import type { TransportResponse } from '../transport/transport.js';
import type { Answer } from './answer.js';
import { askCredentials } from './ask-credentials.js';
import type { PendingCall } from './pending-call.js';

/** What is told by no header that is kept. */
const NOT_KEPT = new Set(['set-cookie', 'connection', 'keep-alive']);

function keptHeaders({ headers }: TransportResponse): Record<string, string> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(entries.filter(([name]) => !NOT_KEPT.has(name)));
}

/** A cache that fails must not break a call: the platform is asked then. */
async function read(cache: ResponseCache, key: string): Promise<CachedResponse | undefined> {
  try {
    return await cache.get(key);
  } catch {
    return undefined;
  }
}

/** An answer, and whether it was kept. */
export interface Recalled {
  readonly answer: Answer;
  readonly cached: boolean;
}

/**
 * Answers a read from the cache where there is one, else asks and keeps what the platform calls
 * cacheable: only a success, and never a write. Source: protocol, observed (`cacheable`).
 */
export async function recall(call: PendingCall, cache: ResponseCache, ask: () => Promise<Answer>): Promise<Recalled> {
  const { action, options, pairs, requestId } = call.request;
  const { url, scope, timezone } = options;
  const credentials = await askCredentials(options.auth, call.place);
  const path = `${action.command}/${action.action}`;
  const key = cacheKey({ url, credentials, scope, timezone, path, pairs });
  const kept = await read(cache, key);
  if (kept !== undefined) {
    const http = { ...kept.http, text: '' };
    return { answer: { header: kept.header, body: kept.body, http, attempts: 0, requestId }, cached: true };
  }
  const answer = await ask();
  const { header, body, http } = answer;
  if (header.cacheable === true) {
    const response = { header, body, http: { status: http.status, headers: keptHeaders(http) } };
    await cache.set(key, response).catch(() => {});
  }
  return { answer, cached: false };
}
