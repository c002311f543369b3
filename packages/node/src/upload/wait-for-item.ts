import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamOneClient } from '@streamone/client';
import { rawCall } from '@streamone/client/gateway';
import { AbortedError, InvalidArgumentError, Status, TimeoutError, createApiError } from '@streamone/core';
import { type Item, itemView } from '@streamone/core/catalogue';

/** How an item is waited for. */
export interface WaitForItemOptions {
  /** What is waited for; an item that can be played, unless given. */
  readonly until?: ((item: Item) => boolean | Promise<boolean>) | undefined;
  /** Ends the waiting, with an AbortedError. */
  readonly signal?: AbortSignal | undefined;
  /** How long is waited at most, in milliseconds; 600,000 unless given. */
  readonly timeout?: number | undefined;
  /** How long the first wait is, in milliseconds; 1000 unless given. Later ones are longer, up to ten times. */
  readonly interval?: number | undefined;
  /** The account that the item is in; the client's own unless given. */
  readonly account?: string | undefined;
}

const GROWTH = 1.5;
const LONGEST = 10;

function isPlayable({ medialink }: Item): boolean {
  return medialink !== undefined && medialink !== null && Object.values(medialink).some(Boolean);
}

/**
 * Asks for an item until it is as one wants it, as after an upload, when the platform still works on the file. How
 * long that takes, and by what it shows, is not known: that an item which can be played has a media link is inferred.
 *
 * @throws NotFoundError when there is no such item; TimeoutError when it takes too long; what the call throws
 */
export async function waitForItem(
  client: StreamOneClient,
  itemId: string,
  { until = isPlayable, signal, timeout = 600_000, interval = 1000, account }: WaitForItemOptions = {},
): Promise<Item> {
  if (!(interval > 0)) {
    throw new InvalidArgumentError({ argument: 'interval', expected: 'milliseconds, more than 0', given: interval });
  }
  const place = { command: 'item', action: 'view' };
  const started = performance.now();
  for (let wait = interval, attempts = 1; ; attempts++) {
    // Archived items are left out unless one asks for both, and an upload is archived unless one says otherwise.
    const args = { item: itemId, archived: null };
    const options = { cache: false, signal, ...(account && { account }) } as const;
    const { body, header, requestId } = await rawCall(client, { action: itemView, arguments: args, options });
    // Whatever commands the client was given, and whatever of the item is not as declared.
    const [item] = itemView.output.read(body, { timezone: header.timezone, mismatches: [] });
    if (item === undefined) {
      const missing = { status: Status.ITEM_NOT_FOUND, statusmessage: '' };
      throw createApiError({ ...place, requestId, attempts, header: missing, body: null });
    }
    if (await until(item)) return item;
    const left = timeout - (performance.now() - started);
    if (left <= 0) {
      const reason = `the item ${itemId} was not as it was waited for within ${timeout} ms`;
      throw new TimeoutError({ ...place, requestId, attempts, sent: 'yes', limit: 'total', timeout, reason });
    }
    try {
      await sleep(Math.min(wait, left), undefined, { signal });
    } catch {
      throw new AbortedError({
        ...place,
        requestId,
        attempts,
        sent: 'yes',
        reason: 'the caller ended the waiting',
        cause: signal?.reason,
      });
    }
    wait = Math.min(wait * GROWTH, interval * LONGEST);
  }
}
