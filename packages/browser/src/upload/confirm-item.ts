import type { BaseClient } from '@streamone/client/runtime';

const INTERVAL = 500;

/** How an item is asked for. */
export interface ConfirmOptions {
  readonly signal?: AbortSignal | undefined;
  readonly account?: string | undefined;
  /** How long, in milliseconds; 0 for not at all. */
  readonly timeout: number;
}

function hasMedia(item: unknown): boolean {
  const { medialink } = (item ?? {}) as { readonly medialink?: unknown };
  return typeof medialink === 'object' && medialink !== null && Object.values(medialink).some(Boolean);
}

/** Waits; no longer than until the signal says so. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
  });
}

/**
 * Asks for an item until it shows media, so that its upload must have arrived. That an item which can be played has a
 * media link is inferred.
 *
 * @returns false where it did not in time, or can't be asked for: that says nothing of the upload
 */
export async function confirmItem(
  client: BaseClient,
  item: string,
  { signal, account, timeout }: ConfirmOptions,
): Promise<boolean> {
  const started = performance.now();
  const options = { cache: false, read: true, paged: true, signal, ...(account !== undefined && { account }) } as const;
  for (const left = (): boolean => performance.now() - started < timeout; left();) {
    if (signal?.aborted === true) return false;
    try {
      // Archived items are left out unless one asks for both, and an upload is archived unless one says otherwise.
      const [found] = await client.call<unknown>('item/view', { item: [item], archived: null }, options);
      if (hasMedia(found)) return true;
    } catch {
      return false;
    }
    await pause(INTERVAL, signal);
  }
  return false;
}
