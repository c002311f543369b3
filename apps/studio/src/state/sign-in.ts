import { signal } from '@preact/signals';
import { client } from '../client.ts';
import { type Told, tellFailure } from '../text/tell-failure.ts';
import { enter } from './session.ts';

/** How far the password is reckoned, 0 to 1; `undefined` while nobody signs in. */
export const reckoning = signal<number | undefined>(undefined);

/** Why the last attempt failed. */
export const refusal = signal<Told | undefined>(undefined);

let attempt: AbortController | undefined;

/** Ends the attempt that is under way. */
export function cancelSignIn(): void {
  attempt?.abort();
}

/**
 * Signs in. The password is handed on and not kept here.
 *
 * @returns whether somebody is signed in now
 */
export async function signIn(username: string, password: string): Promise<boolean> {
  attempt?.abort();
  const own = new AbortController();
  attempt = own;
  refusal.value = undefined;
  reckoning.value = 0;
  try {
    const session = await client.login({
      username,
      password,
      signal: own.signal,
      onProgress: (done) => {
        if (attempt === own) reckoning.value = done;
      },
    });
    enter(session.user);
    return true;
  } catch (error) {
    if (!own.signal.aborted) refusal.value = tellFailure(error, 'sign-in');
    return false;
  } finally {
    if (attempt === own) {
      attempt = undefined;
      reckoning.value = undefined;
    }
  }
}
