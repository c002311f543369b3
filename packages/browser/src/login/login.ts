import { InvalidArgumentError, MismatchError } from '@streamone/core';
import type { GatewayRoutes } from '../gateway/gateway-routes.js';
import { computeAnswer } from './compute-answer.js';
import { untilAborted } from './until-aborted.js';

/** Starts a worker that runs `@streamone/browser/login-worker`. */
export type StartWorker = () => Worker;

/** Who logs in. */
export interface LoginInput {
  /** The name to log in with. */
  readonly username: string;
  /** The password. It does not leave the page, and is not kept: only the answer to the platform's challenge is sent. */
  readonly password: string;
  /** Told of the part of the computing that is done, 0 to 1: it takes some 0.3 s to 2 s. What it throws is ignored. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Ends the login, with an AbortedError. */
  readonly signal?: AbortSignal | undefined;
}

/** What a login gives. */
export interface Begun {
  readonly user: string;
  /** In seconds, for a session that is not used. */
  readonly timeout: number;
}

/** @throws InvalidArgumentError */
export function checkLogin(input: LoginInput): void {
  for (const argument of ['username', 'password'] as const) {
    const given: unknown = (input as LoginInput | undefined | null)?.[argument];
    if (typeof given === 'string' && given !== '') continue;
    throw new InvalidArgumentError({ argument, expected: 'a text that is not empty', given });
  }
}

/** Answers are read leniently, but a login can't go on without these. */
function field<T>(action: string, body: unknown, path: string, fits: (given: unknown) => given is T): T {
  const given: unknown =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[path] : undefined;
  if (fits(given)) return given;
  throw new MismatchError({ command: 'session', action, mismatches: [{ path, expected: 'another kind', given }] });
}

const isText = (given: unknown): given is string => typeof given === 'string' && given !== '';
const isSeconds = (given: unknown): given is number => Number.isFinite(given);

/**
 * Logs a person in at a gateway, by an input that was checked: asks for a challenge, answers it. The hash of version 2, which is worth as much as
 * the password, is made and sent only where the platform asks for it and the gateway lets it pass.
 *
 * @param failed told of the last request where the login fails after it was sent. That is never ended on the way: who
 *   ends it can't know whether the browser has its cookie already.
 * @throws SessionError when the platform refuses, which does not say why; GatewayError when the gateway does;
 *   TransportError when neither answers; the signal's reason
 */
export async function login(
  input: LoginInput,
  routes: Pick<GatewayRoutes, 'ask'>,
  startWorker: StartWorker | undefined,
  failed: (asked: Promise<unknown>) => void,
): Promise<Begun> {
  const { username, password, signal, onProgress } = input;
  const given = await routes.ask({ route: 'login/initialize', members: { username }, signal, action: 'initialize' });
  const challenge = field('initialize', given.body, 'challenge', isText);
  const salt = field('initialize', given.body, 'salt', isText);
  const v2 = (given.body as { readonly needsv2hash?: unknown }).needsv2hash === true;
  const answer = await computeAnswer({ password, salt, challenge, v2 }, { signal, onProgress, startWorker });
  const asked = routes.ask({ route: 'login', members: { challenge, ...answer }, action: 'create' });
  try {
    const { body } = await untilAborted(asked, signal);
    return { user: field('create', body, 'user', isText), timeout: field('create', body, 'timeout', isSeconds) };
  } catch (error) {
    failed(asked);
    throw error;
  }
}
