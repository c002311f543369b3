import { createHash } from 'node:crypto';
import type { Sha256 } from './sha256.js';

/** SHA-256 by Node's OpenSSL. */
export const nodeSha256: Sha256 = (message) => createHash('sha256').update(message, 'latin1').digest('hex');
