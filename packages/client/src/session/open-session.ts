import type { LoginOptions } from '../stream-one-client.js';
import { checkLogin, checkRelogin } from './check-login.js';
import { type LoginCalls, type LoginInput, login } from './login.js';
import { SessionHolder } from './session-holder.js';
import type { MakeSession } from './session-maker.js';
import type { SessionStore } from './session-store.js';
import type { Session } from './session.js';

/** What a session is begun with. */
export interface SessionParts {
  readonly calls: LoginCalls;
  readonly store: SessionStore;
  /** The time, in milliseconds since 1970. */
  readonly clock: () => number;
  readonly make: MakeSession;
}

/**
 * Logs a person in and keeps the session; where the caller gave a way to log in again, with it.
 *
 * @throws InvalidArgumentError before anything is sent; whatever the platform or the store rejects with
 */
export async function openSession(
  input: LoginInput,
  { relogin, signal, ...options }: LoginOptions,
  { calls, store, clock, make }: SessionParts,
): Promise<SessionHolder> {
  checkRelogin(relogin);
  const begin = async (who: LoginInput, ends: AbortSignal | undefined): Promise<Session> => {
    checkLogin(who);
    const stored = await login(who, calls, clock, { ...options, signal: ends });
    await store.save(stored);
    return make(stored);
  };
  // The signal ends the login that it was given for, not one that comes hours later.
  const renew = relogin && (async (...[end]: Parameters<typeof relogin>) => begin(await relogin(end), undefined));
  return new SessionHolder(await begin(input, signal), renew);
}
