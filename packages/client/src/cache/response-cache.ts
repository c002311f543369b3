import type { ResponseHeader } from '@streamone/core';

/** A response as it is kept: as sent, to be decoded anew for whoever asks. */
export interface CachedResponse {
  readonly header: ResponseHeader;
  readonly body: unknown;
  readonly http: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
}

/**
 * Where answers are kept. Every implementation passes one suite of tests. What it rejects with does
 * not reach the caller: the client then asks the platform.
 */
export interface ResponseCache {
  /** The answer of this key; `undefined` when it is not there or its time is over. */
  get(key: string): Promise<CachedResponse | undefined>;
  /** Keeps an answer for as long as the cache's lifetime says. */
  set(key: string, response: CachedResponse): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
}
