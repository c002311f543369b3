import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionStore, StoredSession } from '@streamone/client';
import { readStoredSession } from './read-stored-session.js';
import { type SealingKey, createSeal } from './seal.js';
import { StoreError } from './store-error.js';
import { createTurns } from './turns.js';

/** Settings of {@link fileSessionStore}. */
export interface FileSessionStoreOptions {
  /** The folder that the files are in; it is made, with mode 0700, where it is missing. */
  readonly folder: string;
  /** Seals what is kept by AES-256-GCM. The first of several seals, the others still open what was sealed by them. */
  readonly keys?: SealingKey | readonly SealingKey[] | undefined;
}

const WHAT = 'the session store';

function nameOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

function failed(operation: string, reason: string, cause?: unknown): StoreError {
  return new StoreError({ store: WHAT, operation, reason, cause });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? 'it failed';
}

/**
 * Keeps each session in a file that only its owner can read (mode 0600), written beside and moved
 * into place, so that nobody ever reads half of one. A file that others may read is refused: its key may be theirs.
 *
 * @throws InvalidArgumentError for keys that are none. Its methods reject with a StoreError.
 */
export function fileSessionStore({ folder, keys }: FileSessionStoreOptions): SessionStore {
  const seal = keys === undefined ? undefined : createSeal(keys);
  const pathOf = (id: string): string => join(folder, `${nameOf(id)}.session`);
  const inTurn = createTurns();

  async function write(id: string, text: string): Promise<void> {
    const path = pathOf(id);
    const beside = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(beside, 'wx', 0o600);
      try {
        await file.writeFile(seal?.close(text, nameOf(id)) ?? text);
        await file.sync();
      } finally {
        await file.close();
      }
      await chmod(beside, 0o600);
      await rename(beside, path);
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw failed('save', `${codeOf(error)} in ${folder}`, error);
    }
  }

  return {
    async load(id) {
      const path = pathOf(id);
      let text: string;
      try {
        // Windows has no such modes; its folders of a user are that user's own.
        const readable = process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0;
        if (readable) throw failed('load', `others may read ${path}; make it yours alone (chmod 600), or remove it`);
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (error instanceof StoreError) throw error;
        if (codeOf(error) === 'ENOENT') return undefined;
        throw failed('load', `${codeOf(error)} in ${folder}`, error);
      }
      const opened = seal === undefined ? text : seal.open(text, nameOf(id));
      if (opened === undefined) throw failed('load', `${path} is not sealed, or not by a key that is given`);
      const session = readStoredSession(opened, id);
      if (session === undefined) throw failed('load', `${path} holds no session; remove it`);
      return session;
    },
    save: (session: StoredSession) => inTurn(session.id, () => write(session.id, JSON.stringify(session))),
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
