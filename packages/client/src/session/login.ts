import { MismatchError } from '@streamone/core';
import type { CallOptions } from '../options/client-options.js';
import type { StoredSession } from './session-store.js';

/** Who logs in. */
export interface LoginInput {
  /** The name to log in with. */
  readonly username: string;
  /** The password. It is not sent and not kept: only the answer to the platform's challenge leaves this machine. */
  readonly password: string;
  /** The address of the person who logs in, by which the platform limits failures: not that of a server in between. */
  readonly ip: string;
}

/** The two actions of a login, as a client of the application calls them. */
export interface LoginCalls {
  initialize(
    args: { readonly user: string; readonly userip: string },
    options: CallOptions,
  ): Promise<{ readonly challenge: string; readonly salt: string; readonly needsv2hash: boolean }>;
  create(
    args: { readonly challenge: string; readonly response: string; readonly v2hash?: string },
    options: CallOptions,
  ): Promise<{ readonly id: string; readonly key: string; readonly timeout: number; readonly user: string }>;
}

/** Answers are read leniently, but a login can't go on without these. */
function checkAnswer(action: string, answer: object, texts: readonly string[], numbers: readonly string[] = []): void {
  const fields: Readonly<Record<string, unknown>> = { ...answer };
  const check = (names: readonly string[], expected: string, fits: (given: unknown) => boolean): void => {
    for (const path of names) {
      const given = fields[path];
      if (fits(given)) continue;
      throw new MismatchError({ command: 'session', action, mismatches: [{ path, expected, given }] });
    }
  };
  check(texts, 'a text that is not empty', (given) => typeof given === 'string' && given !== '');
  check(numbers, 'a number of seconds', (given) => Number.isFinite(given));
}

/**
 * Logs a person in: asks for a challenge, answers it, and gives the session. The hash of version 2,
 * which is worth as much as the password, is sent only where the platform asks for it.
 * Source: protocol, documented and observed.
 *
 * @param clock the time in milliseconds since 1970
 * @throws SessionError when the platform refuses the login; it does not say why
 */
export async function login(
  { username, password, ip }: LoginInput,
  calls: LoginCalls,
  clock: () => number,
  options: CallOptions,
): Promise<StoredSession> {
  const asked = await calls.initialize({ user: username, userip: ip }, options);
  checkAnswer('initialize', asked, ['challenge']);
  const { challenge, salt, needsv2hash } = asked;
  // bcrypt is needed here alone, so a client that logs nobody in never loads it.
  const { passwordResponse, v2Hash } = await import('@streamone/core/password');
  const response = await passwordResponse({ password, salt, challenge });
  const begun = await calls.create({ challenge, response, ...(needsv2hash && { v2hash: v2Hash(password) }) }, options);
  checkAnswer('create', begun, ['id', 'key', 'user'], ['timeout']);
  const { id, key, timeout, user } = begun;
  return { id, key, user, timeout, expiresAt: clock() + timeout * 1000 };
}
