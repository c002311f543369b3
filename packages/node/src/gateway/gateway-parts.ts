import { lookInside } from '@streamone/client/gateway';
import { ConcurrencyGate } from './concurrency-gate.js';
import { KeptSessions } from './kept-sessions.js';
import { PendingLogins } from './pending-logins.js';
import { RateLimiter } from './rate-limiter.js';
import type { ResolvedGatewayOptions } from './resolve-gateway-options.js';
import type { GatewayParts } from './visit.js';

/** Who signs is asked once: it may change its key, but not what it is. */
function asksOnce({ client }: ResolvedGatewayOptions): () => Promise<boolean> {
  let known: boolean | undefined;
  return async () => {
    if (known === undefined) {
      const { auth } = lookInside(client).options;
      const { type } = typeof auth === 'function' ? await auth() : auth;
      known = type === 'application';
    }
    return known;
  };
}

/** Makes what a gateway keeps for as long as it lives. */
export function gatewayParts(options: ResolvedGatewayOptions): GatewayParts {
  const { limits, clock } = options;
  return {
    options,
    sessions: new KeptSessions({ store: options.sessions, limits, clock }),
    logins: new PendingLogins(options.logins, clock),
    gate: new ConcurrencyGate(limits.concurrent, limits.concurrentPerPerson),
    // People behind one address send bodies that are there in a moment; a quarter of the room is plenty for them.
    bodies: new ConcurrencyGate(limits.concurrent, Math.max(limits.concurrentPerPerson, limits.concurrent >> 2)),
    limiters: {
      address: new RateLimiter(limits.addressPerMinute, clock),
      person: new RateLimiter(limits.personPerMinute, clock),
      login: new RateLimiter(limits.loginsPerMinute, clock),
    },
    canLogIn: asksOnce(options),
  };
}
