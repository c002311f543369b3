import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ContentBackend } from './content-backend.js';

/** Keeps contents in memory, for runtimes without a disk. */
export const memoryBackend: ContentBackend = {
  createHash() {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.digest()) };
  },
};
