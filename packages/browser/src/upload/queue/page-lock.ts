import { newId } from './new-id.js';

/** Which pages are alive, told by the locks that each of them holds. */
export interface PageLock {
  /** This page. */
  readonly id: string;
  /** Whether another page of this ID is there. Without the browser's locks none is. */
  isAlive(id: string): Promise<boolean>;
  /** Settles when another page is gone. Rejects upon the signal. */
  gone(id: string, signal: AbortSignal): Promise<void>;
  /** Runs work that no other page may do at the same time. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Lets others take over what was this page's. */
  release(): void;
}

/** `Promise.withResolvers`, which is younger than ES2023. */
function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let settle: (() => void) | undefined;
  const promise = new Promise<void>((resolve) => (settle = resolve));
  return { promise, resolve: () => settle?.() };
}

/** Takes the lock of a page, which the browser lets go of when the page is gone, however that came. */
export async function pageLock(scope: string): Promise<PageLock> {
  const id = newId();
  const { locks } = navigator as { readonly locks?: LockManager };
  const nameOf = (page: string): string => `${scope}:${page}`;
  const { promise: held, resolve: release } = withResolvers();
  if (locks !== undefined) {
    await new Promise<void>((taken, failed) => {
      locks
        .request(nameOf(id), () => {
          taken();
          return held;
        })
        .catch(failed);
    });
  }
  return {
    id,
    async isAlive(page) {
      const names = ((await locks?.query())?.held ?? []).map(({ name }) => name);
      return page !== id && names.includes(nameOf(page));
    },
    gone: async (page, signal) => {
      await locks?.request(nameOf(page), { signal }, () => undefined);
    },
    alone: async (work) => {
      await (locks === undefined ? work() : locks.request(scope, work));
    },
    release,
  };
}
