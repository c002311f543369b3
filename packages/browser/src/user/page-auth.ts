import type { Auth } from '@streamone/client/runtime';
import { type Credentials, InvalidArgumentError } from '@streamone/core';

const KEY = 'user({ id, psk: await importKey(typed) })';

function checked(credentials: Credentials): Credentials {
  if (credentials?.type === 'application' || credentials?.type === 'session') {
    throw new InvalidArgumentError({
      argument: 'auth',
      expected: `a person's own key: ${KEY}`,
      given: `credentials of ${credentials.type === 'session' ? 'a session' : 'an application'}`,
      advice: 'Whoever opens the page would have the key. Put it into a gateway: createGateway of @streamone/node.',
    });
  }
  if (credentials?.type === 'user' && typeof credentials.psk?.reveal() === 'string') {
    throw new InvalidArgumentError({ argument: 'auth', expected: KEY, given: 'a key as text' });
  }
  return credentials;
}

/**
 * Who signs, checked: only a person for themself, with a key that the page can't read.
 *
 * @throws InvalidArgumentError for an application, whose key must not be in a browser, and for a key as text
 */
export function pageAuth(auth: Auth): Auth {
  return typeof auth === 'function' ? async () => checked(await auth()) : checked(auth);
}
