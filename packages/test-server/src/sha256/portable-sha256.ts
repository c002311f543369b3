import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { bytesOf } from '../form/byte-string.js';
import type { Sha256 } from './sha256.js';

/** SHA-256 in JavaScript, for runtimes without a synchronous one of their own. */
export const portableSha256: Sha256 = (message) => bytesToHex(sha256(bytesOf(message)));
