import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A session, or what was being written beside its place. */
const FILE = /^[\w-]{43}\.session(\.[0-9a-f]{12})?$/;
/** After how long a file beside its place was left there by a process that died, in milliseconds. */
const LEFT = 3_600_000;
/** How seldom a folder is swept, in milliseconds. */
const SELDOM = 60_000;

async function sweepFile(path: string, left: number): Promise<void> {
  const { mtimeMs } = await stat(path);
  if (mtimeMs + left < Date.now()) await rm(path, { force: true });
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = FILE.exec(name);
    if (found === null) continue;
    // What another process moves or removes meanwhile must not keep the rest.
    await sweepFile(join(folder, name), found[1] === undefined ? 0 : LEFT).catch(() => undefined);
  }
}

/**
 * Removes sessions that nobody came back for: the time of a session's file is when it may go. What fails is
 * tried again the next time.
 */
export function createSweeper(folder: string): () => Promise<void> {
  let last = 0;
  return async () => {
    if (Math.abs(Date.now() - last) < SELDOM) return;
    last = Date.now();
    await sweep(folder).catch(() => undefined);
  };
}
