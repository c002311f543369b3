import { Status } from '@streamone/core';
import { Refusal } from '../answer/refusal.js';
import type { World } from '../answer/world.js';

type Clocked = Pick<World, 'state' | 'clock'>;

/** How many addresses are kept; the oldest goes first. */
const MOST_ADDRESSES = 10_000;

function recent(userip: string, { state, clock }: Clocked): readonly number[] {
  const from = clock.now() - state.failedLoginWindow * 1000;
  return (state.failedLogins.get(userip) ?? []).filter((time) => time > from && time <= clock.now());
}

/** Notes a failed login. */
export function noteFailedLogin(userip: string, world: Clocked): void {
  const { failedLogins } = world.state;
  const times = [...recent(userip, world), world.clock.now()];
  failedLogins.delete(userip);
  failedLogins.set(userip, times);
  const [oldest] = failedLogins.keys();
  if (failedLogins.size > MOST_ADDRESSES && oldest !== undefined) failedLogins.delete(oldest);
}

/**
 * Refuses an address from which too many logins failed within the window. It opens again by itself
 * when the oldest of them is out of the window. That failures are counted by address and answered
 * with this status is documented; their number and the window are inferred.
 *
 * @throws Refusal with 8.
 */
export function checkLoginThrottle(userip: string, world: Clocked): void {
  const { maxFailedLogins, failedLoginWindow } = world.state;
  const times = recent(userip, world);
  const [oldest] = times.slice(-maxFailedLogins);
  if (times.length < maxFailedLogins || oldest === undefined) return;
  const wait = Math.ceil((oldest + failedLoginWindow * 1000 - world.clock.now()) / 1000);
  throw new Refusal(Status.RATE_LIMITED, {
    summary:
      `${times.length} logins from "${userip}" failed within ${failedLoginWindow} seconds, ` +
      `and ${maxFailedLogins} are allowed; it opens again in ${wait} seconds.`,
    argument: 'userip',
    received: userip,
  });
}
