import type { Action } from '@streamone/core/catalogue';
import { type Envelope, askPlatform } from './ask-platform.js';
import { addressGroup } from './client-address.js';
import { GatewayRefusal } from './gateway-refusal.js';
import type { Visit } from './visit.js';

/**
 * Counts a step of a login, and gives the address of the person who takes it.
 *
 * @throws GatewayRefusal where nobody can log in, the address is not known, or there were too many steps from it
 */
export async function checkLoginStep(visit: Visit): Promise<string> {
  const { address, limiters } = visit;
  if (!(await visit.canLogIn())) {
    const message = 'Nobody can log in here: the gateway signs for a user, not for an application.';
    throw new GatewayRefusal('no-login', { message });
  }
  if (address === undefined) {
    const advice = 'Give it to the gateway with each request, gateway(request, { ip }), or set trustProxy.';
    throw new GatewayRefusal('no-address', { message: `The address of the person is not known. ${advice}` });
  }
  const retryAfter = limiters.login.take(addressGroup(address));
  if (retryAfter === 0) return address;
  throw new GatewayRefusal('rate-limited', { message: 'Too many logins from this address in a minute.', retryAfter });
}

/** Asks the platform, in the application's own name and in no account. @throws GatewayRefusal for a body without these texts */
export async function askForLogin(
  visit: Visit,
  action: Action,
  args: Readonly<Record<string, string>>,
  texts: readonly string[],
): Promise<{ readonly header: Envelope['header']; readonly body: Readonly<Record<string, unknown>> | undefined }> {
  const { options, signal } = visit;
  const nowhere = { account: undefined, accounts: undefined, customer: undefined };
  const caller = { client: options.client, session: undefined };
  const call = { action, arguments: args, options: { ...nowhere, cache: false, signal } as const };
  const { header, body } = await askPlatform(visit, caller, call);
  if (header.status !== 0) return { header, body: undefined };
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  if (texts.every((name) => typeof fields[name] === 'string' && fields[name] !== '')) return { header, body: fields };
  throw new GatewayRefusal('upstream-failed', {
    message: 'The platform gave no answer that can be used.',
    sent: 'yes',
    more: { reason: 'malformed' },
    cause: new Error(`${action.command}/${action.action} answered without one of ${texts.join(', ')}`),
  });
}
