import { AbortedError } from '@streamone/core';
import { startLoginWorker } from '../start-login-worker.js';
import type { LoginAnswer, LoginTask } from './answer-challenge.js';
import { computeInWorker } from './compute-in-worker.js';

/** How an answer is computed. */
export interface ComputeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Starts the worker; the package's own unless given. */
  readonly startWorker?: (() => Worker) | undefined;
}

/** bcrypt can't be stopped on the way, but nobody need wait for it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end));
  });
}

async function computeOnPage(task: LoginTask, onProgress: (done: number) => void): Promise<LoginAnswer> {
  // bcrypt comes with it: a page whose worker runs never loads it.
  const { answerChallenge } = await import('./answer-challenge.js');
  return answerChallenge(task, onProgress);
}

/**
 * Computes the answer to a challenge in a worker, or where there can be none on the page itself, in slices.
 *
 * @throws AbortedError; InvalidArgumentError when the salt is no bcrypt salt
 */
export async function computeAnswer(
  task: LoginTask,
  { signal, onProgress, startWorker = startLoginWorker }: ComputeOptions,
): Promise<LoginAnswer> {
  let told = -1;
  const tell = (done: number): void => {
    if (done <= told) return;
    told = done;
    try {
      onProgress?.(done);
    } catch {
      // The page's own matter.
    }
  };
  try {
    signal?.throwIfAborted();
    tell(0);
    const inWorker = await computeInWorker(task, { start: startWorker, signal, onProgress: tell });
    const answer = inWorker ?? (await untilAborted(computeOnPage(task, tell), signal));
    tell(1);
    return answer;
  } catch (error) {
    if (signal?.aborted !== true) throw error;
    const place = { command: 'session', action: 'create', attempts: 0, sent: 'no' } as const;
    throw new AbortedError({ ...place, reason: 'the caller ended it', cause: signal.reason });
  }
}
