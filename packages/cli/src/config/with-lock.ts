import { open, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 100;
const PAUSE = 50;
/** A lock this old, in milliseconds, was left by a program that died. */
const STALE = 3000;

/**
 * Runs something while no other program does the same: one at a time for each path.
 *
 * @throws what the system says when the lock can't be made beside the path.
 */
export async function withLock<T>(path: string, run: () => T | Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  for (let tries = 0; ; tries += 1) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries >= TRIES) throw error;
      const made = await stat(lock).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      );
      if (Date.now() - made > STALE) await rm(lock, { force: true });
      else await wait(PAUSE);
    }
  }
  try {
    return await run();
  } finally {
    await rm(lock, { force: true });
  }
}
