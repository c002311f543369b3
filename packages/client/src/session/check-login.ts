import { type ApplicationCredentials, type Credentials, InvalidArgumentError } from '@streamone/core';
import type { LoginInput } from './login.js';

/**
 * Checks what a login needs, before anything is sent.
 *
 * @throws InvalidArgumentError naming what is missing; a password is never shown.
 */
export function checkLogin(input: LoginInput): void {
  for (const argument of ['username', 'password', 'ip'] as const) {
    const given: unknown = input[argument];
    if (typeof given === 'string' && given !== '') continue;
    throw new InvalidArgumentError({ argument, expected: 'a text that is not empty', given });
  }
}

/**
 * The application whose sessions a client can have. Sessions need application authentication; to ask
 * for one otherwise is a mistake in the program. Source: protocol, documented.
 *
 * @throws InvalidArgumentError when somebody else signs
 */
export function applicationOf(credentials: Credentials): ApplicationCredentials {
  if (credentials.type === 'application') return credentials;
  throw new InvalidArgumentError({
    argument: 'auth',
    expected: 'the credentials of an application, since sessions are for applications',
    given: `credentials of a ${credentials.type}`,
  });
}
