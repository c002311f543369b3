import { type Fetch, type RuntimeParts, fetchTransport } from '@streamone/client/runtime';
import { InvalidArgumentError } from '@streamone/core';
import type { GatewayClientOptions } from '../browser-client.js';
import type { LoginInput } from '../login/login.js';
import type { PersonAccess } from '../session/person-access.js';
import type { PersonSession, SessionEvents } from '../session/person-session.js';
import { SessionKeeper } from '../session/session-keeper.js';
import { uploadMembers } from '../upload/upload-members.js';
import { gatewayAt } from './gateway.js';
import { gatewayAddress, pageOrigin } from './gateway-address.js';
import { gatewayRelay } from './gateway-relay.js';

/** The parts of a client that a gateway brings. */
export type GatewayParts = Pick<RuntimeParts, 'members' | 'properties' | 'relay' | 'transport'>;

type Settings = Pick<GatewayClientOptions, 'cache' | 'clock' | 'fetch' | 'gateway' | 'loginWorker' | 'timeout'>;

function checkFunction(argument: string, given: unknown): void {
  if (given === undefined || typeof given === 'function') return;
  throw new InvalidArgumentError({ argument, expected: 'a function', given });
}

/**
 * What a client with a gateway is made of, and the gateway's whole address.
 *
 * @throws InvalidArgumentError naming the option that is wrong
 */
export function gatewayParts({
  gateway: where = '/streamone',
  fetch,
  loginWorker,
  cache,
  clock = Date.now,
}: Settings): {
  readonly parts: GatewayParts;
  readonly address: string;
} {
  checkFunction('loginWorker', loginWorker);
  checkFunction('fetch', fetch);
  checkFunction('clock', clock);
  const address = gatewayAddress(where, pageOrigin());
  // Looked up at each request, so that a fetch which is replaced later (by a test, by tracing) is used.
  const send: Fetch = (url, init) => (fetch ?? globalThis.fetch)(url, init);
  const transport = fetchTransport(send, 'same-origin');
  const gateway = gatewayAt(address, transport);
  const sessions = new SessionKeeper(clock, cache === false ? undefined : cache, () => {
    // Where the gateway can't be asked now, the next request tells.
    person()
      .then((access) => access.resume())
      .catch(() => undefined);
  });
  let loaded: Promise<PersonAccess> | undefined;
  // A page that shows what anybody may see never loads what a login needs.
  const person = async (): Promise<PersonAccess> => {
    loaded ??= import('../session/person-access.js').then(({ PersonAccess: Access }) => {
      return new Access({ gateway, sessions, startWorker: loginWorker });
    });
    // A file that did not come is asked for again.
    return loaded.catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
  };
  const close = async (): Promise<void> => {
    sessions.close();
    await loaded?.then((access) => access.close());
  };
  const parts: GatewayParts = {
    transport: { send: (request) => transport.send(request), close },
    relay: gatewayRelay(gateway, sessions),
    members: {
      login: async (_client, input: LoginInput): Promise<PersonSession> => (await person()).login(input),
      resume: async (): Promise<PersonSession | null> => (await person()).resume(),
      logout: async (): Promise<void> => (await person()).logout(),
      on: <Name extends keyof SessionEvents>(_client: unknown, event: Name, listener: SessionEvents[Name]) => {
        const end = sessions.listeners.on(event, listener);
        // Without other tabs it is told of this one.
        person().then(
          (access) => access.join(),
          () => undefined,
        );
        return end;
      },
      ...uploadMembers({ gateway, sessions }),
    },
    properties: { session: () => sessions.current },
  };
  return { parts, address };
}
