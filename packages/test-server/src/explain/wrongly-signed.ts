import type { Caller } from '../answer/authenticate.js';
import type { Exchange } from '../answer/exchange.js';
import type { World } from '../answer/world.js';
import type { SignedParts } from '../signature/strings-to-sign.js';

/** A request whose signature is wrong. */
export interface WronglySigned {
  readonly parts: SignedParts;
  /** As received, decoded: a byte string. */
  readonly signature: string;
  /** Who it claims to be from, and so should be signed by. */
  readonly caller: Caller;
  /** The names of the arguments that the action has; none where there is no such action. */
  readonly known: () => readonly string[];
  readonly exchange: Pick<Exchange, 'request' | 'time'>;
  readonly world: Pick<World, 'state' | 'place' | 'keyedHmac' | 'sha1' | 'sha256'>;
}
