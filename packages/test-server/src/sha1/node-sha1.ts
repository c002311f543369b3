import { hash } from 'node:crypto';
import type { Sha1 } from './sha1.js';

/** SHA-1 by Node's OpenSSL. */
export const nodeSha1: Sha1 = (message) => hash('sha1', Buffer.from(message, 'latin1'), 'hex');
