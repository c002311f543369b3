import { createHash } from 'node:crypto';
import type { ContentBackend } from '../content-backend.js';

/** Keeps what is large in a temporary folder, made when first needed. */
export function diskBackend(): ContentBackend {
  let folder: Promise<string> | undefined;
  let next = 1;
  return {
    createHash() {
      const hash = createHash('sha256');
      return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
    },
    async openSpill() {
      const { diskSpill } = await import('./disk-spill.js');
      const { makeUploadFolder } = await import('./upload-folder.js');
      folder ??= makeUploadFolder();
      return diskSpill(`${await folder}/content-${next++}`);
    },
    async close() {
      const made = folder;
      folder = undefined;
      if (made === undefined) return;
      const { removeUploadFolder } = await import('./upload-folder.js');
      await removeUploadFolder(await made);
    },
  };
}
