import { actorKey } from '../cache/actor-key.js';
import type { ResolvedOptions } from '../options/resolve-options.js';
import { type AskedAt, askCredentials } from '../pipeline/ask-credentials.js';
import type { Actor } from './relay.js';

/**
 * Who acts: as the relay has it, else whoever signs.
 *
 * @throws InvalidArgumentError when a function for credentials fails or gives none
 */
export async function askActor({ relay, auth }: ResolvedOptions, place?: AskedAt): Promise<Actor> {
  if (relay !== undefined) return relay.actor();
  const credentials = await askCredentials(auth, place);
  return { key: actorKey(credentials), type: credentials.type };
}
