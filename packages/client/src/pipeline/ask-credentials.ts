import { type Credentials, InvalidArgumentError } from '@streamone/core';
import { isCredentials } from '../options/is-credentials.js';
import { maskedCause } from '../transport/transport-failure.js';
import type { PendingCall } from './pending-call.js';

/**
 * Who signs the next attempt. A function is asked each time, so that keys can be changed.
 *
 * @throws InvalidArgumentError when it fails or gives no credentials.
 */
export async function askCredentials(call: PendingCall): Promise<Credentials> {
  const { auth } = call.request.options;
  if (typeof auth !== 'function') return auth;
  const expected = 'credentials from the function that was given';
  let given: Credentials | undefined;
  try {
    given = await auth();
  } catch (error) {
    const cause = maskedCause(error, []);
    const advice = `It failed: ${cause.message || cause.name}`;
    throw new InvalidArgumentError({ ...call.place, argument: 'auth', expected, given: error, advice, cause });
  }
  if (isCredentials(given)) return given;
  throw new InvalidArgumentError({ ...call.place, argument: 'auth', expected, given });
}
