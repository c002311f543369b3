import { Status, isSecretName } from '@streamone/core';
import { cacheKey } from '../cache/cache-key.js';
import type { CachedResponse, ResponseCache } from '../cache/response-cache.js';
import type { Actor } from '../relay/relay.js';
import type { TransportResponse } from '../transport/transport.js';
import type { Answer } from './answer.js';
import type { CallRequest, PendingCall } from './pending-call.js';

/** What is told by no header that is kept. */
const NOT_KEPT = new Set(['set-cookie', 'connection', 'keep-alive']);

function keptHeaders({ headers }: TransportResponse): Record<string, string> {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  return Object.fromEntries(entries.filter(([name]) => !NOT_KEPT.has(name.toLowerCase())));
}

/** Whether it is an answer as it was kept: what lies in a shared cache may be anybody's. */
function isAnswer(kept: CachedResponse | undefined): kept is CachedResponse {
  const { header, http } = (kept ?? {}) as Partial<CachedResponse>;
  return header?.status === Status.OK && typeof http?.status === 'number' && typeof http.headers === 'object';
}

/** A cache that fails must not break a call: the platform is asked then. */
async function read(cache: ResponseCache, key: string): Promise<CachedResponse | undefined> {
  try {
    const kept: CachedResponse | undefined = await cache.get(key);
    return isAnswer(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function write(cache: ResponseCache, key: string, { header, body, http }: Answer): Promise<void> {
  try {
    await cache.set(key, { header, body, http: { status: http.status, headers: keptHeaders(http) } });
  } catch {
    // The answer is there all the same.
  }
}

/**
 * Whether the answer of a call may be kept at all, and looked for: that of a read, whose key would
 * hold no secret. What begins a session is never kept, whatever the server or the caller says of it.
 */
function isCacheable({ action, pairs }: CallRequest): boolean {
  return action.readOnly && action.command !== 'session' && !pairs.some(([name]) => isSecretName(name));
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
export async function recall(
  { request }: PendingCall,
  cache: ResponseCache,
  askWho: () => Promise<Actor>,
  ask: () => Promise<Answer>,
): Promise<Recalled> {
  if (!isCacheable(request)) return { answer: await ask(), cached: false };
  const { action, options, pairs, requestId } = request;
  const { url, scope, timezone } = options;
  const actor = await askWho();
  const path = `${action.command}/${action.action}`;
  const key = cacheKey({ url, actor: actor.key, scope, timezone, path, pairs });
  const kept = await read(cache, key);
  if (kept !== undefined) {
    const http = { ...kept.http, text: '' };
    return { answer: { header: kept.header, body: kept.body, http, attempts: 0, requestId }, cached: true };
  }
  const answer = await ask();
  if (answer.header.cacheable === true) await write(cache, key, answer);
  return { answer, cached: false };
}
