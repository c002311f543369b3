import type { PageLock } from './page-lock.js';
import type { QueueEntry, StoredUpload } from './queue-entry.js';

/** How long the entries of a page that is gone are left to it, in milliseconds: it may only be loaded again. */
const GRACE = 3000;

/** What other pages have in the queue of the same person. */
export interface OtherPages {
  /** Tells them that what is kept has changed. */
  tell(): void;
  /** Has it told when a page is gone. */
  watch(owners: Iterable<string>): void;
  close(): void;
}

/** Entries that other pages work on, as they are shown here. */
export function entriesElsewhere(kept: readonly StoredUpload[]): readonly QueueEntry[] {
  return kept.map(({ owner: _owner, handle: _handle, ...entry }) => ({ ...entry, sent: 0, elsewhere: true }));
}

/**
 * Joins the pages that show the queue of a person.
 *
 * @param changed called when one of them has changed what is kept
 * @param gone called when one of them is gone, and was for long enough to have been loaded again
 */
export function joinPages(scope: string, lock: PageLock, changed: () => void, gone: () => void): OtherPages {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(scope) : undefined;
  const closing = new AbortController();
  const watched = new Set<string>();
  channel?.addEventListener('message', changed);
  const watch = async (owner: string): Promise<void> => {
    await lock.gone(owner, closing.signal);
    await new Promise((resolve) => setTimeout(resolve, GRACE));
    watched.delete(owner);
    if (!closing.signal.aborted) gone();
  };
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is of one origin
    tell: () => channel?.postMessage('changed'),
    watch(owners) {
      for (const owner of owners) {
        if (watched.has(owner)) continue;
        watched.add(owner);
        // Ended with the queue.
        watch(owner).catch(() => undefined);
      }
    },
    close() {
      closing.abort();
      channel?.close();
    },
  };
}
