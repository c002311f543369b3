import type { LoginAnswer, LoginTask } from './answer-challenge.js';
import type { WorkerMessage } from './worker-message.js';

/** How long a worker may take to load, in milliseconds; the page computes itself then. */
const LOADING = 10_000;

/** How a worker is used. */
export interface WorkerUse {
  readonly start: () => Worker;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (done: number) => void;
}

function startedOrNot(start: () => Worker): Worker | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}

/**
 * Computes the answer in a worker, which is ended with it.
 *
 * @returns `undefined` where no worker can be started, as under a policy that forbids it, or it fails
 * @throws the signal's reason
 */
export async function computeInWorker(
  task: LoginTask,
  { start, signal, onProgress }: WorkerUse,
): Promise<LoginAnswer | undefined> {
  const worker = startedOrNot(start);
  if (worker === undefined) return undefined;
  const listening = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const until = { signal: listening.signal };
      const fail = (event?: Event): void => {
        // Handled here: the page computes itself.
        event?.preventDefault();
        resolve(undefined);
      };
      timer = setTimeout(fail, LOADING);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), until);
      worker.addEventListener('error', fail, until);
      worker.addEventListener('messageerror', fail, until);
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<WorkerMessage | null | undefined>) => {
          if (data?.type === 'progress') onProgress(data.done);
          else if (data?.type === 'answer') resolve(data.answer);
          else if (data?.type === 'ready') {
            clearTimeout(timer);
            // Only now: a script that is no worker of ours never sees it.
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
            worker.postMessage(task);
          } else fail();
        },
        until,
      );
    });
  } finally {
    clearTimeout(timer);
    // With its listeners the page forgets the task, and with the worker goes its memory.
    listening.abort();
    worker.terminate();
  }
}
