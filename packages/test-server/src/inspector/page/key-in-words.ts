import type { Entry } from './server-types.js';

/** Which key a request must be signed with, in words; `undefined` where it does not say who it is from. */
export function keyInWords({ actor, parameters }: Pick<Entry, 'actor' | 'parameters'>): string | undefined {
  if (actor === undefined) return undefined;
  const psk = `the pre-shared key (PSK) of ${actor.type} "${actor.id}"`;
  const { session } = parameters;
  if (actor.type !== 'application' || typeof session !== 'string') return psk;
  return `${psk}, immediately followed by the key of session "${session}"`;
}
