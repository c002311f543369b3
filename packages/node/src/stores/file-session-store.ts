import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionStore, StoredSession } from '@streamone/client';
import { readStoredSession } from './read-stored-session.js';
import { type SealingKey, createSeal } from './seal.js';
import { StoreError } from './store-error.js';
import { createSweeper } from './sweep-folder.js';
import { createTurns } from './turns.js';

/** Settings of {@link fileSessionStore}. */
export interface FileSessionStoreOptions {
  /** The folder that the files are in; it is made, with mode 0700, where it is missing. */
  readonly folder: string;
  /** Seals what is kept by AES-256-GCM. The first of several seals, the others still open what was sealed by them. */
  readonly keys?: SealingKey | readonly SealingKey[] | undefined;
}

const WHAT = 'the session store';

/** How much longer than its timeout a session is kept, in milliseconds. */
const MARGIN = 60_000;
/** No link is followed, and nothing waited for that is no file; Windows has neither. */
const READING = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

function failed(operation: string, reason: string, cause?: unknown): StoreError {
  return new StoreError({ store: WHAT, operation, reason, cause });
}

function unreadable(reason: string): StoreError {
  return new StoreError({ store: WHAT, operation: 'load', reason, unreadable: true });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? 'it failed';
}

/** Reads a file that is its reader's own. @throws StoreError where others may read it, or it is none or theirs */
async function read(path: string): Promise<string> {
  const file = await open(path, READING);
  try {
    const told = await file.stat();
    if (!told.isFile()) throw unreadable(`${path} is no file; remove it`);
    // Windows has no such modes; its folders of a user are that user's own.
    if (process.getuid !== undefined && (told.mode & 0o077) !== 0) {
      throw unreadable(`others may read ${path}; make it yours alone (chmod 600), or remove it`);
    }
    if (process.getuid !== undefined && told.uid !== process.getuid()) {
      throw unreadable(`${path} is somebody else's (user ${told.uid}); run as they do, or remove it`);
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Makes the folder. @throws StoreError where others may put files into it, or take them out */
async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode } = await stat(folder);
  if (process.getuid === undefined || (mode & 0o022) === 0) return;
  const advice = 'make it yours alone (chmod 700), or name a new folder within it';
  throw failed('save', `others may write to ${folder}; ${advice}`);
}

/**
 * Keeps each session in a file that only its owner can read (mode 0600), written beside and moved
 * into place, so that nobody ever reads half of one. A file that others may read is refused: its key may be theirs; so
 * is one that somebody else put there, and a folder that others may write to. Sessions that nobody came back for are
 * removed when others are saved.
 *
 * @throws InvalidArgumentError for keys that are none. Its methods reject with a StoreError.
 */
export function fileSessionStore({ folder, keys }: FileSessionStoreOptions): SessionStore {
  const seal = keys === undefined ? undefined : createSeal(keys);
  const pathOf = (id: string): string => join(folder, `${nameOf(id)}.session`);
  const inTurn = createTurns();
  const sweep = createSweeper(folder);

  async function write(id: string, text: string, seconds: number): Promise<void> {
    const path = pathOf(id);
    const until = new Date(Date.now() + seconds * 1000 + MARGIN);
    const beside = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      await prepare(folder);
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(seal?.close(text, nameOf(id)) ?? text);
        await file.utimes(until, until);
        await file.sync();
      } finally {
        await file.close();
      }
      await chmod(beside, 0o600);
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw error instanceof StoreError ? error : failed('save', `${codeOf(error)} in ${folder}`, error);
    }
    await sweep();
  }

  return {
    async load(id) {
      const path = pathOf(id);
      let text: string;
      try {
        text = await read(path);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        if (codeOf(error) === 'ENOENT') return undefined;
        if (codeOf(error) === 'ELOOP') throw unreadable(`${path} is a link; remove it`);
        throw failed('load', `${codeOf(error)} in ${folder}`, error);
      }
      const opened = seal === undefined ? text : seal.open(text, nameOf(id));
      if (opened === undefined) throw unreadable(`${path} is not sealed, or not by a key that is given`);
      const session = readStoredSession(opened, id);
      if (session === undefined) throw unreadable(`${path} holds no session; remove it`);
      return session;
    },
    save: (session: StoredSession) =>
      inTurn(session.id, () => write(session.id, JSON.stringify(session), session.timeout)),
    remove: (id) =>
      inTurn(id, async () => {
        try {
          await rm(pathOf(id), { force: true });
        } catch (error) {
          throw failed('remove', `${codeOf(error)} in ${folder}`, error);
        }
      }),
  };
}
