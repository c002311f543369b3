import { startLoginWorker } from '../start-login-worker.js';
import type { LoginAnswer, LoginTask } from './answer-challenge.js';
import { computeInWorker } from './compute-in-worker.js';
import { untilAborted } from './until-aborted.js';

/** How an answer is computed. */
export interface ComputeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number) => void) | undefined;
  /** Starts the worker; the package's own unless given. */
  readonly startWorker?: (() => Worker) | undefined;
}

async function computeOnPage(task: LoginTask, onProgress: (done: number) => void): Promise<LoginAnswer> {
  // bcrypt comes with it: a page whose worker runs never loads it.
  const { answerChallenge } = await import('./answer-challenge.js');
  return answerChallenge(task, onProgress);
}

/**
 * Computes the answer to a challenge in a worker, or where there can be none on the page itself, in slices.
 *
 * @throws the signal's reason; InvalidArgumentError when the salt is no bcrypt salt
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
  signal?.throwIfAborted();
  tell(0);
  const inWorker = await computeInWorker(task, { start: startWorker, signal, onProgress: tell });
  const answer = inWorker ?? (await untilAborted(computeOnPage(task, tell), signal));
  tell(1);
  signal?.throwIfAborted();
  return answer;
}
