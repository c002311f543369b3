import type { SessionStore } from '@streamone/client';
import { isStoreError } from '../stores/store-error.js';
import { GatewayRefusal } from './gateway-refusal.js';

/** How long a store may take for one step, in milliseconds. */
const LONGEST = 10_000;

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${LONGEST} ms`)), LONGEST);
  });
  try {
    return await Promise.race([work, tooLate]);
  } catch (cause) {
    // To try again would not help: who asked tells it as what it is, a session that is none any more.
    if (isStoreError(cause) && cause.unreadable) throw cause;
    throw new GatewayRefusal('store-failed', { message: 'Sessions are not at hand. Try again.', retryAfter: 5, cause });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A store whose failures are refusals of the gateway, and which is not waited for without end. Of its own errors only the
 * `StoreError` of a record that can't be read comes through.
 */
export function limitedStore(store: SessionStore): SessionStore {
  return {
    load: (id) => within((async () => store.load(id))()),
    save: (session) => within((async () => store.save(session))()),
    remove: (id) => within((async () => store.remove(id))()),
  };
}
