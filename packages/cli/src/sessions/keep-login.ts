import { createHash, randomBytes } from 'node:crypto';
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from '@streamone/node';
import { type KeptLogin, LOGIN_ENDING, type LoginPlace } from './kept-login.js';

function pathOf(folder: string, { profile, url, application, username }: LoginPlace): string {
  const place = JSON.stringify([profile, url, application, username]);
  return join(folder, `${createHash('sha256').update(place).digest('base64url')}${LOGIN_ENDING}`);
}

function unwritable(folder: string, error: unknown): InvalidArgumentError {
  const given = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const advice = 'XDG_STATE_HOME names another place.';
  return new InvalidArgumentError({ argument: folder, expected: 'a folder that can be written', given, advice });
}

/**
 * Makes the folder that sessions are kept in, where it is missing; for its owner alone.
 *
 * @throws InvalidArgumentError when it can't be written: better before there is a session than after.
 */
export async function makeSessionFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/**
 * Keeps a login in the place of the former one of that person there.
 *
 * @throws InvalidArgumentError when the folder can't be written.
 */
export async function keepLogin(folder: string, login: KeptLogin): Promise<void> {
  const path = pathOf(folder, login);
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(beside, JSON.stringify(login), { flag: 'wx', mode: 0o600 });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw unwritable(folder, error);
  }
}

/** Forgets a login; no error when it is not there. */
export async function forgetLogin(folder: string, login: LoginPlace): Promise<void> {
  await rm(pathOf(folder, login), { force: true });
}
