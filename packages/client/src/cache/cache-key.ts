import type { ScopeOptions } from '../options/client-options.js';

/** What makes one answer differ from another. */
export interface CacheQuestion {
  readonly url: string;
  /** Who acts, as `actorKey` tells it. */
  readonly actor: string;
  readonly scope: ScopeOptions;
  readonly timezone: string | undefined;
  /** `command/action` */
  readonly path: string;
  readonly pairs: readonly (readonly [string, unknown])[];
}

/**
 * The key of an answer: it holds everything that makes the answer differ. (Caches of other SDKs
 * leave the actor out, and one user sees another's answers.) It holds no key and no signature.
 */
export function cacheKey({ url, actor, scope, timezone, path, pairs }: CacheQuestion): string {
  const { account, accounts, customer } = scope;
  const where = [account ?? null, accounts ?? null, customer ?? null];
  return JSON.stringify([url, actor, where, timezone ?? null, path, pairs]);
}
