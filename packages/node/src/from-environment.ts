import type { ClientOptions } from '@streamone/client';
import { InvalidArgumentError, application, user } from '@streamone/core';

/** The variables that are read; the names are those of the vendor's package for Laravel. */
export interface Environment {
  /** The API's address. */
  readonly STREAMONE_API_URL?: string | undefined;
  /** `user` or `application`; told by the ID that is set unless given. */
  readonly STREAMONE_AUTH_TYPE?: string | undefined;
  readonly STREAMONE_USER_ID?: string | undefined;
  readonly STREAMONE_USER_PSK?: string | undefined;
  readonly STREAMONE_APP_ID?: string | undefined;
  readonly STREAMONE_APP_PSK?: string | undefined;
  /** The account that calls act in. */
  readonly STREAMONE_DEFAULT_ACCOUNT_ID?: string | undefined;
}

function authType(env: Environment): 'user' | 'application' {
  const { STREAMONE_AUTH_TYPE: type, STREAMONE_USER_ID: userId, STREAMONE_APP_ID: appId } = env;
  if (type === 'user' || type === 'application') return type;
  if (type) {
    throw new InvalidArgumentError({
      argument: 'STREAMONE_AUTH_TYPE',
      expected: '"user" or "application"',
      given: type,
    });
  }
  if (userId && appId) {
    throw new InvalidArgumentError({
      argument: 'STREAMONE_AUTH_TYPE',
      expected: '"user" or "application", since both STREAMONE_USER_ID and STREAMONE_APP_ID are set',
      given: type,
    });
  }
  return appId ? 'application' : 'user';
}

function required(env: Environment, name: keyof Environment): string {
  const value = env[name];
  if (value) return value;
  throw new InvalidArgumentError({
    expected: `the environment variable ${name}`,
    given: value,
    advice:
      'Set STREAMONE_USER_ID and STREAMONE_USER_PSK for a user, or STREAMONE_APP_ID and STREAMONE_APP_PSK for an application.',
  });
}

/**
 * Options of a client from the environment: `createClient(fromEnvironment())`. An empty variable
 * counts as not set.
 *
 * @throws InvalidArgumentError naming the variable that is missing or wrong.
 */
export function fromEnvironment(env: Environment = process.env): Pick<ClientOptions, 'url' | 'auth' | 'account'> {
  const type = authType(env);
  const auth =
    type === 'user'
      ? user({ id: required(env, 'STREAMONE_USER_ID'), psk: required(env, 'STREAMONE_USER_PSK') })
      : application({ id: required(env, 'STREAMONE_APP_ID'), psk: required(env, 'STREAMONE_APP_PSK') });
  const { STREAMONE_API_URL: url, STREAMONE_DEFAULT_ACCOUNT_ID: account } = env;
  return { auth, ...(url && { url }), ...(account && { account }) };
}
