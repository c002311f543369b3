import { randomBytes } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidArgumentError } from '@streamone/node';
import { type ConfigChange, editConfig } from './edit-config.js';
import { readConfigText } from './load-config.js';
import { withLock } from './with-lock.js';

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function unwritable(path: string, error: unknown): InvalidArgumentError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InvalidArgumentError({
    argument: path,
    expected: 'a file that can be written',
    given: codeOf(error) || reason,
    advice: `Nothing was changed. STREAMONE_CONFIG names another file. (${reason})`,
  });
}

/** Writes beside the file and puts it in its place at once: a full disk or a crash leaves the old one whole. */
async function replace(path: string, text: string): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const fresh = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(fresh, 'wx', PRIVATE_FILE);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Changes the file, which is made (mode 0600, its folder 0700) where there is none.
 *
 * @param path `undefined` where there is no home
 * @throws InvalidArgumentError when the file is wrong as it is, or can't be written; it is as before then.
 */
export async function changeConfig(path: string | undefined, change: ConfigChange): Promise<string> {
  if (path === undefined) {
    throw new InvalidArgumentError({
      expected: 'a home folder, or STREAMONE_CONFIG with the path of the file',
      given: undefined,
    });
  }
  try {
    await mkdir(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    // What two change at once would else lose the change of one.
    await withLock(path, async () => replace(path, editConfig(readConfigText(path) ?? '', change, path)));
    return path;
  } catch (error) {
    throw error instanceof InvalidArgumentError ? error : unwritable(path, error);
  }
}
