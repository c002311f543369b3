import type { SessionStore } from '@streamone/client';
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
    throw new GatewayRefusal('store-failed', { message: 'Sessions are not at hand. Try again.', retryAfter: 5, cause });
  } finally {
    clearTimeout(timer);
  }
}

/** A store whose failures are refusals of the gateway, and which is not waited for without end. */
export function limitedStore(store: SessionStore): SessionStore {
  return {
    load: (id) => within((async () => store.load(id))()),
    save: (session) => within((async () => store.save(session))()),
    remove: (id) => within((async () => store.remove(id))()),
  };
}
