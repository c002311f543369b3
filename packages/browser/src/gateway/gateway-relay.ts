import type { Relay } from '@streamone/client/runtime';
import { type Arguments, InvalidArgumentError, apiPath, checkArgumentName, encodeArgument } from '@streamone/core';
import type { SessionKeeper } from '../session/session-keeper.js';
import type { Gateway } from './gateway.js';
import { isRepeatable } from './gateway-error-of.js';

/** Arguments as they go over the wire: by name, each a text, `null` for one that is sent empty. */
function writeArguments(given: Arguments): Record<string, string | null> {
  const pairs = Array.isArray(given) ? (given as readonly (readonly [string, unknown])[]) : Object.entries(given);
  const written: [string, string | null][] = [];
  for (const [name, value] of pairs) {
    if (value === undefined) continue;
    try {
      checkArgumentName(name);
      written.push([name, value === null ? null : encodeArgument(value)]);
    } catch (error) {
      throw error instanceof InvalidArgumentError ? error.at({ argument: name }) : error;
    }
  }
  return Object.fromEntries(written);
}

/**
 * The gateway as one who signs and hands on: calls are posted to it as JSON, and what its answers say of the session
 * is noted. See docs/gateway-protocol.md.
 *
 * @param gateway where requests go
 */
export function gatewayRelay(gateway: Gateway, sessions: SessionKeeper): Relay {
  return {
    actor: () => sessions.actor,
    cacheFor: (cache) => sessions.cacheFor(cache),
    write({ command, action, arguments: args = {}, account, accounts, customer, timezone }) {
      gateway.checkReachable();
      const url = `${gateway.address}${apiPath(command, action)}`;
      const members = { arguments: writeArguments(args), account, accounts, customer, timezone };
      // What an answer says of the session holds for the one that the request was sent in.
      const sentIn = sessions.mark;
      return {
        wire: { url, headers: gateway.headers, body: JSON.stringify(members) },
        refusal({ status, text }, place) {
          const error = gateway.errorOf(status, text, place);
          if (error === undefined) return undefined;
          sessions.refused(error.code, sentIn);
          return { error, repeatable: isRepeatable(error) };
        },
        answered: (header) => sessions.answered(header, sentIn),
      };
    },
  };
}
