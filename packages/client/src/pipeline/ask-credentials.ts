import { type Credentials, InvalidArgumentError } from '@streamone/core';
import { isCredentials } from '../options/is-credentials.js';
import { maskedCause } from '../transport/transport-failure.js';
import type { Auth } from '../options/client-options.js';

/** Where a question for credentials is asked, for its error. */
export interface AskedAt {
  readonly command?: string | undefined;
  readonly action?: string | undefined;
  readonly requestId?: string | undefined;
  readonly attempts?: number | undefined;
}

/**
 * Who signs the next attempt. A function is asked each time, so that keys can be changed.
 *
 * @throws InvalidArgumentError when it fails or gives no credentials.
 */
export async function askCredentials(auth: Auth, place: AskedAt = {}): Promise<Credentials> {
  if (typeof auth !== 'function') return auth;
  const expected = 'credentials from the function that was given';
  let given: Credentials | undefined;
  try {
    given = await auth();
  } catch (error) {
    const cause = maskedCause(error, []);
    const advice = `It failed: ${cause.message || cause.name}`;
    throw new InvalidArgumentError({ ...place, argument: 'auth', expected, given: error, advice, cause });
  }
  if (isCredentials(given)) return given;
  throw new InvalidArgumentError({ ...place, argument: 'auth', expected, given });
}
