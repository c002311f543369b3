import type { World } from '../answer/world.js';
import { holdsToken } from '../rights/holds-token.js';
import { sameText } from '../signature/same-text.js';
import type { Item } from '../state/media-records.js';
import type { User } from '../state/records.js';
import { WebRefusal } from '../web/web-refusal.js';
import { explainLink } from './explain-link.js';
import { type SignedTarget, readSignedTarget } from './signed-target.js';

type Checked = Pick<World, 'state' | 'clock' | 'hmac' | 'place'>;

function refuse(summary: string, argument: string, more: object = {}): never {
  throw new WebRefusal(403, { summary, argument, ...more });
}

function findUser({ user: id }: SignedTarget, { state }: Checked): User {
  const user = state.users.get(id);
  if (user === undefined) return refuse('There is no user of the ID in signuser.', 'signuser', { received: id });
  return user.active ? user : refuse('The user in signuser is not active.', 'signuser', { received: id });
}

function checkTime({ until }: SignedTarget, { clock }: Checked): void {
  const late = Math.floor(clock.now() / 1000) - until;
  if (late > 0) refuse(`The link expired ${late} s ago, by the server's clock.`, 'signts', { secondsOff: late });
}

function checkToken(user: User, { account }: Item, { state }: Checked): void {
  const customer = state.accounts.get(account)?.customer;
  if (holdsToken(user, 'item-play', { account, customer }, state)) return;
  const summary = `The user has no role with the token "item-play" in account ${account}.`;
  refuse(summary, 'signuser', { token: 'item-play', accounts: [account] });
}

/**
 * Checks whether a media link may be used. A protected item needs a signed one; a signature that is
 * there must be right in any case (both inferred). Checked in this order: the user, the signature, the
 * time, the user's token `item-play` in the item's account (documented).
 *
 * @param target path and query as received
 * @throws WebRefusal (403) with what is wrong.
 */
export function checkLink(target: string, item: Item, world: Checked): void {
  const signed = readSignedTarget(target);
  if (signed === undefined) {
    if (!item.protected) return;
    refuse('The item is protected: its links must be signed (signuser, signts, signature).', 'signature');
  }
  if (signed === 'malformed') {
    refuse('A signed link has exactly one each of signuser, signts (UNIX time in seconds) and signature.', 'signature');
  }
  const user = findUser(signed, world);
  // The protocol says "lower-case hex" of it, which is inferred.
  if (!sameText(world.hmac(user.psk, signed.stringToSign), signed.signature)) {
    throw new WebRefusal(403, explainLink(signed, user.psk, world));
  }
  checkTime(signed, world);
  checkToken(user, item, world);
}
