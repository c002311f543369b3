import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface ChildServer<Ready> {
  /** What it said when it was ready. */
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Starts a server script in a process of its own, on the same Node; it tells by one message when it is ready. */
export async function startChild<Ready>(script: string, args: readonly string[] = []): Promise<ChildServer<Ready>> {
  const child: ChildProcess = fork(fileURLToPath(new URL(script, import.meta.url)), args, { execArgv: [] });
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
  });
  return {
    ready,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
        child.kill();
      }),
  };
}
