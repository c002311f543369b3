import { type ApplicationCredentials, type Credentials, InvalidArgumentError } from '@streamone/core';
import type { LoginInput } from './login.js';

/**
 * Checks what a login needs, before anything is sent.
 *
 * @throws InvalidArgumentError naming what is missing; a password is never shown.
 */
export function checkLogin(input: LoginInput): void {
  for (const argument of ['username', 'password', 'ip'] as const) {
    const given: unknown = (input as LoginInput | undefined | null)?.[argument];
    if (typeof given === 'string' && given !== '') continue;
    throw new InvalidArgumentError({ argument, expected: 'a text that is not empty', given });
  }
}

/**
 * Checks the way to log in again.
 *
 * @throws InvalidArgumentError when it is no function.
 */
export function checkRelogin(relogin: unknown): void {
  if (relogin === undefined || typeof relogin === 'function') return;
  throw new InvalidArgumentError({
    argument: 'relogin',
    expected: 'a function that gives { username, password, ip }',
    given: relogin,
  });
}

/**
 * The application whose sessions a client can have. Sessions need application authentication; to ask
 * for one otherwise is a mistake in the program. Source: protocol, documented.
 *
 * @throws InvalidArgumentError when somebody else signs, or the application's key can't be joined with a session's.
 */
export function applicationOf(credentials: Credentials): ApplicationCredentials {
  if (credentials.type !== 'application') {
    throw new InvalidArgumentError({
      argument: 'auth',
      expected: 'the credentials of an application, since sessions are for applications',
      given: `credentials of a ${credentials.type}`,
    });
  }
  if (typeof credentials.psk.reveal() === 'string') return credentials;
  throw new InvalidArgumentError({
    argument: 'auth',
    expected: "an application's pre-shared key as text, since a session signs with it and its own key joined",
    given: 'a CryptoKey',
  });
}
