/** What tabs tell each other: never who somebody is, which each asks the gateway for itself. */
export type TabMessage = 'login' | 'logout';

/** The other tabs of this site. */
export interface Tabs {
  tell(message: TabMessage): void;
  close(): void;
}

const isMessage = (given: unknown): given is TabMessage => given === 'login' || given === 'logout';

function byChannel(name: string, hear: (message: TabMessage) => void): Tabs {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isMessage(data)) hear(data);
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it is of one origin
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}

/** For browsers without channels: a change of the local storage is an event in every other tab. */
function byStorage(name: string, hear: (message: TabMessage) => void): Tabs {
  const changed = ({ key, newValue }: StorageEvent): void => {
    if (key === name && isMessage(newValue)) hear(newValue);
  };
  addEventListener('storage', changed);
  return {
    tell(message) {
      try {
        localStorage.setItem(name, message);
        // Gone at once: the next message must be a change again.
        localStorage.removeItem(name);
      } catch {
        // Storage may be forbidden or full; other tabs then find out at their next request.
      }
    },
    close: () => removeEventListener('storage', changed),
  };
}

const NOBODY: Tabs = { tell: () => undefined, close: () => undefined };

/**
 * Joins the tabs that use the same gateway.
 *
 * @param address the gateway's
 * @param hear told of what another tab says
 */
export function joinTabs(address: string, hear: (message: TabMessage) => void): Tabs {
  const name = `streamone ${address}`;
  // On a server there are none, and an open channel would keep its process from ending.
  if (typeof location === 'undefined') return NOBODY;
  if (typeof BroadcastChannel === 'function') return byChannel(name, hear);
  return typeof localStorage === 'undefined' ? NOBODY : byStorage(name, hear);
}
