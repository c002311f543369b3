import { openAsBlob } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import type { Spill } from '../content-backend.js';

/** Opens a file, which must not be there yet, for what is too much for the memory. */
export async function diskSpill(path: string): Promise<Spill> {
  const file = await open(path, 'wx', 0o600);
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  };
  return {
    // Not `write`, which may write less than it is given.
    write: (bytes) => file.writeFile(bytes),
    async finish() {
      await close();
      return openAsBlob(path);
    },
    async discard() {
      await close();
      await rm(path, { force: true });
    },
  };
}
